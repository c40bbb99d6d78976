"""The frame around every page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from openline.record.reading import read_record
from openline.store.store import Store
from openline.ui.data.saved import forget_list
from openline.ui.pages import PAGES, Page
from openline.view.names import known_names
from tests.screen import csv_text, markup, run_page
from tests.store.saving import NAME, save

_BUNDLED = csv_text([("Talks", "A; B", "2020-05-01", "", "open")])
RECORD = read_record(
    csv_text([("Talks", "B; A", "2020-05-01", "", "open")]).encode(), date(2024, 1, 1)
)


def test_sides_are_names_too() -> None:
    """Parties are known as a set and side by side."""
    assert known_names(RECORD, "parties") == ("A; B", "A", "B")


@pytest.fixture
def saved(store: Store, put_record: Callable[[str], Path]) -> Store:
    """Return a store with a record of one revision, beside a bundled record."""
    put_record(csv_text([("Talks", "C; D", "2020-05-01", "", "open")]))
    save(store, csv_text([("Talks", "B; A", "2020-05-01", "", "severed")]).encode(), None)
    forget_list()
    return store


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_page_shows_a_saved_record(page: Page) -> None:
    """Each page says which record and revision it shows, and its links keep the record."""
    at = run_page(page.script if page.path else None, record=NAME.upper())
    assert not at.exception
    assert "Record “Gulf lines”, revision 1 of 25 Nov 2026, saved by Ann" in markup(at)
    queries = {link.proto.query_string for link in at.get("page_link")}
    assert "record=Gulf+lines" in queries


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
@pytest.mark.parametrize("record", ["Nobody's", "Gulf lines@7", "<img src=x>@x", "**b**@1"])
def test_no_page_shows_another_record_s_data(page: Page, record: str) -> None:
    """Where a record cannot be shown each page says why, as text, and shows no data."""
    at = run_page(page.script if page.path else None, record=record)
    assert not at.exception
    assert "nothing is shown" in markup(at)
    assert "C–D" not in markup(at)
    assert "<img" not in markup(at)
    assert not at.get("plotly_chart")
    assert at.selectbox(key="view_record").value == record


def test_a_store_that_is_away_is_told_of_beside_the_bundled_record(
    saved: Store, own_store: Path
) -> None:
    """The bundled record is shown with a note, which goes when the store is back."""
    at = run_page()
    assert "ol-notes" not in markup(at)
    away = own_store.rename(own_store.with_name(f"{own_store.name}-away"))
    forget_list()
    at.run()
    assert "The store of saved records does not answer." in markup(at)
    assert "the C–D channel is open" in markup(at)
    away.rename(own_store)
    forget_list()
    at.run()
    assert not at.exception
    assert "ol-notes" not in markup(at)


def test_a_marking_stands_at_the_top_and_the_foot(
    put_record: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the window, and on every sheet that is printed; whatever it says is text, there too."""
    put_record(_BUNDLED)
    monkeypatch.setenv("OPENLINE_MARKING", 'A <b>"B" </style>')
    at = run_page()
    assert not at.exception
    page = markup(at)
    assert page.count("A &lt;b&gt;&#34;B&#34; &lt;/style&gt;</div>") == 2
    assert "<b>" not in page


def test_without_a_marking_there_is_none(put_record: Callable[[str], Path]) -> None:
    """Nothing is kept free for one."""
    put_record(_BUNDLED)
    assert 'class="ol-marking' not in markup(run_page())


def test_a_marking_that_is_too_long_is_told(
    put_record: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says which setting is wrong."""
    put_record(_BUNDLED)
    monkeypatch.setenv("OPENLINE_MARKING", "x" * 101)
    assert "OPENLINE_MARKING has 101 characters" in run_page().error[0].value
