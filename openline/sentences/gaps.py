"""The words of the page Gaps: what is severed and silent now, for how long, how unusual."""

from datetime import date
from typing import Final

import pandas as pd

from openline.analysis.survival import MIN_EVENTS, NOT_REACHED
from openline.record.columns import CHANNEL, PARTIES, SEVERED
from openline.record.dates import show_day
from openline.sentences.days import on_day
from openline.sentences.lengths import show_bounds, show_days_range, show_length
from openline.sentences.runs import Run, Text, count, count_days, count_days_range, named, tie_runs

_APART: Final = "A channel can be severed and silent at once."


def gaps_headline(
    as_of: date, severed: int, silent: int, whose: str = "", last_day: date | None = None
) -> Text:
    """Say how many channels are severed and how many have gone silent on a day.

    `whose`: the parties, as shown, that all the channels are of. After `last_day` nothing is
    known: what is told is what was known then.
    """
    noun = f"{whose} channel" if whose else "channel"
    verb = "is" if severed <= 1 else "are"
    runs = [Run(on_day(as_of, last_day)), Run(f"{count(severed, noun)} {verb} severed", SEVERED)]
    if not severed:
        runs = [runs[0], Run(f"no {noun} is severed")]
    if not silent:
        return (*runs, Run(" and none has gone silent."))
    joined = " and " if severed else ", but "
    return (*runs, Run(f"{joined}{silent:,} {'has' if silent == 1 else 'have'} gone silent."))


def gaps_second(
    severed: pd.DataFrame, summary: pd.DataFrame, full: pd.DataFrame | None = None
) -> Text:
    """Say which channel is severed longest, and how soon half of the severances were over.

    `severed` are the ongoing severances, longest first; `summary` is the one row of the
    summary of time to reopening, or none, and `full` that of time to being fully open.
    """
    runs = []
    if len(severed):
        names = [named(tied) for _, tied in longest(severed).iterrows()]
        runs = [
            Run("Severed longest: "),
            *tie_runs(names),
            Run(f", for {gap_days(severed.iloc[0])}. "),
        ]
    if len(summary):
        fully = _fully(full.iloc[0]) if full is not None and len(full) else ""
        runs.append(Run(f"{_half(summary.iloc[0], fully)}."))
    return tuple(runs)


def carried_states_words(as_of: date, last_day: date | None) -> str:
    """Say how many of the days up to the as-of day lie after the record's last day; "" where
    none does."""
    days = (as_of - last_day).days if last_day else 0
    if last_day is None or days <= 0:
        return ""
    since = f"the {days:,} days since are" if days > 1 else "the day since is"
    return f"The record ends on {show_day(last_day)}; {since} carried forward."


