"""Openings and closings: the observations that move a channel, newest first."""

from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.evidence import Evidence, derived
from openline.analysis.gaps import MIN_DAYS, silences
from openline.analysis.lengths import bounds, days_between
from openline.analysis.moves import CITED, state_on
from openline.record.columns import ENDED, KNOWN_STATES, OPEN, PARTIAL, SEVERED

OPENINGS: Final = (
    "parties",
    "channel",
    "date",
    "change",
    "from_state",
    "to_state",
    "after_days",
    "after_days_min",
    "after_days_max",
    *CITED,
)
WINDOW: Final = 365
"""Days before the as-of day that count; a row exactly that old is included."""
ALL_DAYS: Final = 4_000_000
"""A window longer than any record."""
OPENING: Final = ("established", "reopened", "widened", "resumed")
CLOSING: Final = (SEVERED, "narrowed", ENDED)


@derived
def openings(
    evidence: Evidence, window: int = WINDOW, min_days: int = MIN_DAYS, closings: bool = True
) -> pd.DataFrame:
    """Return the openings of the window, and with `closings` the closings, newest first.

    The columns of `OPENINGS`; beside them `channel_id`, `row` of the observation, and
    `date_text`, the date as given. `after_days` is the length of what the row ended, within
    `after_days_min` and `after_days_max`.
    """
    moved = _moved(evidence)
    resumed = _resumed(evidence, min_days)
    if len(moved) and len(resumed):
        keys = ["channel_id", "date"]
        taken = pd.MultiIndex.from_frame(resumed[keys]).isin(pd.MultiIndex.from_frame(moved[keys]))
        resumed = resumed[~taken]
    parts = [part for part in (moved, resumed) if len(part)] or [moved]
    frame = pd.concat(parts).reindex(columns=moved.columns)
    words = (*OPENING, *CLOSING) if closings else OPENING
    age = days_between(frame["date"], pd.Series(evidence.as_of, index=frame.index))
    frame = frame[frame["change"].isin(words) & (age <= window)]
    frame = evidence.named(frame, "parties", "channel").sort_values("channel_id", kind="stable")
    return frame.sort_values("date", ascending=False, kind="stable", ignore_index=True)


def _moved(evidence: Evidence) -> pd.DataFrame:
    moves = evidence.moves
    state, previous = moves["state"], moves["previous"]
    fresh = previous.isin(["", ENDED])
    is_known = state.isin(KNOWN_STATES)
    first = is_known & ~_known_before(moves, is_known)
    change = np.select(
        [
            fresh & state.isin([OPEN, PARTIAL]),
            (previous == SEVERED) & state.isin([OPEN, PARTIAL]),
            (previous == PARTIAL) & (state == OPEN),
            (state == SEVERED) & (first | previous.isin([OPEN, PARTIAL])),
            (previous == OPEN) & (state == PARTIAL),
            state == ENDED,
        ],
        ["established", "reopened", "widened", SEVERED, "narrowed", ENDED],
        "",
    )
    began = moves.groupby("channel_id")[["day", "latest"]].shift()
    least, most = bounds(began["day"], began["latest"], moves["day"], moves["latest"])
    frame = moves.rename(columns={"day": "date", "date": "date_text", "state": "to_state"})
    frame = frame.assign(
        change=change,
        from_state=previous.mask(fresh),
        after_days=days_between(began["day"], moves["day"]).mask(fresh),
        after_days_min=least.mask(fresh),
        after_days_max=most.mask(fresh),
    )
    return frame[frame["change"] != ""]


def _known_before(moves: pd.DataFrame, is_known: pd.Series) -> pd.Series:
    """Mark the moves before which their channel had a known state in the same life."""
    count = is_known.groupby([moves["channel_id"], moves["life"]]).cumsum()
    return count - is_known > 0


def _resumed(evidence: Evidence, min_days: int) -> pd.DataFrame:
    ended = silences(evidence, min_days)
    ended = ended[ended["ending_row"].notna()]
    row = ended["ending_row"].astype("int64").to_numpy()
    cited = evidence.observations.loc[row, ["channel_id", "earliest", "date", *CITED]]
    cited = cited.rename(columns={"earliest": "date", "date": "date_text"}).reset_index(drop=True)
    held = state_on(evidence.moves, cited["channel_id"], cited["date"])
    return cited.assign(
        change="resumed",
        row=row,
        from_state=held,
        to_state=held,
        after_days=ended["days"].to_numpy(),
        after_days_min=ended["days_min"].to_numpy(),
        after_days_max=ended["days_max"].to_numpy(),
    )
