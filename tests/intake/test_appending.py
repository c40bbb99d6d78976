"""Rows for a record that is there."""

from typing import Final

import pytest

from openline.intake.appending import rows_alone, under_columns
from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices, DateReading
from openline.intake.source import Source, read_source

FILE: Final = b"Line;When;Status;Note\nHotline;5.8.2022;shut;x\n"
CHOICES: Final = Choices(
    names={"Line": "channel", "When": "date", "Status": "state"},
    words={"state": {"up": "open", "shut": "severed"}},
    dates={"date": DateReading("day-first")},
)


def _source() -> Source:
    found = read_source(FILE)
    assert isinstance(found, Source)
    return found


COLUMNS: Final = Arrangement.of(_source(), CHOICES)
ROW: Final = {"Line": "Talks", "When": "1.9.2022", "Status": "up"}


@pytest.mark.parametrize(
    "rows",
    [
        [["Talks", "1.9.2022", "up"]],
        [["Talks", "1.9.2022", "up", ""], ["", "", ""]],
        [["Line", "When", "Status"], ["Talks", "1.9.2022", "up"]],
        [["status", "LINE", "", "when"], ["up", "Talks", "", "1.9.2022"]],
        [["state", "date", "channel"], ["up", "1.9.2022", "Talks"]],
    ],
)
def test_rows_stand_under_the_columns_of_the_record(rows: list[list[str]]) -> None:
    """Without a header in the record's own order; with one by its names, those of the file as
    it came and those that were chosen for them."""
    assert under_columns(rows, COLUMNS) == (ROW,)


def test_a_header_of_other_names_is_not_guessed() -> None:
    """What its columns are is chosen first."""
    assert under_columns([["Hotline", "Since", "State now"], ["A", "2020", "up"]], COLUMNS) is None
    assert under_columns([["Ch", "Day"], ["A", "2020"]], COLUMNS, named=True) is None


def test_a_cell_beyond_the_columns_keeps_its_place() -> None:
    """It is told as one, and is not lost."""
    found = under_columns([["Talks", "2020", "up", "n", "more"]], COLUMNS)
    assert found == ({"Line": "Talks", "When": "2020", "Status": "up", "Note": "n", "5": "more"},)


def test_no_rows_are_no_rows() -> None:
    """Blank lines and a header alone add nothing."""
    assert under_columns([[""], []], COLUMNS) == ()
    assert under_columns([["Line", "When"]], COLUMNS) == ()


def test_rows_are_read_as_those_of_the_record() -> None:
    """Its words and the order of its dates hold for them; each is on a line of its own."""
    rows = (ROW, {"Line": "Two\nlines", "When": "2022-09-02", "Status": "severed"})
    assert rows_alone(_source(), CHOICES, rows).decode() == (
        "channel,date,state,Note\nTalks,2022-09-01,open,\nTwo lines,2022-09-02,severed,\n"
    )
