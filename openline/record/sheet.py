"""A sheet: the cells of a file by the name of their column."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from openline.record.delimited import Cells
from openline.record.other_cells import OtherCells
from openline.record.problems import Findings, Problem, problem

_REST: Final = "\x00"
"""The name under which a row's other cells are compared, which no column has."""


@dataclass(frozen=True)
class Sheet:
    """The cells of a file: `cells` by the format's columns, `others` of the other ones; exact
    repeats of a row are named and left out."""

    cells: pd.DataFrame
    others: OtherCells
    lines: np.ndarray
    repeats: Findings

    @classmethod
    def of(cls, cells: Cells) -> "Sheet":
        """Return the sheet of a file's cells."""
        frame, others, lines = cells.rows, cells.others, cells.lines
        # Rows with cells that no name stands over may differ in these.
        whole = np.flatnonzero(~cells.longer)
        if len(frame.columns):
            whole = whole[frame.iloc[whole].duplicated(keep=False).to_numpy()]
        alike = whole
        if not alike.size:
            return cls(frame, others, lines, Findings())
        compared = frame.iloc[alike].assign(**{_REST: others.taken(alike).keys()})
        group = compared.groupby(list(compared), dropna=False, sort=False).ngroup().to_numpy()
        _, first = np.unique(group, return_index=True)
        again = np.setdiff1d(np.arange(len(alike)), first)
        repeats = _repeats(lines[alike[again]], lines[alike[first[group[again]]]])
        stay = np.setdiff1d(np.arange(len(frame)), alike[again])
        kept = frame.iloc[stay].reset_index(drop=True)
        return cls(kept, others.taken(stay), lines[stay], repeats)

    def column(self, name: str) -> pd.Series:
        """Return a column of text, empty where the file lacks it."""
        if name in self.cells:
            return self.cells[name]
        return pd.Series(np.nan, index=self.cells.index, dtype="str")


def _repeats(lines: np.ndarray, firsts: np.ndarray) -> Findings:
    """Return a problem for each row that repeats an earlier one, which stands and is named."""

    def tell(row: int) -> Problem:
        message = f"The row repeats line {firsts[row]} exactly; the first counts."
        hint = "Remove one of the two."
        return problem("row-repeated", int(lines[row]), None, None, message, hint)

    return Findings.at("row-repeated", range(len(lines)), tell)
