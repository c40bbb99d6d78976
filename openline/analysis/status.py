"""Status: what each channel is on the as-of day, and how fresh the evidence is."""

from typing import Final

import pandas as pd

from openline.analysis.contacts import contacts
from openline.analysis.evidence import Evidence, derived
from openline.analysis.freshness import last_observed, mark_stale
from openline.analysis.lengths import days_between
from openline.record.columns import ENDED

STATUS: Final = (
    "parties",
    "channel",
    "level",
    "kind",
    "state",
    "since",
    "days_in_state",
    "days_in_state_min",
    "days_in_state_max",
    "previous_state",
    "last_contact",
    "days_silent",
    "days_silent_min",
    "days_silent_max",
    "overdue",
    "last_observed",
    "days_unobserved",
    "cause",
    "source",
    "source_url",
)
OVERDUE_AFTER: Final = 2
"""Cadences without contact after which a channel is overdue."""


@derived
def status(evidence: Evidence) -> pd.DataFrame:
    """Return the status, one row per channel that has existed, by parties and channel.

    The columns of `STATUS`, and beside them `channel_id`, `cadence_days`, the dates as given:
    `since_text`, `last_contact_text`, `last_observed_text`; `stale`, whether a known state
    rests on a row of more than 730 days ago; `expected`, the day by which the next contact is
    expected, one cadence after the last; and `days_overdue`, the days since then where the
    channel is overdue. `overdue` is True, False or missing.
    """
    last = evidence.moves.drop_duplicates("channel_id", keep="last").set_index("channel_id")
    frame = evidence.channels.loc[last.index].assign(
        state=last["state"],
        since=last["day"],
        since_text=last["date"],
        previous_state=last["previous"].replace("", None),
        cause=last["cause"],
        source=last["source"],
        source_url=last["source_url"],
    )
    frame = frame.join(_last_contact(evidence, last)).join(last_observed(evidence.observations))
    logged = (frame["cadence_days"] != 0) & (frame["state"] != ENDED)
    silent = frame.loc[logged, ["last_contact", "last_contact_latest"]].reindex(frame.index)
    as_of = evidence.as_of
    frame = frame.drop(columns="last_contact_latest").assign(
        **_so_far("days_in_state", last["day"], last["latest"], as_of),
        **_so_far("days_silent", silent["last_contact"], silent["last_contact_latest"], as_of),
        days_unobserved=_days_to(as_of, frame["last_observed"]),
        stale=mark_stale(frame["state"], frame["last_observed"], as_of),
    )
    frame["overdue"] = _overdue(frame["days_silent"], frame["cadence_days"])
    cadence = pd.to_timedelta(frame["cadence_days"].astype("Float64"), unit="D")
    frame["expected"] = silent["last_contact"] + cadence
    late = frame["days_silent"] - frame["cadence_days"].astype("float64")
    frame["days_overdue"] = late.where(frame["overdue"].eq(True))
    return frame.reset_index()


def _last_contact(evidence: Evidence, last: pd.DataFrame) -> pd.DataFrame:
    contact_rows = contacts(evidence)
    current = contact_rows["channel_id"].map(last["life"])
    contact_rows = contact_rows[contact_rows["life"] == current]
    newest = contact_rows.drop_duplicates("channel_id", keep="last").set_index("channel_id")
    newest = newest.assign(latest=newest["latest"].clip(upper=evidence.as_of))
    return newest[["earliest", "latest", "date"]].rename(
        columns={
            "earliest": "last_contact",
            "latest": "last_contact_latest",
            "date": "last_contact_text",
        }
    )


def _so_far(
    name: str, start: pd.Series, latest: pd.Series, as_of: pd.Timestamp
) -> dict[str, "pd.Series[float]"]:
    least, most = (_days_to(as_of, days) for days in (latest, start))
    return {name: most, f"{name}_min": least, f"{name}_max": most}


def _days_to(as_of: pd.Timestamp, start: pd.Series) -> "pd.Series[float]":
    return days_between(start, pd.Series(as_of, index=start.index))


def _overdue(silent: pd.Series, cadence: pd.Series) -> pd.Series:
    overdue = (silent >= OVERDUE_AFTER * cadence).astype(object)
    return overdue.where(silent.notna() & cadence.notna(), None)
