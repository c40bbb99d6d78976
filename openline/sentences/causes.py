"""The words of the causes: how many severances, on which days, how long, and how healed."""

from typing import Final

import pandas as pd

from openline.record.columns import CAUSE, ENDED, SEVERED, UNKNOWN
from openline.record.dates import show_date
from openline.sentences.lengths import show_days, show_days_range
from openline.sentences.runs import Run, Text, count, count_days_range, list_runs, on_date

_NO_CAUSE: Final = "No cause given"
_MOST_DAYS: Final = 2
_MOST_OF_TIE: Final = 3
STOPS: Final = {
    SEVERED: "severed again first",
    UNKNOWN: "unknown first",
    ENDED: "ended first",
}
"""What is said of a severance whose channel was not open again before this."""


def causes_how(total: int, named: int) -> str:
    """Say how the causes are read; `total` severances, `named` of them with a cause."""
    left = total - named
    without = f" {count(left, 'severance')} without a cause come last." if left > 1 else ""
    without = " One severance without a cause comes last." if left == 1 else without
    return (
        "A dot marks a severance by its length, an arrow one still ongoing. Unhealed: still "
        f"severed, or raised but not open since.{without}"
    )


def causes_alt(table: pd.DataFrame) -> str:
    """Say what a figure of causes shows: each with its severances, the most first."""
    parts = [
        f"{cause_name(cause)}, {count(int(number), 'severance')}"
        for cause, number in zip(table[CAUSE], table["severances"], strict=True)
    ]
    return f"What severed channels: {'; '.join(parts)}."


def most_caused(table: pd.DataFrame) -> Text:
    """Say which cause led to most severances, where one cause brought several."""
    named = table[table[CAUSE].notna()]
    if not len(named) or named["severances"].iloc[0] < 2:
        return ()
    most = named[named["severances"] == named["severances"].iloc[0]]
    names = _of_tie([str(name) for name in most[CAUSE]])
    verb = "led to the most" if len(most) == 1 else "each led to the most"
    return (*names, Run(f" {verb}: {count(int(most['severances'].iloc[0]), 'severance')}."))


def _of_tie(names: list[str]) -> Text:
    """Name the causes of a tie, of many the first and how many others there are."""
    if len(names) > _MOST_OF_TIE:
        return (Run(f"{names[0]} and {len(names) - 1:,} others"),)
    return list_runs([Run(name) for name in names])


def cause_name(cause: object) -> str:
    """Name a cause; a missing one says so."""
    return cause if isinstance(cause, str) else _NO_CAUSE


def shared_days(group: pd.DataFrame) -> str:
    """Say on which days the severances of one cause began, those of several channels first:
    `3 severed on 5 Aug 2022`. `group` holds its severances, newest first."""
    if len(group) == 1:
        return show_date(str(group["start_text"].iloc[0]))
    counts = group.groupby("start_text", sort=False).size().sort_values(ascending=False)
    shared = counts[counts > 1].head(_MOST_DAYS)
    if not len(shared):
        first, last = group["start"].iloc[-1].year, group["start"].iloc[0].year
        return f"{len(group):,} different days, {first if first == last else f'{first}–{last}'}"
    parts = [f"{number:,} {_within(str(text))}" for text, number in shared.items()]
    parts[0] = parts[0].replace(" ", " severed ", 1)
    rest = len(group) - int(shared.sum())
    others = {0: [], 1: ["1 on another day"]}.get(rest, [f"{rest:,} on other days"])
    return ", ".join([*parts, *others])


def lengths_of(row: pd.Series) -> str:
    """Say how long the severances of a row of the causes table last: their median, from three
    on, and the shortest and the longest, as they are counted; of one length alone what it may
    have been. `so far` where one is ongoing; beside a median, how many are of channels no longer
    used."""
    shortest, longest = row["shortest_days"], row["longest_days"]
    spread = show_days_range(longest, shortest, longest)
    middle = f"median {show_days(row['median_days'])}, " if row["severances"] > 2 else ""
    if shortest == longest:
        spread = show_days_range(longest, row["least_days"], row["greatest_days"])
        middle = "each " if row["severances"] > 1 else ""
    unused = int(row["unused"]) if row["severances"] > 2 else 0
    of_unused = f", {unused:,} of channels no longer used" if unused else ""
    return f"{middle}{spread}{' so far' if row['ongoing'] else ''}{of_unused}"


def healing(row: pd.Series) -> str:
    """Say how many severances of a row of the causes table are unhealed, and still severed."""
    unhealed, ongoing = int(row["unhealed"]), int(row["ongoing"])
    still = f"{ongoing:,}\u00a0still\u00a0severed"
    if ongoing and ongoing == unhealed:
        return still
    words = f"{unhealed:,} unhealed" if unhealed else "none unhealed"
    return f"{words}, {still}" if ongoing else words


def severance_length(row: pd.Series) -> str:
    """Say how long a severance lasted or has lasted; `at least` where its onset is not known."""
    is_exact = bool(row["onset_known"])
    length = show_days_range(row["days"], row["days_min"], row["days_max"])
    return f"{'' if is_exact else 'at least '}{length}{' so far' if bool(row['ongoing']) else ''}"


def first_use(row: pd.Series) -> str:
    """Say when the channel of a severance was first used again, and after how many days, or
    that it was still severed then."""
    if isinstance(row["first_contact_text"], str) and _while_severed(row):
        return f"{show_date(row['first_contact_text'])}, while severed"
    return _again(row, "first_contact", "no contact on record")


def full_opening(row: pd.Series) -> str:
    """Say when the channel of a severance was open again, and after how many days."""
    return _again(row, "restored", "not yet")


def _again(row: pd.Series, column: str, never: str) -> str:
    text = row[f"{column}_text"]
    if not isinstance(text, str):
        return STOPS.get(row["stopped"], never) if isinstance(row["stopped"], str) else never
    least = max((row[column] - row["start_latest"]).days, 0)
    most = (row[f"{column}_latest"] - row["start"]).days
    return f"{show_date(text)}, after {count_days_range(least, most)}"


def _while_severed(row: pd.Series) -> bool:
    """Whether the first contact of a severance lies before its end, whatever its day was."""
    return bool(row["ongoing"]) or bool(row["first_contact_latest"] < row["end"])


def _within(text: str) -> str:
    return f"within {show_date(text)}" if "/" in text else on_date(text)
