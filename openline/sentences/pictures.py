"""The words on a saved picture: its title, which says what it finds, and its source line."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from openline.analysis.survival import NOT_REACHED
from openline.record.columns import KIND, LEVEL
from openline.record.dates import show_day
from openline.sentences.causes import most_caused
from openline.sentences.gaps import gap_days, longest_names
from openline.sentences.runs import count, count_days, named_of_tie, plain
from openline.sentences.survival import group_title, had_words, have_words, median_words

_MOST_IN_FULL = 6


def range_words(first: date, last: date | None) -> str:
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


def source_line(
    record: str, as_of: date, filters: Sequence[str], shown: tuple[date, date] | None = None
) -> str:
    """Say whose record a picture is drawn from, as of which day, which days of it are `shown`,
    and what is left out of it."""
    days = [f"{range_words(*shown)} shown"] if shown else []
    return " · ".join([f"Source: Openline, {record}", f"as of {show_day(as_of)}", *days, *filters])


def titled(finding: str, filters: Sequence[str], day: str = "") -> str:
    """Return a picture's title: what it finds, of what, and up to which day or in which days."""
    words = [*filters, *([day.replace(" ", "\u00a0")] if day else [])]
    return f"{finding.rstrip('.')}{': ' if filters else ', ' if day else ''}{', '.join(words)}"


def to_day(day: date) -> str:
    """Say up to which day a finding goes."""
    return f"to {show_day(day)}"


def reopened_finding(row: pd.Series, until: str) -> str:
    """Say after how many days half of the severed channels had reopened, from a row of the
    summary of time to reopening."""
    return median_words(row, until, " of severed channels")


def groups_finding(summary: pd.DataFrame, by: str, until: str) -> str:
    """Say in which groups half of the severed channels had reopened soonest, and in which latest
    or not at all."""
    noun = " channels" if by in (LEVEL, KIND) else ""
    names = [f"{group_title(name, by)}{noun}" for name in summary["group"]]
    medians = list(zip(names, summary["median"], strict=True))
    reached = {name: float(median) for name, median in medians if median != NOT_REACHED}
    never = [name for name, median in medians if median == NOT_REACHED]
    if not reached:
        return f"Fewer than half of severed channels {have_words(until)} in {named_of_tie(never)}"
    first = _in(reached, min(reached.values()))
    words = f"Half of severed channels {had_words(until)} after {first}"
    if never:
        over = have_words(until).partition(" ")[0]
        return f"{words}; fewer than half {over} in {named_of_tie(never)}"
    last = max(reached.values())
    return words if last == min(reached.values()) else f"{words}, after {_in(reached, last)}"


def ongoing_finding(gaps: pd.DataFrame, what: str) -> str:
    """Say how many channels are severed or have gone silent, and which for longest.

    `gaps`: gaps of one kind that are ongoing, longest first; `what`: `severed` or `silent`.
    """
    number = count(len(gaps), "channel")
    verb = ("is" if len(gaps) == 1 else "are") if what == "severed" else "has gone"
    verb = "have gone" if verb == "has gone" and len(gaps) != 1 else verb
    length = gap_days(gaps.iloc[0])
    return f"{number} {verb} {what}, longest {named_of_tie(longest_names(gaps))}, for {length}"


def history_finding(severances: int, silences: int, ongoing: tuple[int, int]) -> str:
    """Say how many severances and silences days have, and how many of each go on."""
    cut, still = ongoing
    counts = f"{count(severances, 'severance')} and {count(silences, 'silence')}"
    if not cut and not still:
        return f"{counts}, all of them over"
    parts = [count(cut, "severance")] * bool(cut) + [count(still, "silence")] * bool(still)
    return f"{counts}; {' and '.join(parts)} still ongoing"


def moves_finding(opened: int, closed: int, most: tuple[int, Sequence[str]]) -> str:
    """Say how many openings and closings days have, and when there were `most` closings: how
    many, and in which periods."""
    counts = f"{count(opened, 'opening')} and {count(closed, 'closing')}"
    number, when = most
    if number < 2 or len(when) > 1 or number == closed:
        return counts
    return f"{counts}, most closings in {when[0]} ({number:,})"


def causes_finding(table: pd.DataFrame) -> str:
    """Say which cause led to most severances, or how many causes brought how many."""
    total = int(table["severances"].sum())
    named = table[table["cause"].notna()]
    if not len(named):
        return f"No cause is given for {count(total, 'severance')}"
    most = plain(most_caused(table))
    if most:
        return f"{most.rstrip('.')} of {total:,}"
    return f"{count(len(named), 'cause')} led to one severance each"


def causes_left(table: pd.DataFrame, drawn: int) -> str:
    """Say what a picture of the first causes leaves out; "" where it has all of them."""
    left = table.iloc[drawn:]
    causes = left[left["cause"].notna()]
    nameless = int(left["severances"].sum() - causes["severances"].sum())
    parts = [count(len(causes), "more cause")] if len(causes) else []
    parts += [f"{count(nameless, 'severance')} without a cause"] if nameless else []
    return f"Left out: {' and '.join(parts)}." if parts else ""


def _in(reached: dict[str, float], days: float) -> str:
    names = [name for name, median in reached.items() if median == days]
    return f"{count_days(days)} in {named_of_tie(names)}"


def in_full(names: Sequence[str]) -> str:
    """Give the names that a picture cuts, as it has nothing to point at; "" where it cuts none.

    >>> in_full(["Talks of the one side"])
    'In full: Talks of the one side.'
    """
    more = f"; {len(names) - _MOST_IN_FULL:,} more are cut" if len(names) > _MOST_IN_FULL else ""
    return f"In full: {'; '.join(names[:_MOST_IN_FULL])}{more}." if names else ""
