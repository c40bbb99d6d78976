"""What can be taken from a view."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from openline.analysis.filters import Filters
from openline.store.store import Store
from openline.ui.data.saved import forget_list
from openline.ui.frame.share import foot_html
from openline.view.view import View
from tests.screen import csv_text, markup, run_page
from tests.store.saving import NAME, save

Put = Callable[[str], Path]
RECORD = csv_text([("Talks", "A; B", "2020-05-01", "", "open")])


def _queries(at: AppTest) -> list[dict[str, list[str]]]:
    assert not at.exception
    links = [code.value for code in at.code if not code.value.startswith("<")]
    return [parse_qs(urlsplit(link).query) for link in links]


@pytest.fixture
def saved(store: Store, put_record: Put) -> Store:
    """Return a store with a record of two revisions."""
    put_record(RECORD)
    save(store, RECORD.encode(), None)
    save(store, RECORD.replace("open", "severed").encode(), 1)
    forget_list()
    return store


def test_the_link_to_the_bundled_record_fixes_the_day(saved: Store) -> None:
    """There is one link, and it shows the same day at any later time."""
    assert _queries(run_page(confidence="confirmed")) == [
        {"asof": ["2020-05-01"], "confidence": ["confirmed"]}
    ]


@pytest.mark.parametrize("record", [NAME, f"{NAME}@2"])
def test_a_saved_record_has_a_link_that_follows_and_one_that_stays(
    saved: Store, record: str
) -> None:
    """The first names the record alone, the second its revision and the day; one sentence
    tells them apart."""
    at = run_page(record=record, confidence="confirmed")
    assert _queries(at) == [
        {"record": [NAME], "confidence": ["confirmed"]},
        {"record": [f"{NAME}@2"], "asof": ["2020-05-01"], "confidence": ["confirmed"]},
    ]
    page = markup(at)
    assert "Follows the newest revision" in page
    assert "Stays with revision 2" in page
    assert "always shows revision 2 as of 1 May 2020" in page


def test_a_link_is_opened_as_it_was_made(saved: Store) -> None:
    """What a link says is read without a note, and shows its revision."""
    for query in _queries(run_page(record=NAME)):
        assert View.from_query(query)[1] == ()
        opened = run_page(None, **query)
        assert "revision 2 of 25 Nov 2026" in markup(opened)
        assert "ol-notes" not in markup(opened)


def test_the_foot_names_record_days_and_address() -> None:
    """Paper says whose record it shows, of which day, when it was printed, and where it stands;
    a hostile title stays text."""
    scene: Any = SimpleNamespace(
        shown=SimpleNamespace(title="<b>Record"),
        as_of=date(2023, 10, 5),
        today=date(2026, 11, 25),
        filters=Filters(),
        view=View(),
    )
    found = foot_html(scene, "http://host/?asof=2023-10-05")
    assert "&lt;b&gt;Record" in found
    assert "5 Oct 2023" in found
    assert "printed on" in found
    assert "25 Nov 2026" in found
    assert "http://host/?asof=2023-10-05" in found
