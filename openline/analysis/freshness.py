"""Freshness: whether a channel's state rests on evidence of the last two years or on older."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from openline.record.columns import KNOWN_STATES

STALE_AFTER: Final = 730
"""Days after its latest row up to which a known state is fresh; from the next day it is stale."""


def fresh_since(as_of: pd.Timestamp) -> pd.Timestamp:
    """Return the earliest day whose rows still make a state fresh on the as-of day."""
    return max(as_of - pd.Timedelta(days=STALE_AFTER), pd.Timestamp(date.min))


def last_observed(observations: pd.DataFrame) -> pd.DataFrame:
    """Return, by `channel_id`, the day of the latest of some observations, of any kind.

    Columns: `last_observed`, and `last_observed_text`, the date as given.
    """
    newest = observations.drop_duplicates("channel_id", keep="last")
    newest = newest.set_index("channel_id")[["earliest", "date"]]
    return newest.rename(columns={"earliest": "last_observed", "date": "last_observed_text"})


def forgotten(
    channels: pd.Series, observations: pd.DataFrame, as_of: pd.Timestamp
) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Mark the ids of channels that have no row of any kind in the last 730 days."""
    observed = last_observed(observations)["last_observed"].reindex(channels)
    return observed.to_numpy() < fresh_since(as_of)


def mark_stale(state: pd.Series, observed: pd.Series, as_of: pd.Timestamp) -> "pd.Series[bool]":
    """Mark the known states whose latest row came more than 730 days before the as-of day."""
    return state.isin(KNOWN_STATES) & (observed < fresh_since(as_of))


def fresh_counts(status: pd.DataFrame) -> dict[str, int]:
    """Return how many channels of each known state, severed first, are fresh, that is, not
    stale; `status` is the table of `openline.analysis.status`, or some of its rows."""
    fresh = status.loc[~status["stale"].astype(bool), "state"].value_counts()
    return {state: int(fresh.get(state, 0)) for state in KNOWN_STATES}
