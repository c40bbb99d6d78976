"""What is edited on the page."""

import pandas as pd

from openline.intake.arranging import column_labels
from openline.intake.choices import Choices
from openline.intake.deriving import arranged_frame, derive
from openline.intake.edits import Edits
from openline.intake.source import Source, read_source
from openline.ui.records.draft import Draft
from openline.ui.records.edits import edited_rows, mark_columns, standing

FILE = b"channel,date,state\nA,2020-01-01,opne\nB,2020-02-30,open\nC,2020-01-01,open\n"


def source_of(data: bytes) -> Source:
    """Return the rows of a file."""
    found = read_source(data)
    assert isinstance(found, Source)
    return found


def rows_at(data: bytes, lines: list[int]) -> pd.DataFrame:
    """Return some rows of a file as they are shown to be edited."""
    return arranged_frame(source_of(data), Choices(), Edits(), lines)


def mended(data: bytes, frame: pd.DataFrame, edited: dict[str, object]) -> bytes:
    """Return a file with what was edited in some of its rows."""
    labels = column_labels(source_of(data).header.cells)
    return derive(data, edits=edited_rows(frame, edited, labels))


def with_new(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with an added one below them."""
    return pd.concat([frame, pd.DataFrame("", index=["new"], columns=frame.columns)])


def test_cells_rows_and_removals_are_edits() -> None:
    """A changed cell, a row that is taken out and an added row all reach the file."""
    frame = with_new(rows_at(FILE, [2, 3]))
    edited: dict[str, object] = {
        "edited_rows": {
            0: {"state": "open"},
            1: {"remove": True},
            2: {"channel": "D", "date": "2021", "state": "open"},
        }
    }
    assert mended(FILE, frame, edited) == (
        b"channel,date,state\nA,2020-01-01,open\n\nC,2020-01-01,open\nD,2021,open\n"
    )


def test_nothing_edited_is_nothing_changed() -> None:
    """An untouched table leaves the file as it is, a ticked and unticked row too."""
    frame = rows_at(FILE, [2, 3])
    assert mended(FILE, frame, {}) == FILE
    assert mended(FILE, frame, {"edited_rows": {0: {"remove": False}}}) == FILE


def test_our_columns_have_names_that_the_file_has_not() -> None:
    """A file with a column `remove` of its own can be mended like any other."""
    data = b"channel,date,state,remove,what is wrong\nA,2020,opne,x,y\n"
    frame = rows_at(data, [2])
    assert mark_columns(frame) == ("remove?", "what is wrong?")
    changed: dict[str, object] = {"edited_rows": {0: {"remove": "z", "state": "open"}}}
    assert mended(data, frame, changed).endswith(b"A,2020,open,z,y\n")
    assert mended(data, frame, {"edited_rows": {0: {"remove?": True}}}) == (
        b"channel,date,state,remove,what is wrong\n\n"
    )


def test_rows_stand_where_they_came() -> None:
    """One that is taken out stands nowhere; an added row stands below the file and the rows that
    were added before, once it says something."""
    source = source_of(FILE)
    draft = Draft.of("a.csv", FILE).edited(Edits(added=({"channel": "X"},)))
    frame = with_new(rows_at(FILE, [2, 3, 4]))
    assert standing(source, draft, frame, {0: {"state": "open"}}) == [2, 3, 4, None]
    assert standing(source, draft, frame, {1: {"remove": True}}) == [2, None, 4, None]
    assert standing(source, draft, frame, {3: {"channel": "D"}}) == [2, 3, 4, 6]
    assert standing(source, draft, frame, {3: {"channel": ""}}) == [2, 3, 4, None]
