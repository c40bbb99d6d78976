"""What a page says where there is nothing to show."""

from collections.abc import Sequence
from datetime import date

from openline.record.dates import show_date, show_day
from openline.sentences.runs import Run, Text, count_days


def no_channel(filters: Sequence[str]) -> Text:
    """Say that no channel matches, and under which filters."""
    named = f": {', '.join(filters)}." if filters else "."
    return (Run(f"No channel matches these filters{named}"),)


def before_record(as_of: date, first_text: str | None) -> Text:
    """Say that no channel had a state yet; `first_text` is the date of the first one."""
    start = f"On {show_day(as_of)} no channel had a recorded state"
    if first_text is None:
        return (Run(f"{start}."),)
    return (Run(f"{start}; the first dates from {show_date(first_text)}."),)


def no_moves(as_of: date, window: int) -> Text:
    """Say that a list of openings and closings is empty."""
    if not window:
        return (Run(f"None on {show_day(as_of)}."),)
    return (Run(f"None in the {count_days(window)} before {show_day(as_of)}."),)
