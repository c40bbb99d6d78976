"""Openness: how open the known channels are on average, day by day."""

from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.evidence import Evidence, derived
from openline.analysis.freshness import STALE_AFTER
from openline.record.columns import (
    ENDED,
    KNOWN_STATES,
    OPEN,
    PARTIAL,
    SEVERED,
    STATUS_WORDS,
    UNKNOWN,
)

OPENNESS: Final = (
    "date",
    OPEN,
    PARTIAL,
    SEVERED,
    UNKNOWN,
    ENDED,
    "stale",
    "openness",
    "low",
    "high",
)
WEIGHTS: Final = {OPEN: 1.0, PARTIAL: 0.5, SEVERED: 0.0}
"""What each known state counts for."""


@derived
def openness(evidence: Evidence) -> pd.DataFrame:
    """Return the step function of openness: a row for each day on which a channel changes.

    The columns of `OPENNESS`: counts of channels by state, `stale` (known, and their latest
    row more than 730 days old), the mean weight of the known channels and its strict
    readings: `low` takes partial as severed, `high` as open. Missing where none is known.
    """
    moves = evidence.moves
    days = np.sort(moves["day"].unique())
    frame = pd.DataFrame({"date": days})
    for state in STATUS_WORDS:
        came = moves.loc[moves["state"] == state, "day"]
        left = moves.loc[moves["previous"] == state, "day"]
        frame[state] = _count_until(came, days) - _count_until(left, days)
    frame["stale"] = _stale(evidence, days)
    counted = frame[list(KNOWN_STATES)].sum(axis="columns").replace(0, np.nan)
    weighted = sum(frame[state] * weight for state, weight in WEIGHTS.items())
    frame["openness"] = weighted / counted
    frame["low"] = frame[OPEN] / counted
    frame["high"] = (frame[OPEN] + frame[PARTIAL]) / counted
    return frame[list(OPENNESS)]


def _count_until(events: pd.Series, days: np.ndarray) -> np.ndarray:
    return np.searchsorted(np.sort(events.to_numpy()), days, "right")


def _stale(evidence: Evidence, days: np.ndarray) -> np.ndarray:
    """Count, on each day, the channels that are known and whose latest row is too old."""
    moves, rows = evidence.moves, evidence.observations
    seen = rows[["channel_id", "earliest"]].drop_duplicates()
    due = seen["earliest"] + pd.Timedelta(days=STALE_AFTER + 1)
    following = seen.groupby("channel_id")["earliest"].shift(-1)
    lapses = due[~(following <= due)]
    parts = [
        pd.DataFrame(
            {
                "channel_id": moves["channel_id"],
                "day": moves["day"],
                "known": moves["state"].isin(KNOWN_STATES).astype(float),
            }
        ),
        pd.DataFrame({"channel_id": seen["channel_id"], "day": seen["earliest"], "old": 0.0}),
        pd.DataFrame({"channel_id": seen["channel_id"][lapses.index], "day": lapses, "old": 1.0}),
    ]
    steps = pd.concat(parts).sort_values(["channel_id", "day"], kind="stable")
    filled = steps.groupby("channel_id")[["known", "old"]].ffill().fillna(0.0)
    steps["stale"] = filled["known"] * filled["old"]
    steps = steps.drop_duplicates(["channel_id", "day"], keep="last")
    steps["change"] = steps.groupby("channel_id")["stale"].diff().fillna(steps["stale"])
    total = steps.groupby("day")["change"].sum().cumsum()
    at = np.searchsorted(total.index.to_numpy(), days, "right") - 1
    return total.to_numpy()[at].astype(np.int64) if len(days) else np.array([], dtype=np.int64)
