"""Days in words: on which day something is known, and how many days a record covers."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from openline.record.dates import show_day

STEPS: Final[Mapping[str, str]] = {
    "1d": "the day before",
    "7d": "a week before",
    "30d": "30 days before",
    "1y": "a year before",
}
"""The steps back from the as-of day, in words."""


def on_day(as_of: date, last_day: date | None = None) -> str:
    """Begin a sentence with its day, or with the last that the record knows where that is
    earlier: after it nothing is known."""
    if last_day is not None and last_day < as_of:
        return f"Last known on {show_day(last_day)}: "
    return f"On {show_day(as_of)}, "


def covered_words(days: int, as_of: date, last_day: date | None) -> str:
    """Say how many of so many days up to the as-of day the record covers; "" where it is all."""
    if last_day is None or last_day >= as_of or not days:
        return ""
    covered = max(0, days - (as_of - last_day).days)
    which = f"these {days:,} days" if days > 1 else "this day"
    if not covered:
        return f"The record ends on {show_day(last_day)} and covers none of {which}."
    return f"The record ends on {show_day(last_day)} and covers {covered:,} of {which}."


def change_since(difference: int, since: str | date) -> str:
    """Say how a number differs from that of another day, which is a step back or a day:
    `+10 on a year before`, `as on 22 Nov 2026`."""
    if not difference:
        return f"as on {show_day(since)}" if isinstance(since, date) else f"as {STEPS[since]}"
    number = f"{'+' if difference > 0 else '−'}{abs(difference):,}"
    if isinstance(since, date):
        return f"{number} since {show_day(since)}"
    return f"{number} on {STEPS[since]}"
