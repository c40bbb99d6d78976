"""Rows as they are written."""

import csv
import gc
import io
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake import written_rows
from openline.intake.written_rows import Row, RowPlaces, Rows

LINES = ("a,b\n", '"c\n', 'd",\n', '"e"f\n', " ,\n", "g\n")
ROWS = [
    Row(1, 2, ("a", "b")),
    Row(2, 4, ("c\nd", "")),
    Row(4, 5, ("ef",), broken=True),
    Row(5, 6, (" ", "")),
    Row(6, 7, ("g",)),
]
PIECES = st.sampled_from(["a", " ", ",", '"', '""', "\n", "\r\n", "\r", "x,y\n", '"q\nr",s\n'])
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def rows_in_turn(lines: Sequence[str]) -> Iterator[Row]:
    """Part lines one row after the other, by one reader that goes on after an error."""
    reader = csv.reader(iter(lines), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, line + 1, tuple(next(csv.reader([lines[line - 1]]))), broken=True)
            continue
        yield Row(line, reader.line_num + 1, tuple(cells))


def test_rows_are_those_of_the_lines() -> None:
    """By place, from the end, in part, by line, and one after the other."""
    rows = Rows(LINES)
    assert [*rows] == [rows[0], rows[1], rows[2], rows[3], rows[-1]] == ROWS
    assert (rows[1:], rows[:2], len(rows)) == (ROWS[1:], ROWS[:2], 5)
    assert rows.on([2, 6]) == [ROWS[1], ROWS[4]]
    assert [rows.place(line) for line in range(1, 8)] == [0, 1, None, 2, 3, 4, None]
    assert not Rows()
    for beyond in (5, -6):
        with pytest.raises(IndexError):
            rows[beyond]


def test_lines_with_content_are_known() -> None:
    """Rows of blanks are none of them, and those above a line can be left out."""
    assert [*Rows(LINES).lines_with_content()] == [1, 2, 4, 6]
    assert [*Rows(LINES).lines_with_content(2)] == [4, 6]


def test_a_broken_row_is_known() -> None:
    """Only rows that all keep the quoting are whole."""
    assert Rows(LINES[:3]).is_whole
    assert not Rows(LINES).is_whole


def test_rows_are_the_same_where_lines_and_mark_are() -> None:
    """Another line, or another mark between the cells, makes other rows."""
    assert Rows(LINES) == Rows([*LINES])
    assert hash(Rows(LINES)) == hash(Rows([*LINES]))
    assert Rows(LINES) != Rows(LINES[:2])
    assert Rows(LINES) != Rows(LINES, ";")


def test_places_are_joined_in_their_order() -> None:
    """The parts of a text make the places of the whole, each below those before it."""
    parts = [RowPlaces.of(LINES[:3], ","), RowPlaces.of(LINES[3:], ",").below(3)]
    joined, whole = RowPlaces.joined(parts), RowPlaces.of(LINES, ",")
    assert [*joined.lines] == [*whole.lines] == [1, 2, 4, 5, 6]
    assert [*joined.broken] == [*whole.broken] == [False, False, True, False, False]
    assert [*joined.content[1:3]] == [*whole[1:3].content] == [True, True]
    assert len(RowPlaces.joined([])) == 0


@given(TEXTS, st.integers(1, 7))
def test_rows_are_as_one_reader_finds_them(text: str, at_once: int) -> None:
    """However many are parted at once, and whatever breaks the quoting or has several lines."""
    lines = tuple(io.StringIO(text, newline=""))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(written_rows, "_BLOCK", at_once)
        rows = Rows(lines)
        wanted = [*rows_in_turn(lines)]
        assert [*rows] == [rows[place] for place in range(len(rows))] == wanted
        assert rows.is_whole == (not any(row.broken for row in wanted))
        full = [row.line for row in wanted if "".join(row.cells).strip()]
        assert [*rows.lines_with_content()] == full


def test_every_kind_of_row_is_tried() -> None:
    """The texts above have broken rows, rows of several lines, and both in one block."""
    rows = [*rows_in_turn(tuple(io.StringIO('a\n"q\nr",s\n"x"y\nb\n', newline="")))]
    assert [row.broken for row in rows] == [False, False, True, False]
    assert max(row.end - row.line for row in rows) == 2


def test_how_far_it_is_is_told() -> None:
    """After each block, with the rows by then."""
    words = list[tuple[float, str]]()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(written_rows, "_BLOCK", 3)
        Rows(LINES, progress=lambda share, said: words.append((share, said)))
    assert words[0] == (5 / 6, "Keeping rows as written: 3 so far") or len(words) == 2
    assert words[-1][1] == "Keeping rows as written: 5 so far"


def test_nothing_of_them_is_gone_through_by_python() -> None:
    """Once found, no row is an object that is looked at again and again."""
    before = len(gc.get_objects())
    rows = Rows([f"a{line},b\n" for line in range(1_000)])
    gc.collect()
    assert len(rows) == 1_000
    assert len(gc.get_objects()) - before < 100
