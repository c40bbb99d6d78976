"""The tables that figures of channels are drawn from."""

from dataclasses import dataclass
from typing import Self

import pandas as pd

from openline.analysis.evidence import Evidence
from openline.analysis.openness import openness
from openline.analysis.spans import spans
from openline.analysis.status import status
from openline.analysis.time_in_state import shares


@dataclass(frozen=True, eq=False)
class Frames:
    """The tables of what is known as of one day.

    `spans`, `status`, `openness` and `shares` are the tables of `openline.analysis`; `observations`
    are the rows seen by then. Without `shares` no figure gives time in state.
    """

    as_of: pd.Timestamp
    spans: pd.DataFrame
    status: pd.DataFrame
    observations: pd.DataFrame
    openness: pd.DataFrame
    shares: pd.DataFrame | None = None

    @classmethod
    def of(cls, seen: Evidence) -> Self:
        """Return all tables of some evidence, each computed once."""
        tables = (spans(seen), status(seen), seen.observations, openness(seen), shares(seen))
        return cls(seen.as_of, *tables)
