"""Cells of columns that the format does not know."""

import numpy as np
import pandas as pd
import pyarrow as pa

from openline.record.other_cells import OtherCells


def _cells(*rows: tuple[str | None, ...]) -> OtherCells:
    flat = pa.array([cell for row in rows for cell in row], pa.large_string())
    return OtherCells.of(("a", "b", "c"), [flat], [np.array([len(row) for row in rows])])


def _rows(cells: OtherCells) -> list[list[str | None]]:
    frame = cells.frame(pd.RangeIndex(len(cells)))
    return [[None if pd.isna(cell) else cell for cell in row] for row in frame.to_numpy().tolist()]


_SOME = _cells(("1", "2", "3"), (), (None, "x"), ("y",))


def test_short_rows_are_padded_in_a_frame() -> None:
    """A frame has all columns, empty where a row ends before them."""
    assert _rows(_SOME) == [
        ["1", "2", "3"],
        [None, None, None],
        [None, "x", None],
        ["y", None, None],
    ]
    assert list(_SOME.frame(pd.RangeIndex(4))) == ["a", "b", "c"]


def test_rows_are_taken_and_joined() -> None:
    """Rows can be had in another order, more than once, and after those of another file."""
    taken = _SOME.taken(np.array([3, 0, 3]))
    assert _rows(taken) == [["y", None, None], ["1", "2", "3"], ["y", None, None]]
    assert _rows(taken.joined(_cells(("z",))))[-1] == ["z", None, None]
    assert len(_SOME.taken(np.array([], dtype=int))) == 0


def test_rows_of_the_same_cells_have_the_same_key() -> None:
    """Empty cells at the end of a row make no difference, those before others do."""
    keys = _cells(("x",), ("x", None), (None, "x"), ("x", None, None), ()).keys()
    assert keys[0] == keys[1] == keys[3]
    assert len({*keys}) == 3


def test_each_cell_says_where_it_stands() -> None:
    """The texts of all cells come row by row, each with its row and column."""
    taken = _SOME.taken(np.array([1, 2, 0]))
    assert taken.texts().to_pylist() == [None, "x", "1", "2", "3"]
    assert [taken.place(number) for number in range(5)] == [
        (1, "a"),
        (1, "b"),
        (2, "a"),
        (2, "b"),
        (2, "c"),
    ]
    assert taken.rows_of(np.array([0, 4])).tolist() == [1, 2]


def test_a_file_without_other_columns_has_none() -> None:
    """Without other columns, and without rows, a frame has its index alone."""
    none = OtherCells.of((), [], [np.array([0, 0])])
    assert none.frame(pd.RangeIndex(2)).shape == (2, 0)
    assert OtherCells.of(("a",), [], []).frame(pd.RangeIndex(0)).shape == (0, 1)
