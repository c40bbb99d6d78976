"""What is edited on the page."""

import pandas as pd

from openline.intake.mending import mended, rows_at
from openline.intake.source import Source, read_source
from openline.ui.records_edits import edited_rows, own_columns, standing

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


def test_rows_stand_where_the_edits_leave_them() -> None:
    """Below a row that grew by a line, and one that was taken out, each has its new line; an
    added row stands at the end once it says something."""
    source = read_source(FILE)
    assert isinstance(source, Source)
    frame = with_new(rows_at(FILE, [2, 3, 4]))
    grown = {0: {"state": "open\nto all"}}
    assert standing(source, frame, grown) == [2, 4, 5, None]
    assert standing(source, frame, {**grown, 1: {"remove": True}}) == [2, None, 4, None]
    assert standing(source, frame, {3: {"channel": "D"}}) == [2, 3, 4, 5]
    assert standing(source, frame, {3: {"channel": ""}}) == [2, 3, 4, None]
