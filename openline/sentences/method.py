"""The words of the page Method about itself, and about the record that is shown."""

from datetime import date
from typing import Final

import pandas as pd

from openline.record.columns import CONFIDENCES, ENDED, EVENTS
from openline.record.dates import show_day
from openline.sentences.runs import Run, Text, count

WORDS_TITLE: Final = "The words"
COLUMNS_TITLE: Final = "The columns of a record"
_TOP: Final = 10
_NOUNS: Final = {ENDED: "end"}


def method_headline() -> Text:
    """Say what the page is about."""
    return (Run("How every figure is calculated"),)


def method_sentence(method: str) -> Text:
    """Say of which day the formulas are, and what that day is for."""
    day = show_day(date.fromisoformat(method))
    words = (
        f"The formulas are those of {day}. If a figure of an unchanged record ever comes out "
        "differently, this day changes, and the changelog says why."
    )
    return (Run(words),)


def sources_sentence(sources: pd.DataFrame) -> Text:
    """Say on how many sites the rows rest, and how much the most cited of them carry."""
    total = int(sources["rows"].sum())
    sites = sources[sources["site"].notna()]
    words = f"{count(total, 'row')} from {count(len(sites), 'site')}"
    if len(sites) > _TOP:
        share = 100 * int(sites["rows"].iloc[:_TOP].sum()) / total
        words += f"; the {_TOP} most cited carry {share:.0f} % of them"
    bare = int(sources.loc[sources["site"].isna(), "rows"].sum())
    if bare:
        verb = "names" if bare == 1 else "name"
        words += f"; {count(bare, 'row')} {verb} no address"
    return (Run(f"{words[0].upper()}{words[1:]}."),)


def confidence_shares(counts: "pd.Series[int]") -> list[tuple[str, int, str]]:
    """Return for each confidence its word, its rows and their share in words."""
    total = int(counts.sum())
    return [
        (word, int(counts[word]), f"{100 * counts[word] / total:.0f} %") for word in CONFIDENCES
    ]


def event_sentence(observations: pd.DataFrame) -> Text:
    """Say how many rows are of each event, the most frequent first."""
    events = observations["event"].value_counts()
    order = sorted(events.index, key=lambda word: (-events[word], EVENTS.index(word)))
    parts = [count(int(events[word]), _NOUNS.get(word, word)) for word in order]
    return (Run(f"By event: {', '.join(parts)}."),)


def precision_sentence(observations: pd.DataFrame) -> Text:
    """Say how exactly the rows are dated."""
    text = observations["date"]
    between = text.str.contains("/", regex=False)
    exact = ~between & (text.str.count("-") == 2)
    coarse = int((~between & ~exact).sum())
    parts = [
        f"{int(exact.sum()):,} to the day",
        f"{coarse:,} to the month or year" if coarse else "",
        f"{int(between.sum()):,} to an interval" if between.any() else "",
    ]
    return (Run(f"Dated: {', '.join(part for part in parts if part)}."),)
