"""Causes: how many severances each led to, for how long, and what is still unhealed."""

from typing import Final

import pandas as pd

from openline.analysis.evidence import Evidence, derived
from openline.analysis.freshness import forgotten
from openline.analysis.gaps import severances
from openline.record.columns import CAUSE, ENDED, SEVERED, UNKNOWN

CAUSES: Final = (
    "cause",
    "severances",
    "start_days",
    "median_days",
    "shortest_days",
    "longest_days",
    "least_days",
    "greatest_days",
    "ongoing",
    "unhealed",
)


@derived
def causes(evidence: Evidence) -> pd.DataFrame:
    """Return one row per cause, the columns of `CAUSES`, most severances first.

    `start_days` are the days on which its severances began; lengths are in days, those that
    go on counted so far; `least_days` and `greatest_days` are what the shortest and the longest
    can have been where dates are coarse. `ongoing` are still severed. `unhealed` are those and
    the ones whose channel has since been raised without being open, or has ended. Beside them
    `latest`, the day of its newest severance, and `unused`, how many are of channels no longer
    used (see `caused`). Severances without a cause are the last row, its
    cause missing.
    """
    frame = caused(evidence)
    groups = frame.groupby(CAUSE, dropna=False, sort=False, as_index=False)
    table = groups.agg(
        severances=("days", "size"),
        start_days=("start", "nunique"),
        median_days=("days", "median"),
        shortest_days=("days", "min"),
        longest_days=("days", "max"),
        least_days=("days_min", "min"),
        greatest_days=("days_max", "max"),
        ongoing=("ongoing", "sum"),
        unhealed=("unhealed", "sum"),
        latest=("start", "max"),
        unused=("unused", "sum"),
    )
    table["named"] = table[CAUSE].notna()
    order = ["named", "severances", "latest", CAUSE]
    table = table.sort_values(order, ascending=[False, False, False, True], ignore_index=True)
    return table.drop(columns="named")


@derived
def caused(evidence: Evidence) -> pd.DataFrame:
    """Return the severances with what stopped their healing, newest first.

    The columns of `openline.analysis.gaps.severances`; beside them `stopped`, which came
    before the channel was open again: `severed`, `unknown` or `ended`, missing where none
    did; `unhealed`, whether it is neither open again nor severed again nor unknown; and
    `unused`, whether its channel ended then, or is still severed without a row in two years.
    """
    frame = severances(evidence).merge(_stops(evidence.moves), on=["channel_id", "row"], how="left")
    open_again = frame["restored"].notna()
    frame["stopped"] = frame["stopped"].mask(open_again)
    frame["unhealed"] = ~open_again & ~frame["stopped"].isin([SEVERED, UNKNOWN])
    old = forgotten(frame["channel_id"], evidence.observations, evidence.as_of)
    frame["unused"] = (frame["ended_by"] == ENDED) | (frame["ongoing"].astype(bool) & old)
    return frame.sort_values(
        ["start", "parties", "channel"], ascending=[False, True, True], kind="stable"
    ).reset_index(drop=True)


def _stops(moves: pd.DataFrame) -> pd.DataFrame:
    """For each severed move: the next severance, unknown or end of its channel."""
    closing = moves["state"].where(moves["state"].isin([SEVERED, UNKNOWN, ENDED]))
    channel = moves["channel_id"]
    following = closing.groupby(channel).shift(-1).groupby(channel).bfill()
    frame = moves[["channel_id", "row"]].assign(stopped=following)
    return frame[moves["state"] == SEVERED]
