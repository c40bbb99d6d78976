"""Newer revisions of a record that somebody reads."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from openline.store.store import Store
from openline.ui.data.saved import forget_list
from openline.ui.pages import PAGES, WHAT_CHANGED, Page
from tests.budget import budget
from tests.records import GOOD, RECORDS_SCRIPT, bring, press
from tests.records import save as save_file
from tests.screen import csv_text, markup, run_page, values
from tests.store.saving import NAME, save

Put = Callable[[str], Path]
SHOW = "ol_newer_show"
CHANGED = "ol_newer_changed"
_READ = (
    (NAME, 2, "record=Gulf+lines&level=military"),
    (NAME, 3, "record=Gulf+lines&level=military&against=1"),
    (f"{NAME}@1", 2, "record=Gulf+lines@2&level=military"),
)
"""What is read, the newest revision by then, and what Compare is asked."""


def _data(*states: str) -> bytes:
    levels = ("military", "political")
    rows = [
        (f"Line {i}", "A; B", levels[i % 2], "2020-02-29", state) for i, state in enumerate(states)
    ]
    return csv_text(rows, ("channel", "parties", "level", "date", "state")).encode()


def _again(at: AppTest) -> str:
    forget_list()
    at.run()
    assert not at.exception
    return markup(at)


@pytest.fixture
def read(store: Store, put_record: Put) -> Store:
    """Return a store with a record of one revision, beside a bundled record."""
    put_record(csv_text([("Talks", "C; D", "2020-05-01", "", "open")]))
    save(store, _data("open", "open"), None)
    forget_list()
    return store


def test_a_reader_is_told_and_moves_when_they_like(read: Store) -> None:
    """A newer revision is never shown unasked, whatever else is chosen; the filters are kept."""
    at = run_page(record=NAME, level="military")
    assert "the A–B channel is open" in markup(at)
    save(read, _data("severed", "open"), 1, note="Cut in May")
    page = _again(at)
    assert "Revision 2 of “Gulf lines”" in page
    assert "“Cut in May”. You are looking at revision 1." in page
    at.selectbox(key="view_confidence").set_value("reported").run()
    assert "revision 1 of 25 Nov 2026, saved by Ann" in markup(at)
    at.button(key=SHOW).click().run()
    assert not at.exception
    page = markup(at)
    assert "revision 2 of 25 Nov 2026, saved by Ann" in page
    assert "the A–B channel is severed" in page
    assert values(at, "record") == [NAME]
    assert values(at, "level") == ["military"]
    assert values(at, "confidence") == ["reported"]
    assert not at.button


def test_a_reader_puts_it_off(read: Store) -> None:
    """Whoever reads on has a quiet line in place of the note, until there is another one."""
    at = run_page(record=NAME)
    save(read, _data("severed", "open"), 1)
    assert "ol-quiet" not in _again(at)
    at.button(key="ol_newer_later").click().run()
    page = markup(at)
    assert "ol-quiet" in page
    assert "revision 1 of 25 Nov 2026" in page
    assert [button.key for button in at.button] == [SHOW, CHANGED]
    save(read, _data("open", "severed"), 2)
    page = _again(at)
    assert "Revision 3 of “Gulf lines”" in page
    assert "ol-quiet" not in page


def test_a_new_visit_begins_with_the_newest_revision(read: Store) -> None:
    """An address that follows shows what is newest when it is opened."""
    save(read, _data("severed", "open"), 1)
    forget_list()
    assert "revision 2 of 25 Nov 2026" in markup(run_page(record=NAME))


def test_whoever_stays_is_told_quietly_and_moves_to_that_revision(read: Store) -> None:
    """An address with a number says that there is a newer one, and a click names that."""
    save(read, _data("severed", "open"), 1)
    forget_list()
    at = run_page(record=f"{NAME}@1", level="military")
    page = markup(at)
    assert "revision 1 of 25 Nov 2026" in page
    assert "This address stays with revision 1. The newest is revision 2" in page
    assert "ol-quiet" in page
    at.button(key=SHOW).click().run()
    assert not at.exception
    assert values(at, "record") == [f"{NAME}@2"]
    assert values(at, "level") == ["military"]
    assert "the A–B channel is severed" in markup(at)


@pytest.mark.parametrize(
    ("page", "record", "newest", "asked"),
    [
        pytest.param(page, *read, id=f"{page.title}-{place}")
        for number, page in enumerate(PAGES)
        for place, read in enumerate(_READ)
        if place == 0 or number < budget(1, len(PAGES))
    ],
)
def test_one_click_leads_to_what_changed(
    read: Store, page: Page, record: str, newest: int, asked: str
) -> None:
    """From any page it opens Compare where the revision that was read and the newest stand
    side by side, under the same filters."""
    at = run_page(page.script if page.path else None, record=record, level="military")
    for number in range(1, newest):
        save(read, _data(*["severed"] * number), number)
    _again(at)
    at.button(key=CHANGED).click().run()
    assert not at.exception
    sent = [str(element.proto) for element in at.get("bidi_component")]
    assert any(f"compare?{asked}#{WHAT_CHANGED}" in text for text in sent), sent


def test_looking_at_another_record_ends_the_reading(read: Store) -> None:
    """Whoever comes back to a record comes to its newest revision."""
    at = run_page(record=NAME)
    save(read, _data("severed", "open"), 1)
    at.selectbox(key="view_record").set_value("bundled").run()
    assert "the C–D channel is open" in markup(at)
    assert values(at, "record") == []
    forget_list()
    at.selectbox(key="view_record").set_value(NAME).run()
    assert not at.exception
    assert values(at, "record") == [NAME]
    assert "revision 2 of 25 Nov 2026" in markup(at)


def test_whoever_saves_looks_at_what_they_saved(read: Store) -> None:
    """A saver is not told of their own revision: it is shown."""
    at = run_page(RECORDS_SCRIPT, record=NAME)
    assert "revision 1 of 25 Nov 2026, saved by Ann" in markup(at)
    save_file(press(bring(GOOD, at=at), "records_update"), NAME, "Bo")
    assert not at.exception
    assert read.revision(NAME).number == 2
    page = markup(at)
    assert "Record “Gulf lines”, revision 2 of" in page
    assert "ol-newer" not in page


@pytest.mark.parametrize("name", ["\0", "\u200b\u200b", "\xad"])
def test_a_name_of_marks_that_cannot_be_seen_names_no_record(read: Store, name: str) -> None:
    """Nothing was held under it before; the page says that there is no such record."""
    assert "record" in markup(run_page(record=name)).casefold()


def test_the_bundled_record_has_no_revisions(read: Store) -> None:
    """Nothing is watched where nothing can be newer."""
    at = run_page()
    assert not at.exception
    assert "ol-newer" not in markup(at)


def test_hostile_words_of_a_save_are_shown_as_text(read: Store) -> None:
    """Who saved, and why, is text from somebody."""
    save(read, _data("severed"), 1, saved_by="<b>Eve</b>", note="<img src=x> **bold**")
    at = run_page(record=f"{NAME}@1")
    page = markup(at)
    assert "<img" not in page
    assert "&lt;b&gt;Eve&lt;/b&gt;" in page
    assert not at.markdown
