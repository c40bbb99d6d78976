"""Mending in place."""

from openline.record.reading import read_record
from openline.ui.records.mend import problems_by_line
from tests.asking import TODAY

FILE = b"channel,date\nA,2020-02-30\nB,2020-02-31\n"


def test_problems_are_told_by_their_lines() -> None:
    """Each line has its own; one without problems has none."""
    found = problems_by_line(read_record(FILE, TODAY).problems)
    assert [item.value for item in found[2]] == ["2020-02-30"]
    assert [item.value for item in found[3]] == ["2020-02-31"]
    assert 4 not in found
