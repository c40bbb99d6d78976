"""The words on a saved picture: its source line, and titles that say what it shows."""

from collections.abc import Sequence
from datetime import date

from openline.record.dates import show_day


def days_between(first: date, last: date | None) -> str:
    """Say from which day to which something goes; `from 1 Jan 2020` where it has no last one."""
    if last is None:
        return f"from {show_day(first)}"
    return f"{show_day(first)} – {show_day(last)}"


def past_words(last: date, as_of: date) -> str:
    """Say that a figure shows a past stretch, and so what was known on its last day."""
    return (
        f"Drawn as of {show_day(last)}, the last day chosen; the rest of the page is as of "
        f"{show_day(as_of)}."
    )


def none_yet(last: date) -> str:
    """Say that no channel was on record when a past stretch ended."""
    return f"No channel is on record up to {show_day(last)}, the last day chosen."


def source_line(record: str, as_of: date, filters: Sequence[str]) -> str:
    """Say whose record a picture is drawn from, as of which day, and what is left out of it."""
    return " · ".join([f"Source: Openline, {record}", f"as of {show_day(as_of)}", *filters])
