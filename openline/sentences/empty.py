"""What a page says of what a search found, and where there is nothing to show."""

from collections.abc import Sequence
from datetime import date

from openline.record.dates import show_date, show_day
from openline.sentences.runs import STRONG, Run, Text, count, count_days


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


def found_words(query: str, rows: int, channels: int) -> Text:
    """Say how many observations a query found, and in how many channels."""
    hits = f"{count(rows, 'observation')} in {count(channels, 'channel')}"
    return (Run(f"“{query}”", STRONG), Run(f": {hits}."))


def nothing_found(query: str, as_of: date) -> Text:
    """Say that nothing is found, and what is looked at."""
    return (
        Run("Nothing found for "),
        Run(f"“{query}”", STRONG),
        Run(
            f" up to {show_day(as_of)}, under the other filters. Every word has to occur in one "
            "observation: in its channel, parties, summary, source or cause."
        ),
    )
