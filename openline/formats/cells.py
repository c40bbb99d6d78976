"""The cells of a table as plain values, the same in every format."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from openline.record.hidden import visible
from openline.record.problems import PROBLEM_FIELDS, Problem

Cell = str | int | float | bool | None


def plain_rows(frame: pd.DataFrame) -> list[tuple[Cell, ...]]:
    """Return the rows of a frame as plain values: days as ISO dates, whole numbers whole,
    missing as None."""
    columns = [plain_column(frame[name]) for name in frame]
    return list(zip(*columns, strict=True)) if columns else []


def plain_column(column: pd.Series) -> list[Cell]:
    """Return the values of one column as plain values."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        days = column.to_numpy().astype("datetime64[D]")
        return [None if np.isnat(day) else str(day) for day in days]
    return [_plain(value) for value in column.tolist()]


def _plain(value: object) -> Cell:
    if pd.isna(value):
        return None
    if isinstance(value, (date, np.datetime64)):
        return str(value)[:10]
    plain = value.item() if isinstance(value, np.generic) else value
    return plain if isinstance(plain, (bool, int, float)) else str(plain)


def problem_frame(problems: Sequence[Problem]) -> pd.DataFrame:
    """Return problems as a frame, a row each, with the columns `PROBLEM_FIELDS`."""
    rows = [[getattr(item, name) for name in PROBLEM_FIELDS] for item in problems]
    return pd.DataFrame(rows, columns=list(PROBLEM_FIELDS)).astype({"line": "Int64"})


def visible_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as a table shows it: what cannot be seen is `�` in its texts."""
    copy = frame.copy(deep=False)
    for name in frame:
        if pd.api.types.is_string_dtype(frame[name].dtype):
            copy[name] = frame[name].map(lambda it: visible(it) if isinstance(it, str) else it)
    return copy