def longest(gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the gaps that are as long as the first one."""
    lengths = gaps[["days", "days_min", "days_max"]]
    return gaps[(lengths == lengths.iloc[0]).all(axis=1)]


def longest_names(gaps: pd.DataFrame) -> list[str]:
    """Name the channels of the longest gaps, of which there can be several of one length; with
    their parties where these differ. `gaps`: longest first."""
    several = gaps[PARTIES].nunique(dropna=False) > 1
    return [named(row) if several else str(row[CHANNEL]) for _, row in longest(gaps).iterrows()]


def gap_length(row: pd.Series) -> tuple[str, str]:
    """Return the length of a gap as figures show it, and its bounds in days where they differ.

    A length whose beginning is not on record is "at least" that long.
    """
    bounds = show_bounds(row["days_min"], row["days_max"])
    return f"{_at_least(row)}{show_length(row['days'])}", f"({bounds})" if bounds else ""


def gap_length_days(row: pd.Series) -> str:
    """Return the length of a gap in days, as tables show it: `384–1,576 d`."""
    return f"{_at_least(row)}{show_days_range(row['days'], row['days_min'], row['days_max'])}"


def gap_days(row: pd.Series) -> str:
    """Return the length of a gap as sentences tell it: `384–1,576 days`."""
    return f"{_at_least(row)}{count_days_range(row['days_min'], row['days_max'])}"


def rank(row: pd.Series) -> str:
    """Say how unusual a gap is among all of its kind: `longer than 77 of 84 ended`."""
    ended = int(row["ended"])
    if not ended:
        return "none has ended yet"
    return f"longer than {_of(row, '')} ended"


def own_rank(row: pd.Series) -> str:
    """Say how unusual a gap is in its channel: `in its channel, longer than 2 of 3 before`."""
    if not int(row["own_ended"]):
        return "in its channel, none has ended yet"
    return f"in its channel, longer than {_of(row, 'own_')} before"


def severed_how(now: pd.DataFrame, drawn: int) -> str:
    """Say how the figure of the ongoing severances is read; `drawn` of them are drawn."""
    words = ["Length so far; thin where the first day is not known exactly."]
    if (now["onset_known"].eq(False)).any():
        words.append("“At least”: already severed when first observed.")
    ended = int(now["ended"].max())
    if ended:
        words.append(f"Compared with {_over(ended, 'severance')} of known length.")
    return " ".join(filter(None, [*words, _longest(drawn, len(now))]))


def silent_how(now: pd.DataFrame, drawn: int, min_days: int) -> str:
    """Say how the figure of the ongoing silences is read; `drawn` of them are drawn."""
    expected = f"twice the expected interval ({count_days(min_days)} where none is set)"
    words = [f"Since the last recorded contact; counted from {expected}. {_APART}"]
    ended = int(now["ended"].max())
    if ended:
        words.append(f"Compared with {_over(ended, 'silence')} in the channels shown.")
    return " ".join(filter(None, [*words, _longest(drawn, len(now))]))


def history_how(severances: int, silences: int, before: bool) -> str:
    """Say how the history is read: how many severances and silences it shows, apart, and
    whether others ended before the years shown."""
    bars, lines = count(severances, "severance"), count(silences, "silence")
    words = f"In the years shown: {bars} as bars, thin where no observation supports them; {lines} "
    words += "as dotted lines between contacts."
    return f"{words} Others ended earlier." if before else words


def none_severed(as_of: date) -> Text:
    """Say that no channel is severed."""
    return (Run(f"None on {show_day(as_of)}."),)


def none_silent(as_of: date, min_days: int) -> Text:
    """Say that no channel has been silent for long enough to count."""
    words = f"None on {show_day(as_of)}: no channel has been without a contact for twice its "
    return (Run(f"{words}expected interval, or for {count_days(min_days)} where none is set."),)


def no_gap(as_of: date, before: bool) -> Text:
    """Say that the history has nothing to show; `before`: but that others ended before it."""
    if before:
        return (Run(f"None in the years to {show_day(as_of)}; choose more years."),)
    return (Run(f"No severance and no silence is on record up to {show_day(as_of)}."),)


def _half(row: pd.Series, fully: str) -> str:
    """How many had reopened; `fully` is what is told of those that were fully open."""
    n, events = int(row["n"]), int(row["events"])
    which = "with a known first day"
    if events < MIN_EVENTS:
        if n == 1:
            return f"The one severance {which} has {'' if events else 'not '}reopened"
        have = "have" if events > 1 else "has"
        return f"Of {n:,} severances {which}, {events or 'none'} {have} reopened"
    if row["median"] == NOT_REACHED:
        return f"Of {n:,} severances {which}, fewer than half have reopened{_unused(row)}"
    days = count_days(row["median"])
    return f"Of {n:,} severances {which}, half had reopened after {days}{fully}{_unused(row)}"


def _unused(row: pd.Series) -> str:
    """How many severances that weigh on a median are of channels no longer used."""
    number = int(row["unused"])
    which = "1 is of a channel" if number == 1 else f"{number:,} are of channels"
    return f"; {which} no longer used" if number else ""


def _fully(row: pd.Series) -> str:
    """What is added of full openings, which are told apart from those in part."""
    if int(row["events"]) < MIN_EVENTS:
        return ""
    if row["median"] == NOT_REACHED:
        return ", if only in part; fewer than half were fully open"
    return f", if only in part; half were fully open after {count_days(row['median'])}"


def _at_least(row: pd.Series) -> str:
    return "at least " if row["onset_known"] is False else ""


def _of(row: pd.Series, prefix: str) -> str:
    """Say than how many of the ended ones, in bounds where the start is coarse."""
    ended, most, least = (
        int(row[prefix + name]) for name in ("ended", "longer_than", "longer_least")
    )
    if least < most:
        return f"{least:,}–{most:,} of {ended:,}"
    if most == ended and ended > 1:
        return f"all {ended:,}"
    return f"{most or 'none'} of {ended:,}" if most < ended else "the one"


def _over(number: int, kind: str) -> str:
    return f"the one ended {kind}" if number == 1 else f"the {number:,} ended {kind}s"


def _longest(drawn: int, total: int) -> str:
    return f"The {drawn:,} longest of {total:,}." if drawn < total else ""
