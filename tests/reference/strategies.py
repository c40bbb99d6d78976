"""Random records without errors, small and crowded."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from hypothesis import strategies as st

from .features import FEATURES, coverage
from .reading import channels_of, read_rows, when
from .tables import contradicted_lines

__all__ = ["FEATURES", "coverage", "records"]


@dataclass(frozen=True)
class _Mix:
    """What rows are drawn from: events (as `EVENTS`), states, numbers of rows a channel."""

    events: tuple[tuple[str, bool | None], ...]
    states: tuple[str, ...]
    rows: tuple[int, ...]


STATES = ("open", "partial", "severed", "unknown")
FIRST_DAY, LAST_DAY = date(2019, 1, 1), date(2022, 12, 31)
NARROW_DAYS = 40
FEW_DAYS = 8
PARTIES = ("", "Ruritania; Sylvania", "Sylvania;Ruritania", "Ruritania; Tenebria", "Ruritania")
NAMES = ("Alpha line", "Beta talks", "alpha line")
LEVELS = ("", "military", "political")
KINDS = ("", "hotline", "talks")
CADENCES = ("", "", "0", "20", "90", "365")
GRADES = ("", "confirmed", "confirmed", "reported", "inferred")
CAUSES = ("", "", "Exercise", "Sanctions")
ACTORS = ("", "Ruritania", "Sylvania")
LABELS = ("actor", "cause", "source", "confidence")
# One choice, not four: a record of few choices is drawn well and shrinks well.
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
# The kinds of record: a bit of everything, many moves between few states, many contacts.
MIXES = (
    _Mix(EVENTS, STATES, (1, 4, 8, 11, 14)),
    _Mix(EVENTS, STATES, (1, 4, 8, 11, 14)),
    _Mix(MOVES, ("severed", "open", "severed", "open", "partial"), (10, 12, 14)),
    _Mix(CONTACTS, STATES, (1, 4, 8, 11, 14)),
)
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


@st.composite
def records(draw: st.DrawFn, *, sparse: bool = False, intervals: bool | None = None) -> str:
    """The text of a record of 1-4 channels with 1-14 rows each, without errors.

    sparse: some rows leave out the level, kind and cadence of their channel.
    intervals: only the form with `start` and `end`, or only the one with `date`; None for both.
    """
    form = draw(st.sampled_from((False, False, False, True))) if intervals is None else intervals
    setting = _Setting(draw(_channels()), draw(_days()), draw(st.sampled_from(MIXES)), sparse)
    one_row = _span_row if form else _dated_row
    rows = [
        draw(one_row(setting, channel))
        for channel in setting.channels
        for _ in range(draw(st.sampled_from(setting.mix.rows)))
    ]
    if draw(st.booleans()):
        rows = rows[::2] + rows[1::2]
    for number, row in enumerate(rows):
        row["summary"] = f"Row {number}"
    if form:
        return _text(SPANS, _with_ends(rows, draw(st.lists(st.integers(0, 6), min_size=56))))
    if draw(st.integers(0, 5)) == 0:
        rows = [*rows, dict(draw(st.sampled_from(rows)))]
    return _mended(rows)


@st.composite
def _channels(draw: st.DrawFn) -> tuple[dict[str, str], ...]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for _ in range(draw(st.integers(1, 4))):
        one = {
            "channel": draw(st.sampled_from(NAMES)),
            "parties": draw(st.sampled_from(PARTIES)),
            "level": draw(st.sampled_from(LEVELS)),
            "kind": draw(st.sampled_from(KINDS)),
            "cadence_days": draw(st.sampled_from(CADENCES)),
        }
        sides = "; ".join(sorted(side.strip() for side in one["parties"].split(";")))
        found.setdefault((one["channel"], sides), one)
    return tuple(found.values())


@st.composite
def _days(draw: st.DrawFn) -> tuple[date, ...]:
    """All days of the years, those of a narrow window, or a few days far apart."""
    form = draw(st.sampled_from(("wide", "narrow", "few")))
    every = (LAST_DAY - FIRST_DAY).days
    offsets: Iterable[int] = range(every)
    if form == "narrow":
        base = draw(st.integers(0, every - NARROW_DAYS))
        offsets = range(base, base + NARROW_DAYS)
    elif form == "few":
        offsets = [draw(st.integers(0, every)) for _ in range(FEW_DAYS)]
    return tuple(FIRST_DAY + timedelta(days=offset) for offset in offsets)


@st.composite
def _dates(draw: st.DrawFn, setting: _Setting) -> str:
    """An exact day eight times in fourteen, else a month, a year, or an interval."""
    day = draw(st.sampled_from(setting.days))
    form = draw(st.integers(0, 13))
    if form == 8:
        return day.strftime("%Y")
    if form in (9, 10):
        return day.strftime("%Y-%m")
    if form in (11, 12):
        return f"{day}/{day + timedelta(days=draw(st.integers(1, 60)))}"
    if form == 13:
        return f"{day:%Y-%m}/{day + timedelta(days=31)}"
    return day.isoformat()


@st.composite
def _dated_row(draw: st.DrawFn, setting: _Setting, channel: dict[str, str]) -> dict[str, str]:
    event, with_state = draw(st.sampled_from(setting.mix.events))
    stated = draw(st.booleans()) if with_state is None else with_state
    return {
        **draw(_attributes(setting, channel)),
        "date": draw(_dates(setting)),
        "event": event,
        "state": draw(st.sampled_from(setting.mix.states)) if stated else "",
        **dict(zip(LABELS, draw(st.sampled_from(LABELLED)), strict=True)),
    }


@st.composite
def _span_row(draw: st.DrawFn, setting: _Setting, channel: dict[str, str]) -> dict[str, str]:
    return {
        **draw(_attributes(setting, channel)),
        "start": draw(_dates(setting)),
        "end": "",
        "state": draw(st.sampled_from(setting.mix.states)),
        "cause": draw(st.sampled_from(CAUSES)),
        "confidence": draw(st.sampled_from(GRADES)),
    }


@st.composite
def _attributes(draw: st.DrawFn, setting: _Setting, channel: dict[str, str]) -> dict[str, str]:
    if setting.sparse and draw(st.booleans()):
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
            end = _end(one.day, following, choices[one.order % len(choices)])
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
    }
    return forms.get(choice, "")
