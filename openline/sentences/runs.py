"""Runs: text in pieces, each with a role that the page gives a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from openline.record.columns import CHANNEL, PARTIES, PARTIES_SEPARATOR
from openline.record.dates import show_date

STRONG: Final = "strong"
MUTED: Final = "muted"
ASIDE: Final = "aside"
"""The role of what a headline says in brackets."""
_DASH: Final = " – "
_MOST_OF_TIE: Final = 3
NAME: Final = "name"
"""The role of a channel's name, which a page may link."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; `role` is "", a state's word, or one of this module's roles."""

    text: str
    role: str = ""


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return a text without its roles."""
    return "".join(run.text for run in text)


def list_runs(runs: Sequence[Run]) -> Text:
    """Join runs as a sentence lists them: `a, b and c`."""
    joined: list[Run] = []
    for i, run in enumerate(runs):
        if i:
            joined.append(Run(" and " if i == len(runs) - 1 else ", "))
        joined.append(run)
    return tuple(joined)


def list_words(words: Sequence[str]) -> str:
    """Join words as a sentence lists them: `a, b and c`."""
    return plain(list_runs([Run(word) for word in words]))


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Count things in words: `1 opening`, `no closings`, `1,204 rows`."""
    many = plural or f"{noun}s"
    if number == 0:
        return f"no {many}"
    return f"{number:,} {noun if number == 1 else many}"


def count_days(days: float) -> str:
    """Count days: `1 day`, `2,205 days`."""
    whole = int(days)
    return f"{whole:,} {'day' if whole == 1 else 'days'}"


def count_days_range(days_min: float, days_max: float) -> str:
    """Count days between two bounds: `1,158–1,188 days`, or `1 day` where they agree."""
    if int(days_min) == int(days_max):
        return count_days(days_max)
    return f"{int(days_min):,}–{count_days(days_max)}"


def on_date(text: str) -> str:
    """Say when: `on 22 Nov 2022`, `in Aug 2022`, `in 2020`."""
    word = "on" if text.partition("/")[0].count("-") == 2 else "in"
    return f"{word} {show_date(text)}"


def show_stretch(start: str, end: object) -> str:
    """Say from when to when a stretch runs; one without an `end` goes on.

    >>> show_stretch("2022-08-05/2023-07-18", "2023-08-14/2023-08-16")
    '5 Aug 2022 – 18 Jul 2023 until 14–16 Aug 2023'
    """
    begun = show_date(start)
    if not isinstance(end, str):
        return f"since {begun}"
    over = show_date(end)
    # A dash between two dates that have one themselves cannot be told from theirs.
    return f"{begun} until {over}" if _DASH in begun + over else f"{begun}{_DASH}{over}"


def day_of(moment: date) -> date:
    """Return the calendar day of a day or a timestamp."""
    return date(moment.year, moment.month, moment.day)


def named(row: pd.Series) -> str:
    """Name the channel of a row, after its parties: `China–India, Border talks`."""
    return ", ".join(filter(None, (show_sides(row[PARTIES]), row[CHANNEL])))


def named_of_tie(names: Sequence[str]) -> str:
    """Name all of a tie, or the first and how many others there are: `A and 3 others`."""
    return plain(tie_runs(names))


def tie_runs(names: Sequence[str]) -> Text:
    """Return the words of `named_of_tie`, with each name as a name."""
    if len(names) > _MOST_OF_TIE:
        return (Run(names[0], NAME), Run(f" and {len(names) - 1:,} others"))
    runs: list[Run] = []
    for at, name in enumerate(names):
        joint = " and " if at == len(names) - 1 else "; "
        runs += [*([Run(joint)] if at else []), Run(name, NAME)]
    return tuple(runs)


def actor_words(row: pd.Series, prefix: str = "") -> str:
    """Say which party acted, `by China`; "" where the row names none."""
    actor = row.get(f"{prefix}actor")
    return f"by {actor}" if isinstance(actor, str) and actor else ""


def show_sides(parties: object) -> str:
    """Show parties with a dash between the sides; "" where there are none."""
    return parties.replace(PARTIES_SEPARATOR, "–") if isinstance(parties, str) else ""
