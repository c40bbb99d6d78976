"""The headline of Status, and the counts beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from openline.analysis.freshness import fresh_counts, fresh_since
from openline.analysis.news import OVERDUE
from openline.record.columns import ENDED, LIVING_STATES, UNKNOWN
from openline.record.dates import show_day
from openline.sentences.days import change_since, on_day
from openline.sentences.runs import (
    ASIDE,
    MUTED,
    STRONG,
    Run,
    Text,
    count_days,
    day_of,
    list_runs,
    show_sides,
)

_MANY_CELLS: Final = 150


@dataclass(frozen=True, slots=True)
class Counter:
    """One count: a state, or that contact is overdue, how many channels are in it, and the change
    since another day; and `fresh`, how many of them are not stale, "" where all are fresh, or of
    how many contact is expected."""

    state: str
    number: int
    change: str
    fresh: str = ""


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


def headline(
    as_of: date,
    status: pd.DataFrame,
    side: str = "",
    fresh: bool = False,
    last_day: date | None = None,
) -> Text:
    """Say how many channels are in which state on a day, and how many of each are fresh where
    some are not.

    `status` is the status table; `side` names the one side whose channels these are; `fresh`
    says that stale ones are left out. After `last_day`, the last that the record knows, nothing
    is known: what is told is of that day.
    """
    alive = living(status)
    counts = _counts(alive)
    start = Run(on_day(as_of, last_day))
    if not len(alive):
        return (start, Run("no channel is left"), Run(f": {_all_ended(len(status))}."))
    parties = one_parties(alive)
    noun = f"{parties} channels" if parties else "channels"
    noun += f" of {side}" if side and not parties else ""
    present = [(state, number) for state, number in counts.items() if number]
    (first, number), *others = present
    verb = "is" if number == 1 else "are"
    words = f"{number:,} of {len(alive):,} {noun} {verb} {first}"
    runs = [Run(words if others else _all_alike(number, first, noun), first)]
    runs += [Run(f"{number:,} {state}", state) for state, number in others]
    left_out = f"; states not seen {since_words(as_of)} are left out" if fresh else ""
    return (start, *_with_fresh(list_runs(runs), alive, as_of), Run(f"{left_out}."))


def counters(
    as_of: date,
    status: pd.DataFrame,
    before: pd.DataFrame,
    since: str | date = "1y",
    last_day: date | None = None,
) -> tuple[Counter, ...]:
    """Count the channels in each state on a day, and the overdue ones where the record tells
    what is expected; with the change on the status of the day that `since` names, `before`,
    where that day is an earlier one. After `last_day` no contact is known: the overdue ones are
    said to be as far as contacts are."""
    now, then = _counts(living(status)), _counts(living(before))

    def change(difference: int) -> str:
        if isinstance(since, date) and since >= as_of:
            return ""
        return change_since(difference, since) if len(before) else "new"

    def seen(number: int, fresh: int) -> str:
        return "" if fresh == number else f"{fresh or 'none'} seen {since_words(as_of)}"

    fresh = fresh_counts(status)
    counted = tuple(
        Counter(
            state,
            number,
            change(number - then[state]),
            seen(number, fresh.get(state, number)),
        )
        for state, number in now.items()
    )
    expected = int(status["overdue"].notna().sum())
    if not expected:
        return counted
    late, was = (int(table["overdue"].eq(True).sum()) for table in (status, before))
    of_how_many = f"of {expected:,} with an expected interval"
    if last_day is not None and last_day < as_of:
        of_how_many += f"; contacts known to {show_day(last_day)}"
    return *counted, Counter(OVERDUE, late, change(late - was), of_how_many)


def overdue_words(number: int) -> str:
    """Say what a list of overdue channels holds: `The 2 overdue channels`."""
    return f"The {number:,} overdue channels" if number > 1 else "The overdue channel"


def overdue_line(row: pd.Series) -> Text:
    """Say of a row of the status table by when contact was expected, and how long ago that is."""
    expected = f"expected by {show_day(day_of(row['expected']))}, "
    return Run(expected, MUTED), Run(f"{count_days(row['days_overdue'])} overdue", STRONG)


def since_words(as_of: date) -> str:
    """Say since when a fresh state was seen: `since 30 Jun 2024`."""
    return f"since {show_day(fresh_since(pd.Timestamp(as_of)).date())}"


def cells_caption(as_of: date, status: pd.DataFrame) -> Text:
    """Say what a cell is, and how many known states, the fainter ones, rest on old evidence."""
    alive = living(status)
    counted = alive[alive["state"] != UNKNOWN]
    old = int(counted["stale"].sum())
    first = "One cell is one channel. " if len(alive) <= _MANY_CELLS else ""
    if not len(counted):
        return (Run(first.strip(), MUTED),)
    if old:
        which = (
            f"{old:,} of the {len(counted):,} known states"
            if len(counted) > 1
            else "the known state"
        )
        fainter = f"Fainter: {which}, not seen {since_words(as_of)}."
        return (Run(first + fainter, MUTED),)
    alike = {1: "The known state rests", 2: "Both known states rest"}
    words = alike.get(len(counted), f"All {len(counted):,} known states rest")
    return (Run(f"{first}{words} on an observation of the last two years.", MUTED),)


def _with_fresh(runs: Text, alive: pd.DataFrame, as_of: date) -> list[Run]:
    """Add after each known state how many of its channels are fresh, where not all are."""
    numbers, fresh, when = _counts(alive), fresh_counts(alive), since_words(as_of)
    counted = []
    for run in runs:
        counted.append(run)
        number = numbers.get(run.role, 0)
        seen = fresh.get(run.role, number)
        if seen != number:
            counted.append(Run(f" ({_fresh_words(number, seen, when)})", ASIDE))
            when = ""
    return counted


def _fresh_words(number: int, seen: int, when: str) -> str:
    """Say how many of a number of channels were seen since a day that is said already where
    `when` is empty."""
    if number == 1:
        return f"not seen {when or 'since then'}"
    return f"{seen or 'none'} of them{when and ' seen '}{when}"


def _counts(alive: pd.DataFrame) -> dict[str, int]:
    counts = alive["state"].value_counts()
    return {state: int(counts.get(state, 0)) for state in LIVING_STATES}


def _all_alike(number: int, state: str, noun: str) -> str:
    if number == 1:
        return f"the {noun.replace('channels', 'channel', 1)} is {state}"
    return f"{'both' if number == 2 else f'all {number:,}'} {noun} are {state}"


def _all_ended(number: int) -> str:
    return {1: "the one there was has ended", 2: "both have ended"}.get(
        number, f"all {number:,} have ended"
    )
