"""The words of time to reopening: how a curve is read, what it finds, and where it is none."""

from typing import Final

import pandas as pd

from openline.analysis.survival import NOT_REACHED
from openline.record.columns import ENDED, PARTIES, SEVERED, UNKNOWN
from openline.sentences.lengths import DAYS_A_YEAR, DAYS_UP_TO, show_days_range
from openline.sentences.runs import MUTED, Run, Text, count, count_days, show_sides

_OPEN: Final = "open"
_ONE_PLACE: Final = 0.05


def survival_how(row: pd.Series, until: str, left_out: int) -> str:
    """Say how a curve is read, with its number of severances, events and decisions.

    `row` is its row of the summary; `left_out` severances have no known first day.
    """
    ended = "fully open again" if until == _OPEN else "reopened, if only in part"
    words = (
        f"{_share_words(until)}: {count(int(row['n']), 'severance')}, "
        f"{int(row['events']):,} {ended}; ticks are those still ongoing when last observed."
    )
    if until == _OPEN:
        words += " A channel severed again before fully reopening counts once."
    return words + decision_words(row) + _left_out_words(left_out)


def groups_how(until: str, left_out: int) -> str:
    """Say how the curves of groups are read."""
    return (
        f"{_share_words(until)}, each group against all combined (grey). "
        "Severances are treated as independent; where one decision led to several, the interval "
        f"is too narrow.{_left_out_words(left_out)}"
    )


def groups_left(groups: int, pictured: int) -> str:
    """Say how many groups are not drawn, and where they are; "" where all are."""
    if groups == pictured:
        return ""
    drawn = f"The {pictured:,} groups with the most severances of {groups:,} are drawn"
    return f"{drawn}; “The numbers behind this” lists them all."


def decision_words(row: pd.Series) -> str:
    """Say of how many decisions severances are, where they are fewer, and what follows;
    "" where they are not."""
    if int(row["decisions"]) >= int(row["n"]):
        return ""
    decisions = count(int(row["decisions"]), "decision")
    return (
        f" They are treated as independent, but come from {decisions}, as the same parties severed "
        "several at once: the interval is too narrow."
    )


def median_words(row: pd.Series, until: str, of_what: str = "") -> str:
    """Say after how many days half of the severances of a summary's row, or half `of_what` they
    are called, had reopened."""
    if row["median"] == NOT_REACHED:
        return f"Fewer than half{of_what} {have_words(until)}"
    return f"Half{of_what} {had_words(until)} after {count_days(float(row['median']))}"


def have_words(until: str) -> str:
    """Say that severed channels reopened, or are fully open."""
    return "are fully open" if until == _OPEN else "have reopened"


def had_words(until: str) -> str:
    """Say that severed channels had reopened, or were fully open, on some day."""
    return "were fully open" if until == _OPEN else "had reopened"


def unused_words(row: pd.Series) -> str:
    """Say how many severances of a summary's row are of channels no longer used; "" for none."""
    number = int(row["unused"])
    which = "is of a channel" if number == 1 else "are of channels"
    return f"{count(number, 'severance')} {which} no longer used" if number else ""


def interval_words(row: pd.Series) -> str:
    """Say within which days the 95 % interval has the median; an end may be missing."""
    lower, upper = row["median_lower"], row["median_upper"]
    if pd.isna(lower):
        return "95 % interval not reached"
    if pd.isna(upper):
        least = f"from {count_days(lower)}, " if lower else ""
        return f"95 % interval: {least}with no upper limit"
    if not lower:
        return f"95 % interval: up to {count_days(upper)}"
    return f"95 % interval: {int(lower):,} to {count_days(upper)}"


def end_words(share: float, until: str) -> str:
    """Say what share is left at the end of a curve."""
    return f"{100 * share:.0f} % {'not yet open' if until == _OPEN else 'still severed'}"


def cut_words(day: float, remaining: int, longest: float) -> str:
    """Say where a curve is cut; "" where it is not. `remaining` are at risk on that day."""
    if longest <= day:
        return ""
    return f"Drawn to {years_words(day)}, where {remaining:,} remain."


def years_words(days: float) -> str:
    """Say a length of an axis: in years where it is long, else in days.

    >>> years_words(2922), years_words(1000), years_words(56)
    ('8 years', '2.7 years', '56 days')
    """
    if days <= DAYS_UP_TO:
        return count_days(days)
    years = days / DAYS_A_YEAR
    whole = abs(years - round(years)) < _ONE_PLACE
    return f"{round(years):,} years" if whole else f"{years:,.1f} years"


def too_few(events: int, until: str) -> str:
    """Say that a group has too few reopenings to estimate anything."""
    what = "full reopenings" if until == _OPEN else "reopenings"
    return f"Too few {what} ({events:,}) for a curve."


def no_severance(left_out: int) -> str:
    """Say that there is nothing to estimate from."""
    if left_out:
        kept = count(left_out, "severance is", "severances are")
        return f"{kept} on record here, none with a known first day.".capitalize()
    return "No severance is on record here."


def group_title(name: object, by: str) -> str:
    """Name a group of severances; one without a name says what it lacks."""
    if not isinstance(name, str) or not name:
        return f"No {by} given"
    return show_sides(name) if by == PARTIES else name


def group_size_words(row: pd.Series, until: str) -> str:
    """Say how many severances a group has, and how many reopened."""
    over = "open again" if until == _OPEN else "reopened"
    return f"{count(int(row['n']), 'severance')}, {int(row['events']):,} {over}"


def narrow_words(row: pd.Series) -> str:
    """Say that a group has fewer decisions than severances, and what follows; "" where not."""
    if int(row["decisions"]) >= int(row["n"]):
        return ""
    return f"only {count(int(row['decisions']), 'decision')}: interval too narrow"


def length_words(row: pd.Series) -> Text:
    """Say how long one severance lasted, and how it ended where that was no reopening."""
    length = show_days_range(row["days"], row["days_min"], row["days_max"])
    if bool(row["event"]):
        return (Run(length),)
    after = {UNKNOWN: ", then unknown", ENDED: ", channel ended"}
    state = row["next_state"]
    if isinstance(state, str) and state in after:
        return (Run(length), Run(after[state], MUTED))
    return (Run(f"{length} so far", SEVERED),)


def survival_alt(row: pd.Series, share: float, day: float, until: str) -> str:
    """Return what a curve finds, for those who do not see it."""
    unused = unused_words(row)
    return (
        f"Curve of the time to reopening of {count(int(row['n']), 'severance')}: "
        f"{median_words(row, until)}, {interval_words(row)}; {unused}{unused and '; '}"
        f"after {years_words(day)} {end_words(share, until)}."
    )


def panels_alt(summary: pd.DataFrame, by: str, until: str) -> str:
    """Return what the curves of groups find, for those who do not see them."""
    sentences = []
    for _, row in summary.iterrows():
        parts = (
            interval_words(row),
            group_size_words(row, until),
            unused_words(row),
            narrow_words(row),
        )
        words = "; ".join(filter(None, parts))
        sentences.append(f"{group_title(row['group'], by)}: {median_words(row, until)} ({words})")
    return f"Curves of the time to reopening by {by}. {'. '.join(sentences)}."


def _share_words(until: str) -> str:
    share = "not yet fully open" if until == _OPEN else "still severed"
    return f"The share {share} by years elapsed"


def _left_out_words(left_out: int) -> str:
    verb = "is" if left_out == 1 else "are"
    return f" {left_out:,} without a known first day {verb} left out." if left_out else ""
