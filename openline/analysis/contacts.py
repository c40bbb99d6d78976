"""Contacts: the observations that the sides used a channel, within its life."""

import numpy as np
import pandas as pd

from openline.analysis.evidence import Evidence
from openline.record.columns import CONTACT, ENDED

__all__ = ["contacts", "lives"]

_NO_END = 2**53
"""An index beyond every observation."""


def lives(evidence: Evidence) -> pd.DataFrame:
    """Return the lives of channels: each from its first row with a state to its end.

    Columns: `channel_id`, `life`, `start` (day), `first` and `last` (bounds of the index of
    its observations, `last` excluded), `end`, `end_latest`, `end_text` (missing while it goes on).
    """
    return evidence.derive(_lives)


def contacts(evidence: Evidence) -> pd.DataFrame:
    """Return the contact rows within a life, in order: the observations' columns and `life`."""
    return evidence.derive(_contacts)


def _lives(evidence: Evidence) -> pd.DataFrame:
    moves, rows = evidence.moves, evidence.observations
    begins = moves.loc[moves["state"] != ENDED].drop_duplicates(["channel_id", "life"])
    ends = moves.loc[
        moves["state"] == ENDED, ["channel_id", "life", "day", "latest", "date", "row"]
    ]
    ends = ends.rename(
        columns={"day": "end", "latest": "end_latest", "date": "end_text", "row": "last"}
    )
    frame = begins[["channel_id", "life", "day", "row"]].rename(columns={"day": "start"})
    frame = frame.merge(ends, on=["channel_id", "life"], how="left")
    frame["last"] = frame["last"].fillna(_NO_END).astype("int64")
    stated = rows[rows["state"].notna()]
    first = stated.reset_index().drop_duplicates(["channel_id", "earliest"])
    first = first[["channel_id", "earliest", "index"]].rename(
        columns={"earliest": "start", "index": "first"}
    )
    frame = frame.merge(first, on=["channel_id", "start"], how="left")
    frame["first"] = frame["first"].fillna(frame["row"]).clip(upper=frame["row"]).astype("int64")
    return frame.drop(columns="row")


def _contacts(evidence: Evidence) -> pd.DataFrame:
    rows = evidence.observations
    found = rows[rows["event"] == CONTACT]
    life = lives(evidence).sort_values("first")
    at = np.searchsorted(life["first"].to_numpy(), found.index.to_numpy(), "right") - 1
    inside = at >= 0
    if len(life):
        holder = life.iloc[np.maximum(at, 0)]
        inside &= holder["channel_id"].to_numpy() == found["channel_id"].to_numpy()
        inside &= found.index.to_numpy() < holder["last"].to_numpy()
        return found.assign(life=holder["life"].to_numpy())[inside]
    return found.assign(life=0)[inside]
