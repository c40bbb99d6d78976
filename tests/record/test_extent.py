"""Cells are counted before they are made."""

import pytest

from openline.record.extent import Extent, check_extent


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
