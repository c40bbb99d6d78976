"""Random records without errors, small and crowded."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random

from hypothesis import strategies as st

from .features import FEATURES, coverage
from .reading import channels_of, read_rows, when
from .tables import contradicted_lines

__all__ = ["FEATURES", "coverage", "made_record", "records"]


@dataclass(frozen=True)
class _Mix:
    """What rows are drawn from: events (as `EVENTS`), states, numbers of rows a channel."""

    events: tuple[tuple[str, bool | None], ...]
    states: tuple[str, ...]
    rows: tuple[int, ...]


STATES = ("open", "partial", "severed", "unknown")
FIRST_DAY, LAST_DAY = date(2019, 1, 1), date(2022, 12, 31)
NARROW_DAYS = 40
HALF = 0.5
FEW_DAYS = 8
CROWDED_DAYS = 3
PARTIES = ("", "Ruritania; Sylvania", "Sylvania;Ruritania", "Ruritania; Tenebria", "Ruritania")
NAMES = ("Alpha line", "Beta talks", "alpha line")
LEVELS = ("", "military", "political")
KINDS = ("", "hotline", "talks")
CADENCES = ("", "", "0", "20", "90", "365")
GRADES = ("", "confirmed", "confirmed", "reported", "inferred")
CAUSES = ("", "", "Exercise", "Sanctions")
ACTORS = ("", "Ruritania", "Sylvania")
LABELS = ("actor", "cause", "source", "confidence")
LABELLED = tuple(product(ACTORS, CAUSES, ("", "A paper, a title"), GRADES))
# Event and whether a state goes with it; None: either way.
EVENTS = (
    ("change", True),
    ("change", True),
    ("", True),
    ("contact", None),
    ("contact", False),
    ("refusal", None),
    ("check", True),
    ("check", True),
    ("overture", False),
    ("ended", False),
)
MOVES = (("change", True),) * 6 + (("contact", True), ("check", True))
CONTACTS = (("contact", False),) * 4 + (("contact", None), ("change", True), ("ended", False))
CHECKS = (("check", True),) * 4 + (("change", True), ("contact", None), ("ended", False))
ENDS = (("change", True),) * 3 + (("ended", False),) * 2
# The kinds of record: a bit of everything, many moves between few states, many contacts, checks,
# many severances that no opening ended.
MIXES = (
    _Mix(EVENTS, STATES, (1, 4, 8, 11, 14)),
    _Mix(EVENTS, STATES, (1, 4, 8, 11, 14)),
    _Mix(MOVES, ("severed", "open", "severed", "open", "partial"), (10, 12, 14)),
    _Mix(CONTACTS, STATES, (1, 4, 8, 11, 14)),
    _Mix(CHECKS, ("open", "severed", "unknown"), (2, 4, 6, 8)),
    _Mix(ENDS, ("severed", "severed", "open"), (28,)),
)
# How a row is said again on its day: under which event, with its state or without.
AGAIN = (("change", True), ("contact", True), ("check", True), ("contact", False), ("ended", False))
ATTRIBUTES = ("channel", "parties", "level", "kind", "cadence_days")
DATED = (
    *ATTRIBUTES,
    *("date", "event", "state", "actor", "summary", "cause", "source", "confidence"),
)
SPANS = (*ATTRIBUTES, "start", "end", "state", "summary", "cause", "confidence")


@dataclass(frozen=True)
class _Setting:
    """What is fixed for one record: its channels, days, mix of rows."""

    channels: tuple[dict[str, str], ...]
    days: tuple[date, ...]
    mix: _Mix
    sparse: bool


def records(*, sparse: bool = False, intervals: bool | None = None) -> st.SearchStrategy[str]:
    """The text of a record of 1-4 channels with 1-28 rows each, without errors.

    sparse: some rows leave out the level, kind and cadence of their channel.
    intervals: only the form with `start` and `end`, or only the one with `date`; None for both.
    Each is made from one drawn number: drawing each cell took longer than all that is compared.
    """
    return st.randoms(use_true_random=True).map(
        lambda chance: _record(chance, sparse=sparse, intervals=intervals)
    )


def made_record(chance: Random) -> str:
    """Return the text of one record, made from a source of chance."""
    return _record(chance, sparse=False, intervals=None)


def _record(chance: Random, *, sparse: bool, intervals: bool | None) -> str:
    form = chance.choice((False, False, False, True)) if intervals is None else intervals
    setting = _Setting(_channels(chance), _days(chance), chance.choice(MIXES), sparse)
    one_row = _span_row if form else _dated_row
    rows = [
        one_row(chance, setting, channel)
        for channel in setting.channels
        for _ in range(chance.choice(setting.mix.rows))
    ]
    if not form:
        rows += _said_again(chance, rows)
    order = chance.choice(("drawn", "dealt", "reversed"))
    rows = {"drawn": rows, "dealt": rows[::2] + rows[1::2], "reversed": rows[::-1]}[order]
    for number, row in enumerate(rows):
        row["summary"] = f"Row {number}"
    if form:
        return _text(SPANS, _with_ends(rows, [chance.randint(0, 9) for _ in range(56)]))
    if chance.randint(0, 5) == 0:
        rows = [*rows, dict(chance.choice(rows))]
    return _mended(rows)


def _channels(chance: Random) -> tuple[dict[str, str], ...]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for _ in range(chance.randint(1, 4)):
        one = {
            "channel": chance.choice(NAMES),
            "parties": chance.choice(PARTIES),
            "level": chance.choice(LEVELS),
            "kind": chance.choice(KINDS),
            "cadence_days": chance.choice(CADENCES),
        }
        sides = "; ".join(sorted(side.strip() for side in one["parties"].split(";")))
        found.setdefault((one["channel"], sides), one)
    return tuple(found.values())


def _days(chance: Random) -> tuple[date, ...]:
    """All days of the years, those of a narrow window, or a few days far apart."""
    form = chance.choice(("wide", "narrow", "few", "crowded"))
    every = (LAST_DAY - FIRST_DAY).days
    offsets: Iterable[int] = range(every)
    if form == "narrow":
        base = chance.randint(0, every - NARROW_DAYS)
        offsets = range(base, base + NARROW_DAYS)
    elif form in ("few", "crowded"):
        many = FEW_DAYS if form == "few" else CROWDED_DAYS
        offsets = [chance.randint(0, every) for _ in range(many)]
    return tuple(FIRST_DAY + timedelta(days=offset) for offset in offsets)


def _dates(chance: Random, setting: _Setting) -> str:
    """An exact day eight times in fourteen, else a month, a year, or an interval."""
    day = chance.choice(setting.days)
    form = chance.randint(0, 13)
    if form == 8:
        return day.strftime("%Y")
    if form in (9, 10):
        return day.strftime("%Y-%m")
    if form == 11:
        return f"{day}/{day + timedelta(days=chance.randint(1, 60))}"
    if form == 12:
        return f"[{day}..{day + timedelta(days=chance.randint(1, 400))}]"
    if form == 13:
        return f"{day:%Y-%m}/{day + timedelta(days=31)}"
    return day.isoformat()


def _dated_row(chance: Random, setting: _Setting, channel: dict[str, str]) -> dict[str, str]:
    event, with_state = chance.choice(setting.mix.events)
    stated = chance.random() < HALF if with_state is None else with_state
    return {
        **_attributes(chance, setting, channel),
        "date": _dates(chance, setting),
        "event": event,
        "state": chance.choice(setting.mix.states) if stated else "",
        **dict(zip(LABELS, chance.choice(LABELLED), strict=True)),
    }


def _said_again(chance: Random, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Up to six rows on the day of another: the same word by another source, a contact, an end."""
    found = []
    for _ in range(chance.choice((0, 0, 1, 3, 6))):
        row = chance.choice(rows)
        event, with_state = chance.choice(AGAIN)
        state = row["state"] or "open" if with_state else ""
        labels = dict(zip(LABELS, chance.choice(LABELLED), strict=True))
        found.append({**row, "event": event, "state": state, **labels})
    return found


