"""Rows as they are written."""

import gc

import pytest

from openline.intake.written_rows import Row, Rows

MADE = [Row(1, 2, ("a", "b")), Row(2, 4, ("c\nd",)), Row(4, 5, ('"',), broken=True)]


def test_rows_are_those_that_were_given() -> None:
    """By place, from the end, in part and one after the other."""
    rows = Rows(MADE)
    assert [*rows] == [rows[0], rows[1], rows[-1]] == MADE
    assert (rows[1:], rows[:2], len(rows), [*rows.lines]) == (MADE[1:], MADE[:2], 3, [1, 2, 4])
    assert not Rows()
    for beyond in (3, -4):
        with pytest.raises(IndexError):
            rows[beyond]


def test_a_broken_row_is_known() -> None:
    """Only rows that all keep the quoting are whole."""
    assert Rows(MADE[:2]).is_whole
    assert not Rows(MADE).is_whole


def test_rows_are_the_same_where_all_of_them_is() -> None:
    """Lines, ends, cells and whether one is broken count."""
    assert Rows(MADE) == Rows(MADE)
    assert hash(Rows(MADE)) == hash(Rows(MADE))
    assert Rows(MADE) != Rows(MADE[:2])
    assert Rows(MADE) != Rows([*MADE[:2], Row(4, 5, ('"',))])


def test_nothing_of_them_is_gone_through_after_each_run() -> None:
    """Once seen, neither the rows nor their cells are objects that Python looks at again."""
    rows = Rows(Row(line, line + 1, (f"a{line}", "b")) for line in range(1_000))
    gc.collect()
    assert rows
    assert sum(isinstance(item, Row) for item in gc.get_objects()) < 100
    assert not any(gc.is_tracked(row.cells) for row in rows)
