"""Rows that a record already has, among those that somebody wants to add to it."""

from typing import Final

import pandas as pd

from openline.record.columns import CHANNEL, COLUMNS, CONFIDENCE, DATE, EVENT, PARTIES, STATE
from openline.record.record import Record

_SAME: Final = (PARTIES, CHANNEL, DATE, EVENT, STATE)
"""What two rows have in common that are one."""
_MOST_SORTS: Final = 32
"""How many sorts of rows are looked for, by the columns that they fill; what is of a rarer sort
is taken for new."""


def known_rows(record: Record, more: Record) -> frozenset[int]:
    """Return the lines of the rows of `more` that say nothing that `record` does not have: it
    has a row of the same channel, date, event and state, and what else they say is in it."""
    left, right = _texts(record), _texts(more)
    if CONFIDENCE not in more.columns:
        right = right.drop(columns=CONFIDENCE)
    fills = right.notna()
    sorts = fills.groupby(list(fills.columns), sort=False).size().nlargest(_MOST_SORTS)
    is_known = pd.Series(data=False, index=right.index)
    for sort in sorts.index:
        names = [name for name, filled in zip(right, sort, strict=True) if filled]
        rows = right[(fills == list(sort)).all(axis=1)]
        if {*names} <= {*left}:
            is_known |= _stand_in(rows[names], left[names])
    lines = more.observations["line"]
    return frozenset(lines) - frozenset(lines[~is_known])


def _stand_in(rows: pd.DataFrame, others: pd.DataFrame) -> pd.Series:
    """Mark the rows that are among others, by their index."""
    distinct = others.drop_duplicates()
    places = rows.reset_index().merge(distinct, on=list(rows), how="inner")["index"]
    return pd.Series(rows.index.isin(places), index=rows.index)


def _texts(record: Record) -> pd.DataFrame:
    """Return all cells of a record as text; what tells rows apart is empty where it is missing."""
    names = [column.name for column in COLUMNS]
    rows = record.observations[names].astype("str")
    frame = pd.concat([rows, record.extras.astype("str")], axis="columns")
    return frame.assign(**{name: frame[name].fillna("") for name in _SAME})
