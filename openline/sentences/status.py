"""The headline of Status, and the counts beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from openline.record.columns import ENDED, OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.record.dates import show_day
from openline.sentences.runs import MUTED, Run, Text, count, list_runs, show_sides

__all__ = [
    "COUNTED",
    "Counter",
    "cells_caption",
    "counters",
    "headline",
    "living",
    "one_parties",
    "several_parties",
]

COUNTED: Final = (SEVERED, PARTIAL, OPEN, UNKNOWN)
"""The states in the order in which they are told; ended channels are not counted."""
_MANY_CELLS: Final = 150


@dataclass(frozen=True, slots=True)
class Counter:
    """One count: a state, how many channels are in it, and the change on a year before."""

    state: str
    number: int
    change: str


def living(status: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a status table whose channels have not ended."""
    return status[status["state"] != ENDED]


def one_parties(status: pd.DataFrame) -> str:
    """Return the parties, as shown, that all these channels share; "" if they do not."""
    names = status["parties"].unique()
    return show_sides(names[0]) if len(names) == 1 else ""


def several_parties(status: pd.DataFrame) -> bool:
    """Whether the channels are not all of the same parties."""
    return bool(status["parties"].nunique(dropna=False) > 1)


def headline(as_of: date, status: pd.DataFrame, side: str = "") -> Text:
    """Say how many channels are in which state on a day.

    `status` is the status table; `side` names the one side whose channels these are.
    """
    alive = living(status)
    counts = _counts(alive)
    start = Run(f"On {show_day(as_of)}, ")
    if not len(alive):
        return (start, Run("no channel is left"), Run(f": {_all_ended(len(status))}."))
    parties = one_parties(alive)
    noun = f"{parties} channels" if parties else "channels"
    noun += f" of {side}" if side and not parties else ""
    present = [(state, number) for state, number in counts.items() if number]
    (first, number), *others = present
    if not others:
        return (start, Run(_all_alike(number, first, noun), first), Run("."))
    verb = "is" if number == 1 else "are"
    runs = [Run(f"{number:,} of {len(alive):,} {noun} {verb} {first}", first)]
    runs += [Run(f"{number:,} {state}", state) for state, number in others]
    return (start, *list_runs(runs), Run("."))


def counters(status: pd.DataFrame, before: pd.DataFrame) -> tuple[Counter, ...]:
    """Count the channels in each state, with the change on the status a year `before`."""
    now, then = _counts(living(status)), _counts(living(before))
    existed = len(before) > 0
    return tuple(
        Counter(state, now[state], _change(now[state] - then[state]) if existed else "new")
        for state in COUNTED
    )


def cells_caption(status: pd.DataFrame) -> Text:
    """Say what a cell is, and how many known states rest on old evidence."""
    alive = living(status)
    known = alive[alive["state"] != UNKNOWN]
    old = int(known["stale"].sum())
    first = "One cell is one channel. " if len(alive) <= _MANY_CELLS else ""
    if not len(known):
        return (Run(first.strip(), MUTED),)
    if old:
        verb, what = ("rests" if old == 1 else "rest"), "no observation of the last two years."
        known_words = count(len(known), "known state")
        return (Run(f"{first}{old:,} of the {known_words} {verb} on {what}", MUTED),)
    alike = {1: "The known state rests", 2: "Both known states rest"}
    words = alike.get(len(known), f"All {len(known):,} known states rest")
    return (Run(f"{first}{words} on an observation of the last two years.", MUTED),)


def _counts(alive: pd.DataFrame) -> dict[str, int]:
    found = alive["state"].value_counts()
    return {state: int(found.get(state, 0)) for state in COUNTED}


def _all_alike(number: int, state: str, noun: str) -> str:
    if number == 1:
        return f"the {noun.replace('channels', 'channel', 1)} is {state}"
    return f"{'both' if number == 2 else f'all {number:,}'} {noun} are {state}"


def _all_ended(number: int) -> str:
    return {1: "the one there was has ended", 2: "both have ended"}.get(
        number, f"all {number:,} have ended"
    )


def _change(difference: int) -> str:
    if not difference:
        return "as a year before"
    sign = "+" if difference > 0 else "−"
    return f"{sign}{abs(difference):,} on a year before"
