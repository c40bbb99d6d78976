"""Cells are counted before they are made."""

import pytest

from openline.record.extent import check_extent, check_lines


@pytest.mark.parametrize("data", [b"a,b\nc,d\n", b"\n" * 4, b"\r\n" * 4, b";;;;", b"a\tb\tc\td\t"])
def test_lines_and_marks_are_counted(data: bytes) -> None:
    """Blank lines and empty cells count as others do."""
    assert check_extent(data, 4) is None
    found = check_extent(data, 3)
    assert found is not None
    assert found.message == (
        "The file has more than 3 cells, blank lines and empty cells included."
    )


def test_a_line_that_is_too_long_is_named() -> None:
    """The first one is, by its number."""
    assert check_lines(["abc", "abcd"], 4) is None
    found = check_lines(["abc", "abcd"], 3)
    assert found is not None
    assert (found.line, found.message) == (2, "The line has more than 3 letters.")
