"""The line that says what is looked at: record, day, filters, channels, and its age."""

from dataclasses import dataclass
from datetime import date

from openline.analysis.filters import Filters
from openline.analysis.gaps import MIN_DAYS
from openline.record.columns import CONFIRMED, REPORTED
from openline.record.dates import show_day
from openline.sentences.runs import STRONG, Run, Text, count, count_days, show_sides

_MOST_NAMES = 3
_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Context:
    """What is looked at: the record's name as shown, the as-of day and today; the record's
    last day; the filters and the carry; how many channels match, and how many there are;
    from how many days a silence counts, None where the page counts none."""

    record: str
    as_of: date
    today: date
    last_day: date | None
    filters: Filters
    carry: int | None
    shown: int
    total: int
    min_days: int | None = None


def context_line(looked: Context) -> Text:
    """Say what is looked at, in one line."""
    filters = filter_words(looked.filters, looked.carry) or ["All parties"]
    if looked.min_days not in (None, MIN_DAYS):
        filters.append(f"silences counted from {count_days(looked.min_days or 0)}")
    channels = count(looked.total, "channel")
    if looked.shown != looked.total:
        channels = f"{looked.shown:,} of {channels}"
    rest = [*filters, channels, record_age(looked.last_day, looked.today)]
    return (
        Run(f"{looked.record}{_SEPARATOR}as of "),
        Run(show_day(looked.as_of), STRONG),
        Run(_SEPARATOR + _SEPARATOR.join(rest)),
    )


def filter_words(filters: Filters, carry: int | None = None) -> list[str]:
    """Name each filter that leaves something out; an empty list leaves out nothing."""
    words = [
        _names([show_sides(name) for name in filters.parties], "parties"),
        _names(filters.levels, "levels"),
        _names(filters.kinds, "kinds"),
        _names(filters.channels, "channels"),
        _confidence(filters.confidence),
        "states not seen for two years left out" if filters.fresh else "",
        f"found by “{filters.q}”" if filters.q else "",
    ]
    if carry is not None:
        words.append(f"states carried for {count_days(carry)}")
    return [word for word in words if word]


def future_note(as_of: date, today: date, last_day: date | None) -> str:
    """Say that an as-of day is still to come, and what then stands for it; "" for any other."""
    if as_of <= today:
        return ""
    until = (
        f"the record knows nothing after {show_day(last_day)}" if last_day else "nothing is known"
    )
    return f"{show_day(as_of)} is after today; {until}, and its states are carried forward."


def record_age(last_day: date | None, today: date) -> str:
    """Say how old the record's knowledge is."""
    if last_day is None:
        return "the record has no day before today"
    days = (today - last_day).days
    if days == 0:
        return f"the record ends today, {show_day(last_day)}"
    return f"the record ends {show_day(last_day)}, {count_days(days)} before today"


def _names(names: list[str] | tuple[str, ...], noun: str) -> str:
    if len(names) > _MOST_NAMES:
        return f"{len(names)} {noun}"
    return ", ".join(names)


def _confidence(confidence: str) -> str:
    return {
        CONFIRMED: "confirmed rows only",
        REPORTED: "confirmed and reported rows",
    }.get(confidence, "")
