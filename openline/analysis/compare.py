"""Comparison: the state of each channel on two days, and what happened in between; and the
channels that moved or were used since a day."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.contacts import contacts
from openline.analysis.evidence import Evidence, gather
from openline.analysis.filters import Filters
from openline.record.columns import CONTACT, ENDED, OVERTURE, REFUSAL, STATE_RANK, UNKNOWN
from openline.record.record import Record

COMPARISON: Final = (
    "parties",
    "channel",
    "from_state",
    "to_state",
    "change",
    "contacts",
    "overtures",
    "refusals",
)
CHANGES: Final = ("new", "unchanged", "ended", "unclear", "opened", "closed")
"""The changes, in the order in which the first that fits is taken."""
COUNTED_BETWEEN: Final = ("contacts", "overtures", "refusals")
"""The columns of what is counted between the days."""
_EVENTS: Final = dict(zip((CONTACT, OVERTURE, REFUSAL), COUNTED_BETWEEN, strict=True))
NEWEST_MOVE: Final = (
    "moves",
    "moved",
    "moved_text",
    "cause",
    "actor",
    "summary",
    "source",
    "source_url",
)
NEWEST_CONTACT: Final = (
    "contact_text",
    "contact_actor",
    "contact_summary",
    "contact_source",
    "contact_source_url",
)


def compare(
    record: Record,
    first: date,
    second: date,
    filters: Filters | None = None,
    carry: int | None = None,
) -> pd.DataFrame:
    """Return the comparison of two days, by parties and channel: `channel_id` and the
    columns of `COMPARISON`. Counts are of the days after the first, up to the second."""
    then, now = (gather(record, day, filters, carry) for day in (first, second))
    return compare_evidence(then, now)


def compare_evidence(then: Evidence, now: Evidence) -> pd.DataFrame:
    """Return the comparison of the same record and filters as of two days, as `compare` does."""
    before, after = states_of(then), states_of(now)
    frame = pd.DataFrame({"to_state": after})
    frame["from_state"] = before.reindex(frame.index)
    begins = now.moves[now.moves["state"] != ENDED].drop_duplicates(["channel_id", "life"])
    started = frame.index.isin(begins.loc[begins["day"] > then.as_of, "channel_id"])
    frame["change"] = change_words(frame["from_state"], frame["to_state"], started)
    frame = frame.join(now.channels[["parties", "channel"]])
    return (
        frame.join(_counts(now, then.as_of))
        .fillna(dict.fromkeys(COUNTED_BETWEEN, 0))
        .reset_index(names="channel_id")
    )


def change_words(before: pd.Series, after: pd.Series, started: np.ndarray) -> np.ndarray:
    """Return for each channel the first of `CHANGES` that fits its states before and after;
    `started` marks those with a life begun in between."""
    step = after.map(STATE_RANK).astype("float64") - before.map(STATE_RANK).astype("float64")
    tests = [
        before.isna() | started,
        before == after,
        after == ENDED,
        (before == UNKNOWN) | (after == UNKNOWN),
        step > 0,
        step < 0,
    ]
    return np.select([test.fillna(False) for test in tests], CHANGES, "")


def states_of(evidence: Evidence) -> "pd.Series[str]":
    """Return the state of each channel that has one, by `channel_id`."""
    last = evidence.moves.drop_duplicates("channel_id", keep="last")
    return last.set_index("channel_id")["state"].sort_index()


def _counts(evidence: Evidence, since: pd.Timestamp) -> pd.DataFrame:
    rows = evidence.observations
    others = rows[rows["event"].isin([OVERTURE, REFUSAL])]
    events = pd.concat([contacts(evidence)[["channel_id", "event", "earliest"]], others])
    events = events[events["earliest"] > since]
    by_channel = events["channel_id"]
    return pd.DataFrame(
        {
            name: (events["event"] == event).groupby(by_channel).sum()
            for event, name in _EVENTS.items()
        }
    )


def since(then: Evidence, now: Evidence) -> pd.DataFrame:
    """Return the channels that moved, or in which there was a contact, an overture or a refusal,
    after one day and up to another of the same record and filters.

    The columns of a comparison of the two days, and beside them `channel_id`.
    """
    frame = compare_evidence(then, now)
    happened = (frame["change"] != "unchanged") | (frame[[*COUNTED_BETWEEN]] > 0).any(axis=1)
    return frame[happened].reset_index(drop=True)


def moves_between(evidence: Evidence, since: pd.Timestamp) -> pd.DataFrame:
    """Return, by `channel_id`, the moves after a day and up to the as-of day.

    The columns of `NEWEST_MOVE`: `moves`, how many there are; then of the newest one its day
    (`moved`), its date as given, and what it cites. Channels that did not move have no row.
    """
    moves = evidence.moves[evidence.moves["day"] > since]
    moves = moves.rename(columns={"day": "moved", "date": "moved_text"})
    newest = moves.drop_duplicates("channel_id", keep="last").set_index("channel_id")
    number = moves.groupby("channel_id").size()
    return newest.assign(moves=number)[list(NEWEST_MOVE)]


def refusers(evidence: Evidence, since: pd.Timestamp) -> "pd.Series[str]":
    """Return the party that acted in each refusal after a day and up to the as-of day, by
    `channel_id`; those that name none are left out."""
    rows = evidence.observations
    rows = rows[(rows["event"] == REFUSAL) & (rows["earliest"] > since) & rows["actor"].notna()]
    return rows.set_index("channel_id")["actor"]


def newest_contacts(evidence: Evidence, since: pd.Timestamp) -> pd.DataFrame:
    """Return, by `channel_id`, the newest contact after a day and up to the as-of day.

    The columns of `NEWEST_CONTACT`: its date as given, and what it cites. Channels without a
    contact have no row.
    """
    used = contacts(evidence)
    used = used[used["earliest"] > since].sort_values("earliest", kind="stable")
    newest = used.drop_duplicates("channel_id", keep="last").set_index("channel_id")
    cited = newest[["date", "actor", "summary", "source", "source_url"]]
    return cited.set_axis(list(NEWEST_CONTACT), axis=1)
