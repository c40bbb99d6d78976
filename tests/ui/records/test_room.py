"""Room for files that are worked on."""

from typing import Final

import pytest

from openline.ui.data.clock import moment
from openline.ui.records.draft import Draft
from openline.ui.records.room import byte_pieces
from openline.ui.records.shelf import Shelf
from tests.records import GOOD, bring, press
from tests.screen import markup

_LARGE: Final = GOOD + "x" * 2_000
_OWN_WORD: Final = "channel,date,state\nA,2020,shut\n"


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Give the shelf of a board with room for 1,000 bytes, whose tabs are all open."""
    small = Shelf(most_bytes=1_000, is_there=bool)
    for module in ("room", "keep"):
        monkeypatch.setattr(f"openline.ui.records.{module}.the_shelf", lambda: small)
    return small


def test_bytes_count_once() -> None:
    """A file that stands in a draft twice, or in two of them, is held once."""
    data = b"x" * 1_000
    draft = Draft("a", data, data, b"y" * 10)
    assert sum(byte_pieces((draft, draft, "text", {"a": 1})).values()) == 1_010


def test_a_file_without_room_is_refused_in_words(shelf: Shelf) -> None:
    """The page says who has to do what, until it is read, and goes on with what there was."""
    at = bring(GOOD)
    assert "There is no room" not in markup(at)
    press(at, "records_other")
    at = bring(_LARGE, "large.csv", at=at)
    page = markup(at)
    assert "There is no room for this: the files in all open tabs may take 400 MB" in page
    assert "Close tabs whose work is saved" in page
    assert "large.csv has" not in page
    assert "There is no room" not in markup(press(at, "records_full_read"))


def test_the_note_goes_once_something_has_room(shelf: Shelf) -> None:
    """A smaller file is taken after one that was refused."""
    at = bring(_LARGE, "large.csv")
    assert "There is no room" in markup(at)
    page = markup(bring(GOOD, at=at))
    assert "There is no room" not in page
    assert "channels.csv has no errors" in page


def test_files_of_other_tabs_leave_no_room(shelf: Shelf) -> None:
    """All of them count together; what is worked on stays as it is."""
    assert shelf.claim("of another", {1: 1_000 - len(GOOD)}, moment(), "another")
    first = bring(GOOD)
    assert "channels.csv has no errors" in markup(first)
    second = bring(GOOD)
    assert "There is no room" in markup(second)
    assert "channels.csv has no errors" not in markup(second)
    assert "channels.csv has no errors" in markup(first.run())


def test_a_step_without_room_is_not_taken(shelf: Shelf) -> None:
    """The file stays as it was before, and the page says so."""
    at = bring(_OWN_WORD)
    before = at.session_state["records_draft"]
    assert shelf.claim("of another", {1: 1_000 - len(_OWN_WORD)}, moment(), "another")
    press(at, "records_apply_words")
    assert "There is no room" in markup(at)
    assert at.session_state["records_draft"] is before
