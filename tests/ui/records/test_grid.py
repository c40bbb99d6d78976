"""Rows in a table that can be edited."""

from openline.record.reading import read_record
from openline.ui.records.grid import wrong_words
from tests.asking import TODAY

FILE = b"channel,date,state\nA,2030-01-01,opne\nB,2020-02-30,open\n"


def test_what_is_wrong_stands_with_its_row() -> None:
    """Errors come first; a row that is taken out, or is not written yet, has nothing wrong."""
    problems = read_record(FILE, TODAY).problems
    words = wrong_words([3, 2, None, 7], problems)
    assert words[0] == "There is no such day as 2020-02-30."
    assert words[1].startswith("'opne' is not a state")
    assert words[2:] == ["", ""]
