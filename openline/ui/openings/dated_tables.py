"""The lists of the page Openings as tables to save: with each date as it was given, which the
columns of the commands do not have."""

from typing import Final

import pandas as pd

from openline.analysis.openings import OPENINGS
from openline.analysis.signs import SIGNS

_GIVEN: Final = "date_text"
_LENGTHS: Final = ("after_days", "after_days_min", "after_days_max")


def moves_table(moves: pd.DataFrame) -> pd.DataFrame:
    """Return an openings table as it is saved: `date_text` stands after `date`."""
    return moves[_with_given(OPENINGS)].astype(dict.fromkeys(_LENGTHS, "Int64"))


def signs_table(signs: pd.DataFrame) -> pd.DataFrame:
    """Return a table of signs as it is saved: `date_text` stands after `date`."""
    return signs[_with_given(SIGNS)]


def _with_given(columns: tuple[str, ...]) -> list[str]:
    at = columns.index("date") + 1
    return [*columns[:at], _GIVEN, *columns[at:]]
