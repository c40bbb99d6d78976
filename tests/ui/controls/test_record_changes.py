"""What differs between two records, on the page."""

from openline.record.reading import read_record
from openline.record.record import Record
from openline.ui.controls.record_changes import changes, changes_html, rows_table
from tests.asking import TODAY

BEFORE = "channel,parties,date,state,summary\nA,X; Y,2020-01-01,open,s\nB,X; Y,2020-01-01,open,s\n"
AFTER = BEFORE.replace("B,X; Y,2020-01-01,open", "B,X; Y,2020-01-01,severed") + "C,,2021,open,t\n"


def record(text: str) -> Record:
    """Return the record of a text."""
    return read_record(text.encode(), TODAY)


def test_rows_and_channels_that_differ_are_shown() -> None:
    """A sentence counts them, a list has the channels, a table the rows."""
    found = changes("a", record(BEFORE), record(AFTER), TODAY)
    page = changes_html(found)
    assert "1 row added and 1 row changed; the status of 2 channels changes" in page
    assert 'class="ol-open ol-one-line">open</span> → ' in page
    table = rows_table(found.difference.rows)
    assert list(table["Change"]) == ["changed", "added"]
    assert list(table["Line"]) == [3, 4]
    assert list(table["What differs"]) == ["state", ""]


def test_a_removed_row_has_the_line_that_it_had() -> None:
    """What is no longer in the file is found in the one before."""
    table = rows_table(changes("b", record(AFTER), record(BEFORE), TODAY).difference.rows)
    assert ("removed", 4) in set(zip(table["Change"], table["Line"], strict=True))


def test_hostile_names_are_text() -> None:
    """A channel's name takes no effect in the list."""
    bad = AFTER.replace("C,,", "<img src=x>,<b>; Z,")
    page = changes_html(changes("c", record(BEFORE), record(bad), TODAY))
    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page
