"""The sheet: cells by the name of their column, exact repeats left out."""

from openline.record.columns import FORMAT_NAMES
from openline.record.delimited import read_cells
from openline.record.problems import Findings
from openline.record.sheet import Sheet


def _sheet(*lines: str) -> Sheet:
    return Sheet.of(read_cells("\n".join(lines)))


def test_cells_are_found_by_column() -> None:
    """A column is had by its name in the format; one that the file lacks is empty."""
    sheet = _sheet("State,channel,date,Note", "open,A,2020,x", "open,B,2021,")
    assert sheet.column("state").tolist() == ["open", "open"]
    assert sheet.others.frame(sheet.cells.index)["Note"].isna().tolist() == [False, True]
    assert sheet.column("actor").isna().all()
    assert len(sheet.column("actor")) == 2


def test_an_exact_repeat_is_named_and_left_out() -> None:
    """A row that repeats another after trimming is a warning with the first one's line."""
    sheet = _sheet("channel,date", "A,2020", "B,2020", "  A ,2020", "A,2020")
    assert sheet.lines.tolist() == [2, 3]
    assert [(item.code, item.line) for item in sheet.repeats.listed] == [
        ("row-repeated", 4),
        ("row-repeated", 5),
    ]
    assert all("line 2" in item.message for item in sheet.repeats.listed)


def test_rows_that_differ_in_another_column_are_no_repeats() -> None:
    """Columns that are not of the format count when rows are compared; empty cells at the end
    of a row are the same as none."""
    assert _sheet("channel,date,Note", "A,2020,x", "A,2020,y").repeats == Findings()
    found = _sheet("channel,date,a,b", "A,2020,x", "A,2020,,x", "A,2020,x,", "A,2020").repeats
    assert [item.line for item in found.listed] == [4]
    found = _sheet("a,b", "1,2", "1,3", "1,2").repeats
    assert [item.line for item in found.listed] == [4]


def test_rows_that_look_alike_only_because_cells_have_no_name_are_no_repeats() -> None:
    """Cells beyond the header are errors of their own; what they say is not compared."""
    found = _sheet("Lines of 2024", "A,2020,open", "A,2021,severed", "A,2022,open").repeats
    assert found.listed == ()
    found = _sheet("channel,date", "A,2020,open", "A,2020", "A,2020,open", "A,2020").repeats
    assert [(item.line, "line 3" in item.message) for item in found.listed] == [(5, True)]


def test_start_and_end_are_known_where_there_is_a_start() -> None:
    """The interval form's columns are of the format only in that form."""
    without = _sheet("channel,date,end", "A,2020,")
    assert ("end" in without.cells, without.others.names) == (False, ("end",))
    interval = _sheet("channel,start,End", "A,2020,")
    assert {"start", "end"} <= {*interval.cells}
    assert interval.others.names == ()


def test_the_names_are_in_the_order_of_the_contract() -> None:
    """The format's columns are known by name in the order in which they are written."""
    assert FORMAT_NAMES[:2] == ("channel", "parties")
    assert len(set(FORMAT_NAMES)) == len(FORMAT_NAMES)
