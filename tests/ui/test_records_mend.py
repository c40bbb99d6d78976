"""Mending in place."""

import pandas as pd

from openline.intake.mending import mended, rows_at
from openline.record.reading import read_record
from openline.ui.records_mend import edited_rows, own_columns, wrong_words
from tests.asking import TODAY

FILE = b"channel,date,state\nA,2020-01-01,opne\nB,2020-02-30,open\nC,2020-01-01,open\n"


def with_new(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with an added one below them."""
    return pd.concat([frame, pd.DataFrame("", index=["new"], columns=frame.columns)])


def test_cells_rows_and_removals_are_edits() -> None:
    """A changed cell, a row that is taken out and an added row all reach the file."""
    frame = with_new(rows_at(FILE, [2, 3]))
    edited = {
        "edited_rows": {
            0: {"state": "open"},
            1: {"remove": True},
            2: {"channel": "D", "date": "2021", "state": "open"},
        }
    }
    after = mended(FILE, edited_rows(frame, edited))
    assert after == (b"channel,date,state\nA,2020-01-01,open\nC,2020-01-01,open\nD,2021,open\n")


def test_nothing_edited_is_nothing_changed() -> None:
    """An untouched table leaves the file as it is, a ticked and unticked row too."""
    frame = rows_at(FILE, [2, 3])
    assert mended(FILE, edited_rows(frame, {})) == FILE
    assert mended(FILE, edited_rows(frame, {"edited_rows": {0: {"remove": False}}})) == FILE


def test_our_columns_have_names_that_the_file_has_not() -> None:
    """A file with a column `remove` of its own can be mended like any other."""
    data = b"channel,date,state,remove,what is wrong\nA,2020,opne,x,y\n"
    frame = rows_at(data, [2])
    assert own_columns(frame) == ("remove?", "what is wrong?")
    changed = edited_rows(frame, {"edited_rows": {0: {"remove": "z", "state": "open"}}})
    assert mended(data, changed).endswith(b"A,2020,open,z,y\n")
    assert mended(data, edited_rows(frame, {"edited_rows": {0: {"remove?": True}}})) == (
        b"channel,date,state,remove,what is wrong\n"
    )


def test_what_is_wrong_follows_the_edits() -> None:
    """A mended row says nothing; rows below one that was taken out keep their own words."""
    frame = rows_at(FILE, [2, 3])
    edits = edited_rows(frame, {"edited_rows": {0: {"remove": True}}})
    problems = read_record(mended(FILE, edits), TODAY).problems
    words = wrong_words([2, 3], problems, edits.removed)
    assert words[2] == ""
    assert words[3] == "There is no such day as 2020-02-30."
