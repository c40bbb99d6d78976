"""Problems of the layout: each says where it is, what is wrong and how to mend it."""

from openline.record.layout_problems import (
    bad_quoting,
    nul_byte,
    over_limit,
    row_too_long,
    stray_bytes,
    unknown_delimiter,
)


def test_a_limit_is_told_with_its_figure() -> None:
    """A file over a limit is told what the limit is, of the whole file."""
    columns, rows = over_limit("columns", 500), over_limit("rows", 1_000_000)
    assert columns.message == "The file has more columns than the limit here, 500."
    assert rows.message == "The file has more rows than the limit here, 1,000,000."
    assert (columns.line, rows.line) == (None, None)


def test_a_broken_row_stands_at_its_line() -> None:
    """A row that is too long or breaks the quoting is named at the line where it begins."""
    long = row_too_long(7, "more", 3)
    open_quote, after = bad_quoting(8, "unexpected end of data"), bad_quoting(9, "',' expected")
    assert (long.line, long.value, open_quote.line, after.line) == (7, "more", 8, 9)
    assert "never closed" in open_quote.message
    assert "after its closing quote" in after.message


def test_a_broken_quote_says_how_many_lines_it_swallowed() -> None:
    """Whoever looks for the missing quote learns how far it reaches."""
    end, after = "unexpected end of data", "',' expected after '\"'"
    assert bad_quoting(5, end, 43).message == (
        "A double quote is opened in this row and never closed, so the 38 lines after it, to "
        "line 43, are read as part of this row."
    )
    assert "so the line after it, line 6, is read as part" in bad_quoting(5, end, 6).message
    assert bad_quoting(5, after, 7).message == (
        "A quoted cell continues after its closing quote; the 2 lines after it, to line 7, are "
        "read as part of this row."
    )
    assert bad_quoting(5, end, 5).message.endswith("in this row and never closed.")


def test_damaged_cells_are_shown_without_outer_blanks() -> None:
    """A cell with a NUL byte or stray bytes is shown as found, trimmed."""
    assert nul_byte(2, " a\x00b ").value == "a\x00b"
    assert stray_bytes(3, " g\ufffdn ").value == "g\ufffdn"
    assert "\ufffd" in stray_bytes(3, "g\ufffdn").suggestion


def test_a_delimiter_that_is_none_is_told_on_line_1() -> None:
    """A first line that names another delimiter is told as it stands, with those that are."""
    found = unknown_delimiter('"')
    assert (found.code, found.line, found.value) == ("delimiter-unknown", 1, 'sep="')
    assert "a comma, a semicolon, a tab or |" in found.suggestion
