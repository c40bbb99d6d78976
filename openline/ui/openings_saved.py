"""The lists of the page Openings as tables to save: with each date as it was given, and the
bounds of lengths, which the columns of the commands do not have."""

from typing import Final

import pandas as pd

from openline.analysis.openings import OPENINGS
from openline.analysis.signs import SIGNS

__all__ = ["moves_table", "signs_table"]

_GIVEN: Final = "date_text"
_LENGTHS: Final = ("after_days", "after_days_min", "after_days_max")


def moves_table(moves: pd.DataFrame) -> pd.DataFrame:
    """Return an openings table as it is saved: `date_text` stands after `date`, and the least
    and the greatest length after `after_days`."""
    columns = _after(_after(OPENINGS, "date", _GIVEN), _LENGTHS[0], *_LENGTHS[1:])
    return moves[columns].astype(dict.fromkeys(_LENGTHS, "Int64"))


def signs_table(signs: pd.DataFrame) -> pd.DataFrame:
    """Return a table of signs as it is saved: `date_text` stands after `date`."""
    return signs[_after(SIGNS, "date", _GIVEN)]


def _after(columns: tuple[str, ...] | list[str], name: str, *more: str) -> list[str]:
    at = list(columns).index(name) + 1
    return [*columns[:at], *more, *columns[at:]]
