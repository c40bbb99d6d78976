"""What a file holds as a whole, looked through once."""

import pytest

from openline.intake import large
from openline.intake.apart import call_apart
from openline.intake.choices import Choices
from openline.record.problems import problem
from openline.ui.records import surveyed as surveying
from openline.ui.records.draft import Draft, came_of
from openline.ui.records.surveyed import look_through, surveyed
from tests.records import bring
from tests.screen import markup

FILE = b"Line,When,state,note\nA,2020,up,x\nB,2021,up,y\n"


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have every file looked through apart; give what was called there."""
    called = list[str]()

    def noted(function: object, *args: object, **options: object) -> object:
        called.append(function.__name__)  # type: ignore[attr-defined]
        return call_apart(function, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(surveying, "is_large", bool)
    monkeypatch.setattr(large, "call_apart", noted)
    return called


def test_columns_are_counted_by_their_names_by_now() -> None:
    """Those with a meaning to be chosen in all rows, any in the first ones."""
    held = surveyed(Draft.of("a.csv", FILE).chosen(Choices(names={"When": "date"})))
    assert held.meant == {"date": {"2020": 1, "2021": 1}, "state": {"up": 2}}
    assert [*held.first] == ["line", "date", "state", "note"]


def test_a_large_file_is_looked_through_apart(apart: list[str]) -> None:
    """What it holds is the same, and its rows are known from there."""
    draft = Draft.of("a.csv", FILE)
    held = surveyed(draft)
    assert apart == ["read_survey"]
    assert held.samples == (("A", "B"), ("2020", "2021"), ("up",), ("x", "y"))
    source = came_of(draft)
    assert source is not None
    assert [row.cells[0] for row in source.rows] == ["Line", "A", "B"]


def test_what_is_no_text_holds_nothing() -> None:
    """Bytes that are none of a text's."""
    assert look_through(Draft.of("a.csv", b"\x00\x01\xff" * 50)) is None
    with pytest.raises(TypeError, match="could not be looked through"):
        surveyed(Draft.of("a.csv", b"\x00\x01\xff" * 50))


@pytest.mark.usefixtures("set_today")
def test_a_file_that_takes_too_much_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the questions; the rest of the page is there."""
    refused = problem("size-limit", None, None, None, "The file takes long.", "Save a part.")
    monkeypatch.setattr(surveying, "is_large", bool)
    monkeypatch.setattr(surveying, "survey_apart", lambda *_: refused)
    page = markup(bring(FILE.decode()))
    assert "The file takes long. Save a part." in page
    assert "state" in page
