"""Which awkward features a record has, by name."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from .judging import Judged, judge, with_interval_ends
from .options import Options
from .reading import Row, channels_of, read_rows
from .tables import table

__all__ = ["FEATURES", "coverage"]

FEATURES = frozenset(
    {
        "cadence absent",
        "cadence set",
        "cadence zero",
        "check begins",
        "check confirms",
        "check inert",
        "confidence takes out a confirmation",
        "confidence takes out a move",
        "confidence takes out an ending",
        "contact and ended on one day",
        "contacts on one day",
        "ended",
        "ended and state on one day",
        "five reopenings",
        "interval break",
        "interval continues",
        "interval date",
        "interval form",
        "level missing",
        "month",
        "onset unknown",
        "parties missing",
        "restart",
        "row repeated",
        "silence",
        "states on one day",
        "unknown",
        "year",
    }
)


def coverage(csv_text: str) -> frozenset[str]:
    """The names of the features that the record has, all of them in `FEATURES`."""
    rows = read_rows(csv_text)
    found = {name for row in rows for name in _of_row(row)}
    for channel in channels_of(rows):
        found |= _of_days(channel) | _of_ends(channel)
        judged = judge(with_interval_ends(channel))
        found |= {name for one in judged for name in _of_judged(one)}
        if _restarts(judged):
            found.add("restart")
    if len(rows) < len(csv_text.splitlines()) - 1:
        found.add("row repeated")
    return frozenset(found | _of_tables(csv_text))


def _named(pairs: Iterable[tuple[str, bool]]) -> set[str]:
    return {name for name, holds in pairs if holds}


def _of_row(row: Row) -> set[str]:
    width = (row.when.last - row.when.first).days
    from_first = row.when.first.day == 1
    whole_year = from_first and row.when.first.month == 1 and width in (364, 365)
    month = from_first and 27 <= width <= 30
    return _named(
        (
            ("year", whole_year),
            ("month", month),
            ("interval date", width > 0 and not whole_year and not month),
            ("unknown", row.state == "unknown"),
            ("parties missing", row.parties is None),
            ("level missing", row.level is None),
            ("cadence absent", row.cadence is None),
            ("cadence zero", row.cadence == 0),
            ("cadence set", bool(row.cadence)),
            ("interval form", row.end is not None),
        )
    )


def _of_days(channel: tuple[Row, ...]) -> set[str]:
    states = Counter(row.day for row in channel if row.state)
    contacts = Counter(row.day for row in channel if row.event == "contact")
    ended = {row.day for row in channel if row.event == "ended"}
    return _named(
        (
            ("states on one day", max(states.values(), default=0) > 1),
            ("contacts on one day", max(contacts.values(), default=0) > 1),
            ("ended and state on one day", bool(ended & set(states))),
            ("contact and ended on one day", bool(ended & set(contacts))),
        )
    )


def _of_ends(channel: tuple[Row, ...]) -> set[str]:
    pairs = pairwise(channel)
    gaps = [two.day - one.end.last > timedelta(days=1) for one, two in pairs if one.end]
    return _named((("interval break", any(gaps)), ("interval continues", not all(gaps))))


def _of_judged(one: Judged) -> set[str]:
    row = one.row
    check = row.event == "check"
    weak = row.confidence != "confirmed"
    ends = row.event == "ended" and one.moves
    return _named(
        (
            ("check begins", check and one.moves),
            ("check confirms", check and not one.inert and not one.sets),
            ("check inert", one.inert),
            ("ended", ends),
            ("confidence takes out a move", weak and one.moves),
            ("confidence takes out an ending", weak and ends),
            ("confidence takes out a confirmation", weak and one.sets and not one.moves),
        )
    )


def _restarts(judged: list[Judged]) -> bool:
    moves = [one.held for one in judged if one.moves]
    return "ended" in moves[:-1]


def _of_tables(csv_text: str) -> set[str]:
    late = date(2025, 1, 1)
    options = Options(as_of=late, today=late, summary=True)
    gaps = table("gaps", csv_text, options)
    estimates = table("survival", csv_text, options)
    return _named(
        (
            ("silence", any(row["gap"] == "silence" for row in gaps)),
            ("onset unknown", any(row["onset_known"] is False for row in gaps)),
            ("five reopenings", any(row["median"] is not None for row in estimates)),
        )
    )
