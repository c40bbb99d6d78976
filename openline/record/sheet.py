"""A sheet: the cells of a file by the name of their column."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from openline.record.columns import COLUMNS, END, START
from openline.record.delimited import Cells
from openline.record.findings import Findings
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
    repeats: Findings

    @classmethod
    def of(cls, cells: Cells) -> "Sheet":
        """Return the sheet of a file's cells."""
        places = place_columns(cells.header)
        frame = cells.rows[list(places.values())].set_axis(list(places), axis="columns")
        longer = [item.line or 0 for item in cells.problems if item.code == "row-too-long"]
        whole = ~np.isin(cells.lines, longer)  # the others may differ in what no name stands over
        repeated = np.zeros(len(frame), dtype=bool)
        repeated[whole] = frame[whole].duplicated().to_numpy()
        known = frozenset({*FORMAT_NAMES, START, END} if START in places else FORMAT_NAMES)
        if not repeated.any():
            return cls(frame, cells.lines, known, Findings())
        kept = frame[~repeated].reset_index(drop=True)
        repeats = _repeats(frame, repeated, whole & ~repeated, cells.lines)
        return cls(kept, cells.lines[~repeated], known, repeats)

    def column(self, name: str) -> pd.Series:
        """Return a column of text, empty where the file lacks it."""
        if name in self.cells:
            return self.cells[name]
        return pd.Series(np.nan, index=self.cells.index, dtype="str")


def _repeats(
    frame: pd.DataFrame, repeated: np.ndarray, stands: np.ndarray, lines: np.ndarray
) -> Findings:
    """Return a problem for each row that repeats an earlier one which stands, and is named."""
    group = frame.groupby(list(frame.columns), dropna=False, sort=False).ngroup().to_numpy()
    first = np.empty(group.max() + 1, dtype=np.int64)
    first[group[stands]] = lines[stands]

    def tell(row: int) -> Problem:
        message = f"The row repeats line {first[group[row]]} exactly; the first stands."
        hint = "Remove one of the two."
        return problem("row-repeated", int(lines[row]), None, None, message, hint)

    return Findings.at("row-repeated", np.flatnonzero(repeated).tolist(), tell)
