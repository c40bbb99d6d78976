"""News: what happened in a record since a day, the most worrying first."""

from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.compare import change_words, states_of
from openline.analysis.contacts import contacts
from openline.analysis.evidence import Evidence
from openline.analysis.gaps import MIN_DAYS
from openline.analysis.moves import CITED
from openline.analysis.openings import ALL_DAYS, CLOSING, openings
from openline.analysis.status import OVERDUE_AFTER, status
from openline.record.columns import CHANGE, CONTACT, ENDED, OVERTURE, REFUSAL, UNKNOWN

NEWS: Final = (
    "parties",
    "channel",
    "date",
    "what",
    "change",
    "from_state",
    "to_state",
    "days_overdue",
    *CITED,
)
CLOSED: Final = "closed"
OVERDUE: Final = "overdue"
OPENED: Final = "opened"
RECORDED: Final = "recorded"
UNCLEAR: Final = "unclear"
WHAT: Final = (CLOSED, OVERDUE, REFUSAL, OPENED, OVERTURE, CONTACT, UNCLEAR, RECORDED)
"""What can be new, in the order in which it is listed: the most worrying first."""
_BESIDE: Final = ("channel_id", "row", "date_text", "late")


def news(
    then: Evidence, now: Evidence, late: frozenset[int] = frozenset(), *, has_events: bool = True
) -> pd.DataFrame:
    """Return what moved, and what was contacted, asked and refused after one day and up to
    another of the same record and filters, and which channels became overdue.

    The columns of `NEWS`, by `what` in the order of `WHAT`, then the newest first. `from_state`
    and `to_state` are the channel's on the two days. `change` is the word of a move: that of
    openings and closings, or `unclear` from or to unknown. A move that is made by a contact or a
    refusal is one row, with its `event`. A channel that a check or a contact begins, or a change
    of a record without events, is `recorded`: it was there before.

    `late` are rows that entered the record later than they happened: they count whatever their
    day, and are marked `late`. Beside the columns `channel_id`, `row` and `date_text`.
    """
    moved = _moved(now, has_events=has_events)
    used = _used(now)
    used = used[~used["row"].isin(moved["row"])]
    rows = pd.concat([part for part in (moved, used) if len(part)] or [moved])
    rows["late"] = rows["row"].isin(late) & (rows["date"] <= then.as_of)
    rows = rows[(rows["date"] > then.as_of) | rows["late"]]
    overdue = _overdue(then, now)
    parts = pd.concat([part for part in (rows, overdue) if len(part)] or [rows])
    return _ordered(_named(parts, then, now))


def marks(new: pd.DataFrame) -> "pd.Series[str]":
    """Return, by `channel_id`, how each channel that moved stands to the first day.

    One of the changes of a comparison, `unchanged` for one that moved and came back; `recorded`
    for one that is new and was only recorded since. `new` is what `since` returns.
    """
    moved = new[new["change"].notna()]
    began = moved[moved["from_state"].isna()].drop_duplicates("channel_id")
    newest = moved.drop_duplicates("channel_id").set_index("channel_id")
    restarted = (newest["from_state"] == ENDED) & (newest["to_state"] != ENDED)
    words = pd.Series(
        change_words(newest["from_state"], newest["to_state"], restarted.to_numpy()), newest.index
    )
    recorded = set(moved.loc[moved["what"] == RECORDED, "channel_id"]) & set(began["channel_id"])
    return words.mask(words.index.isin(recorded), RECORDED)


def _moved(now: Evidence, *, has_events: bool) -> pd.DataFrame:
    """All moves: openings and closings, and those from or to unknown."""
    listed = openings(now, ALL_DAYS, MIN_DAYS)
    listed = listed[listed["change"] != "resumed"]
    began = listed["from_state"].isna() & ~listed["previous"].isin([ENDED])
    announced = (listed["event"] == CHANGE) & ~listed["checked"].astype(bool)
    announced |= listed["event"].isin([REFUSAL, ENDED])
    kind = np.where(listed["change"].isin(CLOSING), CLOSED, OPENED).astype(object)
    kind[(began & ~(announced & has_events)).to_numpy()] = RECORDED
    listed = listed.assign(what=kind)
    moves = now.moves
    unclear = moves[(moves["state"] == UNKNOWN) | (moves["previous"] == UNKNOWN)]
    unclear = unclear[~unclear["row"].isin(listed["row"]) & (unclear["previous"] != "")]
    unclear = unclear.rename(columns={"day": "date", "date": "date_text"})
    unclear = unclear.assign(change=UNCLEAR, what=UNCLEAR)
    names = ["channel_id", "date", "date_text", "row", "what", "change", *CITED]
    parts = [part[names] for part in (listed, unclear) if len(part)]
    return pd.concat(parts or [listed[names]])


def _used(now: Evidence) -> pd.DataFrame:
    """The contacts within a life, the overtures and the refusals."""
    seen = now.observations
    rows = pd.concat([contacts(now), seen[seen["event"].isin([OVERTURE, REFUSAL])]])
    rows = rows.assign(row=rows.index, what=rows["event"], change=None)
    return rows.rename(columns={"date": "date_text", "earliest": "date"})[
        ["channel_id", "date", "date_text", "row", "what", "change", *CITED]
    ]


def _overdue(then: Evidence, now: Evidence) -> pd.DataFrame:
    """The channels that are overdue and became so after the first day."""
    frame = status(now)
    frame = frame[frame["overdue"].eq(True)]
    wait = pd.to_timedelta(OVERDUE_AFTER * frame["cadence_days"], unit="D")
    day = (frame["last_contact"] + wait).dt.as_unit("us")
    frame = frame.assign(date=day, date_text=day.dt.strftime("%Y-%m-%d"), what=OVERDUE)
    frame = frame[frame["date"] > then.as_of].drop(columns=["cause", "source", "source_url"])
    return frame.reindex(
        columns=["channel_id", "date", "date_text", "what", "days_overdue"]
    ).assign(late=False)


def _named(unnamed: pd.DataFrame, then: Evidence, now: Evidence) -> pd.DataFrame:
    before, after = states_of(then), states_of(now)
    unnamed = now.named(unnamed, "parties", "channel").assign(
        from_state=before.reindex(unnamed["channel_id"]).to_numpy(),
        to_state=after.reindex(unnamed["channel_id"]).to_numpy(),
    )
    return unnamed.reindex(columns=[*NEWS, *_BESIDE])


def _ordered(unordered: pd.DataFrame) -> pd.DataFrame:
    unordered = unordered.assign(
        rank=unordered["what"].map(dict(zip(WHAT, range(len(WHAT)), strict=True)))
    )
    unordered = unordered.sort_values(["channel_id", "row"], kind="stable")
    unordered = unordered.sort_values(["rank", "date"], ascending=[True, False], kind="stable")
    unordered["late"] = unordered["late"].fillna(False).astype(bool)
    return unordered.drop(columns="rank").reset_index(drop=True)
