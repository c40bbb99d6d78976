"""What the rows of a channel say about each other: contradictions, ties, assumed order."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from openline.record.columns import CHANNEL, CHECK, CONTACT, DATE, ENDED, SEVERED, STATE
from openline.record.dates import show_date
from openline.record.order import Settling
from openline.record.problems import Findings, Problem, merged, problem

_KEY = ["channel_id", "earliest"]


def check_consistency(rows: pd.DataFrame, settling: Settling, has_event: bool) -> Findings:
    """Return the problems between rows of one channel.

    `rows` are observations in their order; `has_event` says whether the file has an
    `event` column, without which repeated changes are not named.
    """
    if rows.empty:
        return Findings()
    rows = rows.assign(held=settling.held)
    contradicted = contradicted_checks(rows, settling)
    return merged(
        [
            _problems(rows, contradicted, "check-contradicted"),
            _problems(rows, rows["repeats"].to_numpy() & has_event, "change-repeats-state"),
            _ties(rows),
            _assumed_order(rows, settling),
            _contacts_while_cut(rows, settling),
            _first_rows(rows),
        ]
    )


def contradicted_checks(rows: pd.DataFrame, settling: Settling) -> np.ndarray:
    """Mark the inert checks whose state is not set on any later day that their date allows."""
    inert = rows.loc[settling.inert, ["channel_id", "spoken", "earliest", "latest"]]
    if inert.empty:
        return settling.inert.copy()
    later = rows.loc[settling.sets, ["channel_id", "spoken", "earliest"]]
    later = later.rename(columns={"earliest": "set_on"}).sort_values("set_on")
    matched = pd.merge_asof(
        inert.assign(row=np.flatnonzero(settling.inert)).sort_values("earliest"),
        later,
        left_on="earliest",
        right_on="set_on",
        by=["channel_id", "spoken"],
        direction="forward",
    )
    holds = matched["set_on"].notna() & (matched["set_on"] <= matched["latest"])
    marked = np.zeros(len(rows), dtype=bool)
    marked[matched.loc[~holds, "row"].to_numpy()] = True
    return marked


_SAID: Final[Mapping[str, tuple[str, str]]] = {
    "check-contradicted": (
        "A check says {state} on {on}, but {channel} is {then} then.",
        "A check never changes a state: make it a change, or correct its state or date.",
    ),
    "change-repeats-state": (
        "{channel} is already {state}; the row is taken as a check.",
        "Make it a check, or correct the state.",
    ),
    "states-same-day": (
        "{channel} has two states on {on}.",
        "The later row counts; remove or redate the row that is wrong.",
    ),
    "order-assumed": (
        "{on} includes another observation of {channel}; this row is taken to be on {first}.",
        "Give the day, or an interval (2022-08-02/2022-08-05) that settles it.",
    ),
    "contact-without-state": (
        "A contact in {channel}, which is {then} then, has no state.",
        "Is the channel partial or open from then on? Write that state.",
    ),
    "first-without-state": (
        "The first observation of {channel} has no state.",
        "The channel begins with its first state; give one here if it is known.",
    ),
}
"""Each kind of problem in words, and what to do."""
_TOLD: Final = ("line", CHANNEL, DATE, STATE, "earliest", "held")
"""What is told of a row."""


def _problems(rows: pd.DataFrame, mask: np.ndarray, code: str, column: str = STATE) -> Findings:
    """Return a problem for each marked row."""
    columns = {name: rows[name] for name in _TOLD}
    message, suggestion = _SAID[code]

    def made(at: int) -> Problem:
        row = {name: values.iat[at] for name, values in columns.items()}
        said = message.format(
            state=row["state"],
            channel=row["channel"],
            on=show_date(row["date"]),
            then=row["held"] or "without a state",
            first=show_date(str(row["earliest"].date())),
        )
        cell = row[column] if isinstance(row[column], str) else None
        return problem(code, int(row["line"]), column, cell, said, suggestion)

    # Rows are in order of channels here, and those that are listed are the first of the file.
    places = np.flatnonzero(mask)
    places = places[np.argsort(rows["line"].to_numpy()[places], kind="stable")]
    return Findings.at(code, places.tolist(), made)


def _ties(rows: pd.DataFrame) -> Findings:
    """Rows that contradict the previous row of the same day that gives a state."""
    spoken = rows["spoken"].to_numpy(dtype=object)
    at = np.flatnonzero(spoken != "")
    differs = np.zeros(len(rows), dtype=bool)
    keys = [rows[name].to_numpy()[at] for name in _KEY]
    same_day = np.logical_and.reduce([key[1:] == key[:-1] for key in keys])
    differs[at[1:]] = same_day & (spoken[at][1:] != spoken[at][:-1])
    mask = differs & (rows["event"] != CHECK).to_numpy()
    return _problems(rows, mask, "states-same-day")


def _assumed_order(rows: pd.DataFrame, settling: Settling) -> Findings:
    """Rows whose range holds another row that sets the state or is a contact."""
    day = rows["earliest"].to_numpy().astype("datetime64[D]").astype(np.int64)
    last = rows["latest"].to_numpy().astype("datetime64[D]").astype(np.int64)
    counts = settling.sets | (rows["event"] == CONTACT).to_numpy()
    span = 4_000_000
    key = rows["channel_id"].to_numpy() * span + day + 800_000
    marks = key[counts]
    within = np.searchsorted(marks, key + (last - day), "right") - np.searchsorted(marks, key)
    mask = (last > day) & (within - counts > 0)
    return _problems(rows, mask, "order-assumed", DATE)


def _contacts_while_cut(rows: pd.DataFrame, settling: Settling) -> Findings:
    cut = np.isin(settling.held, [SEVERED, ENDED])
    mask = (rows["event"] == CONTACT).to_numpy() & (rows["spoken"] == "").to_numpy() & cut
    return _problems(rows, mask, "contact-without-state")


def _first_rows(rows: pd.DataFrame) -> Findings:
    first = ~rows["channel_id"].duplicated() & rows["state"].isna()
    return _problems(rows, first.to_numpy(), "first-without-state")
