"""A sheet: the cells of a file by the name of their column."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from openline.record.columns import COLUMNS, END, START
from openline.record.delimited import Cells
from openline.record.header import place_columns
from openline.record.problems import Problem, problem

__all__ = ["FORMAT_NAMES", "Sheet"]

FORMAT_NAMES: Final = tuple(column.name for column in COLUMNS)
"""The names of the format's columns, in their order."""


@dataclass(frozen=True)
class Sheet:
    """The cells of a file by column name; exact repeats of a row are named and left out."""

    cells: pd.DataFrame
    lines: np.ndarray
    known: frozenset[str]
    repeats: tuple[Problem, ...]

    @classmethod
    def of(cls, cells: Cells) -> "Sheet":
        """Return the sheet of a file's cells."""
        places = place_columns(cells.header)
        frame = cells.rows[list(places.values())].set_axis(list(places), axis="columns")
        longer = [item.line or 0 for item in cells.problems if item.code == "row-too-long"]
        whole = ~np.isin(cells.lines, longer)  # the others may differ in what no name stands over
        repeated = np.zeros(len(frame), dtype=bool)
        repeated[whole] = frame[whole].duplicated().to_numpy()
        first = {}
        if repeated.any():
            group = frame.groupby(list(frame.columns), dropna=False, sort=False).ngroup()
            stand = whole & ~repeated
            first = dict(zip(group[stand], cells.lines[stand], strict=True))
            first = {row: first[group[row]] for row in np.flatnonzero(repeated)}
        repeats = tuple(_repeat(int(cells.lines[row]), int(line)) for row, line in first.items())
        known = frozenset({*FORMAT_NAMES, START, END} if START in places else FORMAT_NAMES)
        kept = frame[~repeated].reset_index(drop=True)
        return cls(kept, cells.lines[~repeated], known, repeats)

    def column(self, name: str) -> pd.Series:
        """Return a column of text, empty where the file lacks it."""
        if name in self.cells:
            return self.cells[name]
        return pd.Series(np.nan, index=self.cells.index, dtype="str")


def _repeat(line: int, first: int) -> Problem:
    message = f"The row repeats line {first} exactly; the first stands."
    return problem("row-repeated", line, None, None, message, "Remove one of the two.")
