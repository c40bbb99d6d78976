"""The tables that figures of channels are drawn from."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, eq=False)
class Frames:
    """What is known as of one day.

    `spans`, `status`, `openness` and `shares` are the tables of `openline.analysis`;
    `observations` are the rows that are seen. Without `shares` no figure tells time in state.
    """

    as_of: pd.Timestamp
    spans: pd.DataFrame
    status: pd.DataFrame
    observations: pd.DataFrame
    openness: pd.DataFrame
    shares: pd.DataFrame | None = None
