"""Rows of a delimited text and their lines."""

from openline.record.csv_rows import CsvRows, RowReader, has_wide_header


def test_rows_are_taken_with_their_lines_and_the_broken_ones_among_them() -> None:
    """A row of two lines, one that closes no quote where it should, a blank one, and the last."""
    rows = CsvRows(['"a\n', 'b",c\n', '"d"e,f\n', "\n", "g\n"], ",")
    first = rows.take(3)
    assert (first.lines, first.cells, first.end) == ([1, 3, 4], [["a\nb", "c"], [], []], 5)
    assert [*first.broken] == [1]
    assert rows.take(3)[:3] == ([5], [["g"]], {})
    assert rows.take(3).cells == []


def test_rows_come_in_blocks_with_their_lines() -> None:
    """A block has so many rows at most; a cell of two lines moves the next row down."""
    reader = RowReader('a,b\n"1\n2",x\n\n3,y\n', ",")
    assert reader.header() == ["a", "b"]
    assert reader.block(2) == ([2, 4], [["1\n2", "x"], []])
    assert reader.block(2) == ([5], [["3", "y"]])
    assert reader.block(2) is None


def test_broken_rows_are_passed_within_a_block() -> None:
    """A row that breaks the quoting is named at its line, counted, and ends no block."""
    reader = RowReader('a,b\n1,x\n"2"y,z\n3,z\n"4', ",")
    reader.header()
    reader.seen = 0
    assert reader.block(10) == ([2, 4], [["1", "x"], ["3", "z"]])
    assert reader.seen == 4
    found = reader.listing.findings.listed
    assert [(item.code, item.line) for item in found] == [
        ("quote-unterminated", 3),
        ("quote-unterminated", 5),
    ]


def test_a_block_of_broken_rows_is_not_the_end() -> None:
    """Where all rows of a block are broken, reading goes on behind it."""
    reader = RowReader('"1"x\n"2"x\na\n', ",")
    assert reader.block(2) == ([], [])
    assert reader.block(2) == ([3], [["a"]])


def test_a_header_is_looked_for_within_the_limit() -> None:
    """Empty rows before the header count; beyond the limit none is looked for."""
    assert RowReader("\n,,\na,b\n", ",").header(2) == ["a", "b"]
    assert RowReader("\n" * 50 + "a,b\n", ",").header(10) == []


def test_a_wide_header_is_told_without_taking_it_apart() -> None:
    """More cells than the limit, empty ones too, are told of the lines up to the header."""
    assert has_wide_header("a,b,c\n", ",", 2)
    assert not has_wide_header("a,b,c\n", ",", 3)
    assert not has_wide_header("a\n1,2,3,4\n", ",", 2)
    assert has_wide_header(",,,,\na\n", ",", 2)
    assert has_wide_header("," * 5_000_000, ",", 500)


def test_delimiters_within_quotes_make_no_cells() -> None:
    """A quoted cell with delimiters is one, and quotes within it are written twice."""
    assert not has_wide_header('"a,b,""c"",d",e\n', ",", 2)
    assert has_wide_header('"a,b",c,d\n', ",", 2)
    assert not has_wide_header('"a,b,c,d\n', ",", 4)
