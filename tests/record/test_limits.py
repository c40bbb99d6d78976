"""Limits of reading: one value, which every reader takes."""

import pytest

from openline.record.limits import UNLIMITED, Extent, ReadingLimits, check_extent
from openline.record.reading import read_record
from tests.asking import TODAY

_DATA = b"channel,date,state,note\nA,2020,open,12345\nB,2020,open,\n"


@pytest.mark.parametrize(
    ("exact", "below", "code"),
    [
        (ReadingLimits(size=len(_DATA)), ReadingLimits(size=len(_DATA) - 1), "size-limit"),
        (ReadingLimits(rows=2), ReadingLimits(rows=1), "row-limit"),
        (ReadingLimits(columns=4), ReadingLimits(columns=3), "column-limit"),
        (ReadingLimits(channels=2), ReadingLimits(channels=1), "channel-limit"),
        (ReadingLimits(letters=7), ReadingLimits(letters=6), "cell-too-long"),
    ],
)
def test_a_limit_is_inclusive(exact: ReadingLimits, below: ReadingLimits, code: str) -> None:
    """A file of just a limit is read; of one above it that is said, and nothing else."""
    assert read_record(_DATA, TODAY, exact).problems == ()
    assert {item.code for item in read_record(_DATA, TODAY, below).problems} == {code}


def test_only_cells_are_limited_unless_said() -> None:
    """Any number of bytes, rows, columns and channels is read; a cell has its own limit."""
    assert ReadingLimits(None, None, None, None, 32_767) == UNLIMITED


@pytest.mark.parametrize("data", [b"a,b\nc,d\n", b"\n" * 4, b"\r\n" * 4, b";;;;", b"a\tb\tc\td\t"])
def test_lines_and_marks_are_counted(data: bytes) -> None:
    """Blank lines and empty cells count as others do."""
    assert check_extent(data, Extent(cells=4)) is None
    found = check_extent(data, Extent(cells=3))
    assert found is not None
    assert found.message == (
        "The file has more than 3 cells, blank lines and empty cells included."
    )


@pytest.mark.parametrize(
    ("data", "is_long"),
    [
        (b"abc\nabc\r\nabc", False),
        (b"abc\nabcd", True),
        (b"abcd", True),
        (b"abc", False),
        (b"\n\nabcd\n", True),
        (b"", False),
    ],
)
def test_a_line_that_is_too_long_is_named(data: bytes, is_long: bool) -> None:
    """Whatever ends it, and wherever it stands."""
    found = check_extent(data, Extent(line=3))
    assert (found is not None) == is_long
    assert found is None or found.message == "The file has a line of more than 3 bytes."
