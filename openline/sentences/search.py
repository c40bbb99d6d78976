"""What a search found, in words."""

from datetime import date

from openline.record.dates import show_day
from openline.sentences.runs import STRONG, Run, Text, count


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
