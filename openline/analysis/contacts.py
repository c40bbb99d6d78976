"""Contacts: the observations that the sides used a channel, within its life."""

import numpy as np
import pandas as pd

from openline.analysis.evidence import Evidence, derived
from openline.analysis.moves import latest_before
from openline.record.columns import CONTACT, ENDED


@derived
def lives(evidence: Evidence) -> pd.DataFrame:
    """Return the lives of channels: each from its first row with a state to its end.

    Columns: `channel_id`, `life`, `start` (day), `end`, `end_latest`, `end_text` (missing
    while it is ongoing).
    """
    moves = evidence.moves
    begins = moves.loc[moves["state"] != ENDED].drop_duplicates(["channel_id", "life"])
    ends = moves.loc[moves["state"] == ENDED, ["channel_id", "life", "day", "latest", "date"]]
    ends = ends.rename(columns={"day": "end", "latest": "end_latest", "date": "end_text"})
    frame = begins[["channel_id", "life", "day"]].rename(columns={"day": "start"})
    return frame.merge(ends, on=["channel_id", "life"], how="left")


@derived
def contacts(evidence: Evidence) -> pd.DataFrame:
    """Return the contact rows within a life, in order: the observations' columns and `life`.

    It goes by days: a contact on the day on which a life begins or ends is within it.
    """
    rows = evidence.observations
    contact_rows, life = rows[rows["event"] == CONTACT], lives(evidence)
    day = contact_rows["earliest"]
    at = latest_before(life["channel_id"], life["start"], contact_rows["channel_id"], day)
    ends = np.append(life["end"].to_numpy(), np.datetime64("NaT"))[at]
    inside = (at >= 0) & ~(day.to_numpy() > ends)
    numbers = np.append(life["life"].to_numpy(), 0)[at]
    return contact_rows.assign(life=numbers)[inside]
