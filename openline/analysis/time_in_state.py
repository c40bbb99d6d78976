"""Time in state: the days that channels, or groups of them, spent in each state."""

from typing import Final

import pandas as pd

from openline.analysis.evidence import Evidence, derived
from openline.analysis.spans import spans
from openline.record.columns import KIND, LEVEL, OPEN, PARTIAL, PARTIES, SEVERED, UNKNOWN

SHARES: Final = (
    "open_days",
    "partial_days",
    "severed_days",
    "unknown_days",
    "known_days",
    "open_share",
    "partial_share",
    "severed_share",
)
SHARE_GROUPS: Final = (PARTIES, LEVEL, KIND)


@derived
def shares(evidence: Evidence, by: str | None = None) -> pd.DataFrame:
    """Return the days in each state and their shares of the known days.

    Days count from a channel's first state; unknown is none.
    Without `by` one row per channel (`channel_id, parties, channel`), else one row per group
    (`group`) with its channels' days pooled; then the columns of `SHARES`. Shares are
    missing where no day is known.
    """
    stretches = spans(evidence)
    stretches = stretches[~(_before_any_state(stretches))]
    names = evidence.channels
    existing = pd.Index(evidence.moves["channel_id"].unique())
    days = stretches.pivot_table(
        index="channel_id", columns="state", values="days", aggfunc="sum", observed=False
    )
    days = days.reindex(index=existing, columns=[OPEN, PARTIAL, SEVERED, UNKNOWN]).fillna(0.0)
    if by is None:
        frame = names.loc[existing, [PARTIES, "channel"]].join(_shared(days))
        return frame.reset_index(names="channel_id")
    group = names.loc[existing, by].rename("group")
    pooled = days.groupby(group.fillna("")).sum()
    frame = _shared(pooled).reset_index(names="group")
    return frame.assign(group=frame["group"].replace("", None))


def _before_any_state(stretches: pd.DataFrame) -> pd.Series:
    """Mark what a channel was while it had not yet had any state: unknown is none."""
    is_known = stretches["state"] != UNKNOWN
    return ~is_known.groupby(stretches["channel_id"]).cummax()


def _shared(days: pd.DataFrame) -> pd.DataFrame:
    frame = days.set_axis([f"{state}_days" for state in days], axis="columns")
    known_days = frame[["open_days", "partial_days", "severed_days"]].sum(axis="columns")
    frame["known_days"] = known_days
    for state in (OPEN, PARTIAL, SEVERED):
        frame[f"{state}_share"] = frame[f"{state}_days"] / known_days.where(known_days > 0)
    return frame