def _span_row(chance: Random, setting: _Setting, channel: dict[str, str]) -> dict[str, str]:
    return {
        **_attributes(chance, setting, channel),
        "start": _dates(chance, setting),
        "end": "",
        "state": chance.choice(setting.mix.states),
        "cause": chance.choice(CAUSES),
        "confidence": chance.choice(GRADES),
    }


def _attributes(chance: Random, setting: _Setting, channel: dict[str, str]) -> dict[str, str]:
    if setting.sparse and chance.random() < HALF:
        return {**channel, "level": "", "kind": "", "cadence_days": ""}
    return dict(channel)


def _text(columns: tuple[str, ...], rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _mended(rows: list[dict[str, str]]) -> str:
    """The record with each contradicted check given a state that holds, or left out."""
    rows = [dict(row) for row in rows]
    while bad := contradicted_lines(_text(DATED, rows)):
        index = bad[0] - 2
        kept = {**rows[index], "event": "overture", "state": ""}
        for state in STATES:
            trial = [*rows[:index], {**rows[index], "state": state}, *rows[index + 1 :]]
            if bad[0] not in contradicted_lines(_text(DATED, trial)):
                kept = trial[index]
                break
        rows[index] = kept
    return _text(DATED, rows)


def _with_ends(rows: list[dict[str, str]], choices: list[int]) -> list[dict[str, str]]:
    """Ends of each kind where they do not overlap: at the next start, its eve, earlier, coarse."""
    rows = [dict(row) for row in rows]
    for channel in channels_of(read_rows(_text(SPANS, rows))):
        for one, two in zip(channel, (*channel[1:], None), strict=True):
            following = two.day if two else one.day + timedelta(days=50)
            end = _end(one.day, following, choices[one.line % len(choices)])
            if end and one.day < when(end).first <= following:
                rows[one.line - 2]["end"] = end
    return rows


def _end(start: date, following: date, choice: int) -> str:
    third = start + (following - start) / 3
    forms = {
        1: following.isoformat(),
        2: (following - timedelta(days=1)).isoformat(),
        3: third.isoformat(),
        4: f"{third:%Y-%m}",
        5: f"{third}/{following}",
        6: f"{third}/{third + timedelta(days=2)}",
        7: str(start.year + 1),
        8: (start + timedelta(days=1)).isoformat(),
        9: f"{following:%Y-%m}",
    }
    return forms.get(choice, "")
