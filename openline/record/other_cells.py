"""Cells of columns that the format does not know, as long as each row has them.

A column of its own for each would cost as many cells as rows times columns, however short the
rows are; so they are kept row by row, and made a frame where one is asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

_BETWEEN: Final = "\x00"
"""Stands between cells that are compared as one text: a cell that has it is at fault."""


@dataclass(frozen=True, eq=False)
class OtherCells:
    """The other columns' names, and a list of cells for each row: those of the first columns,
    as many as the row has, null where they are empty."""

    names: tuple[str, ...]
    lists: pa.LargeListArray

    @classmethod
    def of(
        cls, names: Sequence[str], cells: Sequence[pa.Array], counts: Sequence[np.ndarray]
    ) -> "OtherCells":
        """Return the cells of rows block by block, with how many each row has."""
        lengths = np.concatenate([np.zeros(1, dtype=np.int64), *counts])
        flat = pa.concat_arrays([pa.array([], pa.large_string()), *cells])
        offsets = pa.array(np.cumsum(lengths), pa.int64())
        return cls(tuple(names), pa.LargeListArray.from_arrays(offsets, flat))

    def __len__(self) -> int:
        return len(self.lists)

    def taken(self, places: np.ndarray) -> "OtherCells":
        """Return the cells of the rows at some places."""
        return OtherCells(self.names, pc.take(self.lists, pa.array(places, pa.int64())))

    def joined(self, other: "OtherCells") -> "OtherCells":
        """Return the cells of these rows, then those of others with the same columns."""
        return OtherCells(self.names, pa.concat_arrays([self.lists, other.lists]))

    def keys(self) -> list[str]:
        """Return a text for each row, the same where all cells are."""
        rows = self.lists.to_pylist()
        return [_BETWEEN.join(cell or "" for cell in row).rstrip(_BETWEEN) for row in rows]

    def texts(self) -> pa.Array:
        """Return all cells, row by row; `place` says where each stands."""
        return self.lists.flatten()

    def rows_of(self, numbers: np.ndarray) -> np.ndarray:
        """Return the row of each of some of the `texts`."""
        return np.searchsorted(self._ends, numbers, "right")

    def place(self, number: int) -> tuple[int, str]:
        """Return the row and the column of one of the `texts`."""
        row = int(self.rows_of(np.array([number]))[0])
        begin = int(self._ends[row - 1]) if row else 0
        return row, self.names[number - begin]

    def frame(self, index: pd.Index) -> pd.DataFrame:
        """Return the cells as a frame of text columns, with an index for its rows."""
        columns = {
            name: pd.array(text, dtype="str")
            for name, text in zip(self.names, self._columns(), strict=True)
        }
        return pd.DataFrame(columns, index=index, columns=pd.Index(self.names, dtype="str"))

    def _columns(self) -> Iterator[pa.Array]:
        flat, counts = self.lists.flatten(), self._counts
        row = np.repeat(np.arange(len(self)), counts)
        place = np.arange(len(row)) - np.repeat(self._ends - counts, counts)
        order = np.argsort(place, kind="stable")
        ends = np.searchsorted(place[order], np.arange(len(self.names)), "right")
        empty, start = pa.nulls(len(self), pa.large_string()), 0
        for end in ends.tolist():
            cells = order[start:end]
            start = end
            at = np.full(len(self), -1)
            at[row[cells]] = cells
            yield flat.take(pa.array(at, pa.int64(), mask=at < 0)) if len(cells) else empty

    @cached_property
    def _counts(self) -> np.ndarray:
        return pc.list_value_length(self.lists).to_numpy(zero_copy_only=False).astype(np.int64)

    @cached_property
    def _ends(self) -> np.ndarray:
        return np.cumsum(self._counts)
