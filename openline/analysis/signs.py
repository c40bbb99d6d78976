"""Signs: what happened in severed and partial channels without changing them, newest first."""

from typing import Final

import pandas as pd

from openline.analysis.contacts import contacts
from openline.analysis.evidence import Evidence, derived
from openline.analysis.gaps import MIN_DAYS
from openline.analysis.lengths import days_between
from openline.analysis.moves import state_on
from openline.analysis.openings import WINDOW, openings
from openline.record.columns import OVERTURE, PARTIAL, SEVERED

SIGNS: Final = (
    "parties",
    "channel",
    "date",
    "event",
    "state",
    "actor",
    "summary",
    "cause",
    "source",
    "source_url",
)


@derived
def signs(evidence: Evidence, window: int = WINDOW, min_days: int = MIN_DAYS) -> pd.DataFrame:
    """Return the contacts and overtures of the window that changed no state, in channels that
    were severed or partial at the end of their day, newest first.

    The columns of `SIGNS`, where `state` is the one that was held; beside them `channel_id`,
    `row` of the observation and `date_text`, the date as given. What `openings` lists for the
    same window is not a sign, and neither is another contact in that channel on that day.
    """
    rows = _candidates(evidence, window)
    held = state_on(evidence.moves, rows["channel_id"], rows["earliest"])
    rows = rows.assign(state=held, row=rows.index)
    rows = rows[rows["state"].isin([SEVERED, PARTIAL])]
    rows = rows.rename(columns={"date": "date_text", "earliest": "date"})
    listed = openings(evidence, window, min_days)
    rows = rows[~_listed(rows, listed)]
    rows = rows.sort_values(["channel_id", "row"], kind="stable")
    rows = rows.sort_values("date", ascending=False, kind="stable", ignore_index=True)
    return rows[[*SIGNS, "channel_id", "row", "date_text"]]


def _candidates(evidence: Evidence, window: int) -> pd.DataFrame:
    """The contacts within a life and the overtures of the window."""
    seen = evidence.observations
    rows = pd.concat([contacts(evidence), seen[seen["event"] == OVERTURE]])
    age = days_between(rows["earliest"], pd.Series(evidence.as_of, index=rows.index))
    return rows[age <= window]


def _listed(rows: pd.DataFrame, listed: pd.DataFrame) -> pd.Series:
    """Mark the rows that openings or closings list, and contacts on the same day as one."""
    days = pd.MultiIndex.from_frame(listed[["channel_id", "date"]])
    same_day = pd.MultiIndex.from_frame(rows[["channel_id", "date"]]).isin(days)
    return rows["row"].isin(listed["row"]) | (same_day & (rows["event"] != OVERTURE))
