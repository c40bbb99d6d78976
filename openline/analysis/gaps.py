"""Gaps: severances and silences. The two overlap and are never summed together."""

from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.contacts import contacts, lives
from openline.analysis.evidence import Evidence, derived
from openline.analysis.lengths import bounds, days_between
from openline.analysis.spans import spans
from openline.record.columns import CONTACT, ENDED, OPEN, PARTIAL, SEVERED, UNKNOWN

GAPS: Final = (
    "parties",
    "channel",
    "gap",
    "start",
    "end",
    "days",
    "days_min",
    "days_max",
    "ongoing",
    "onset_known",
    "first_contact",
    "restored",
    "cause",
    "actor",
    "ended_by",
)
SEVERANCE: Final = "severance"
SILENCE: Final = "silence"
MIN_DAYS: Final = 180
"""Days from which a silence counts in a channel without a cadence."""
_RESTORED: Final = {"restored": "day", "restored_latest": "latest", "restored_text": "date"}
"""What is kept of the day on which a channel is open again, by the moves' columns."""
_CADENCES: Final = 2
"""Cadences from which a silence counts in a channel that has one."""


@derived
def gaps(evidence: Evidence, min_days: int = MIN_DAYS) -> pd.DataFrame:
    """Return severances and silences, by parties, channel and start.

    The columns of `GAPS`; beside them `channel_id`, `life`; the dates as given: `start_text`,
    `end_text`, `first_contact_text`, `restored_text`; and the latest day of each:
    `start_latest`, `end_latest`, `first_contact_latest`, `restored_latest`.
    """
    frames = [severances(evidence), silences(evidence, min_days)]
    frame = pd.concat([part for part in frames if len(part)] or frames[:1])
    return frame.sort_values(["channel_id", "start", "gap"], kind="stable", ignore_index=True)


def severances(evidence: Evidence) -> pd.DataFrame:
    """Return each severed span as a gap, with what it took to be used and open again."""
    everything = spans(evidence)
    following = _following(evidence.moves)
    frame = everything[everything["state"] == SEVERED]
    frame = frame.merge(following, on=["channel_id", "row"], how="left")
    used = contacts(evidence)
    used = used.assign(latest=used["latest"].clip(upper=evidence.as_of))
    frame = _first_contacts(frame, used)
    frame["gap"] = SEVERANCE
    frame["onset_known"] = (~frame["checked"] & (frame["previous"] != UNKNOWN)).astype(object)
    frame["ended_by"] = frame["next_event"]
    return frame


def _following(moves: pd.DataFrame) -> pd.DataFrame:
    """For each severed move: `boundary`, the row at which another severance, unknown or the
    end comes, and `restored`, the day before that on which the channel is open."""
    closing = moves["state"].isin([SEVERED, UNKNOWN, ENDED])
    row = moves["row"].where(closing).groupby(moves["channel_id"])
    frame = moves[["channel_id", "row", "state"]].assign(
        boundary=row.shift(-1).groupby(moves["channel_id"]).bfill()
    )
    by = moves.groupby("channel_id")
    one, two = by["state"].shift(-1), by["state"].shift(-2)
    direct, indirect = one == OPEN, (one == PARTIAL) & (two == OPEN)
    for name, column in _RESTORED.items():
        frame[name] = by[column].shift(-1).where(direct, by[column].shift(-2).where(indirect))
    return frame[frame["state"] == SEVERED].drop(columns="state")


def _first_contacts(frame: pd.DataFrame, used: pd.DataFrame) -> pd.DataFrame:
    """Add the first contact row after the one that began each severance."""
    rows, channel = used.index.to_numpy(), used["channel_id"].to_numpy()
    at = np.searchsorted(rows, frame["row"].to_numpy(), "right")
    inside = at < len(rows)
    at = np.minimum(at, max(len(rows) - 1, 0))
    if len(rows):
        inside &= channel[at] == frame["channel_id"].to_numpy()
        inside &= ~(rows[at] > frame["boundary"].fillna(np.inf).to_numpy())
        day, latest = used["earliest"].to_numpy()[at], used["latest"].to_numpy()[at]
        text = used["date"].to_numpy(dtype=object)[at]
    else:
        day = latest = np.full(len(frame), np.datetime64("NaT", "us"))
        text = np.full(len(frame), None, dtype=object)
    return frame.assign(
        first_contact=pd.Series(day, index=frame.index).where(inside),
        first_contact_latest=pd.Series(latest, index=frame.index).where(inside),
        first_contact_text=pd.Series(text, index=frame.index, dtype="str").where(inside),
    )


@derived
def silences(evidence: Evidence, min_days: int = MIN_DAYS) -> pd.DataFrame:
    """Return the stretches without contact that are long enough to count.

    A cadence wins over `min_days`: twice that of the channel, and none where it is 0.
    Beside the columns of `gaps`: `ending_row`, the contact row that ended the silence.
    """
    days = _contact_days(evidence)
    by_life = days.groupby(["channel_id", "life"])
    end = by_life["earliest"].shift(-1)
    ends = days[["channel_id", "life"]].merge(
        lives(evidence)[["channel_id", "life", "end", "end_latest", "end_text"]], how="left"
    )
    contact = end.notna()
    frame = pd.DataFrame(
        {
            "channel_id": days["channel_id"],
            "life": days["life"],
            "gap": SILENCE,
            "start": days["earliest"],
            "start_latest": days["latest"],
            "start_text": days["date"],
            "end": end.where(contact, ends["end"]),
            "end_latest": by_life["latest"].shift(-1).where(contact, ends["end_latest"]),
            "end_text": by_life["date"].shift(-1).where(contact, ends["end_text"]),
            "ending_row": by_life["row"].shift(-1),
        }
    )
    frame["ended_by"] = frame["end"].notna().map({True: ENDED, False: None}).mask(contact, CONTACT)
    frame["ongoing"] = frame["end"].isna()
    return _long_enough(_measured(frame, evidence), min_days)


def _contact_days(evidence: Evidence) -> pd.DataFrame:
    """The distinct days of contact of each life, each with its last contact in file order:
    that one bounds the silences before and after it."""
    used = contacts(evidence).reset_index(names="row")
    used["latest"] = used["latest"].clip(upper=evidence.as_of)
    key = ["channel_id", "life", "earliest"]
    return used.drop_duplicates(key, keep="last", ignore_index=True)


def _measured(frame: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    until = frame["end"].fillna(evidence.as_of)
    latest = frame["end_latest"].fillna(evidence.as_of)
    frame["days"] = days_between(frame["start"], until)
    frame["days_min"], frame["days_max"] = bounds(
        frame["start"], frame["start_latest"], until, latest
    )
    frame = evidence.named(frame, "parties", "channel", "cadence_days")
    missing = pd.Series(np.nan, index=frame.index, dtype="str")
    blank = dict.fromkeys(("cause", "actor", "first_contact_text", "restored_text"), missing)
    never = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[us]")
    days = ("first_contact", "first_contact_latest", "restored", "restored_latest")
    return frame.assign(onset_known=None, **dict.fromkeys(days, never), **blank)


def _long_enough(frame: pd.DataFrame, min_days: int) -> pd.DataFrame:
    cadence = frame["cadence_days"]
    least = (_CADENCES * cadence).fillna(min_days)
    return frame[(frame["days"] >= least) & (cadence != 0)]
