"""Which of a file's columns could be the format's, where its header has other names."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from openline.record.columns import COLUMNS, DATE, END, HELD_BACK, START, STATE
from openline.record.header_words import (
    BACKS,
    BEGINS,
    CUTS,
    ENDS,
    NAMES_IN_USE,
    OF_DAYS,
    OF_SPANS,
    OTHER_DAYS,
    folded_name,
)
from openline.record.spelling import is_slip

Guesses = Mapping[str, tuple[str, float]]
"""By the format's columns: the name that could be it, and how sure that is, from 0 to 1."""


_OF_CUTS: Final = CUTS | BACKS | BEGINS | ENDS | OF_SPANS
_DAYS: Final = frozenset({"date", "day"})
DATE_PARTS: Final = ("year", "month", "day")
"""Columns that make a date together; by itself none of them is one."""
_SIDES_OF_PAIRS: Final = (("_a", "_b"), ("_1", "_2"), ("a", "b"), ("1", "2"))
_SIDES_OF_CHANNELS: Final = frozenset(
    ["state", "country", "party", "side", "actor", "member", "partner"]
)
_NOT_ENDS: Final = frozenset({"last", "latest", "left", "a", "do", "al"})
"""Words that are ends beside a begin alone."""
_BRACKETS: Final = ("()", "[]", "{}", "（）")
_BEFORE: Final = frozenset(["from", "old", "previous", "prior", "former", "before", "prev"])
_STATES: Final = frozenset({STATE, "status"})
"""The state that a row says was before is not the one that it sets."""
_OF_NUMBERS: Final = frozenset(
    ["id", "ids", "code", "codes", "number", "no", "nr", "count", "prec", "precision"]
)
"""Words with which a column holds numbers about something, not the thing itself."""
_NAMES: Final = frozenset({*(column.name for column in COLUMNS), START, END})
_SIDES: Final = "states"
"""It is not a plural of `state` here: states are parties."""
_SHORT: Final = 3
"""Words of so many letters or fewer are known only as they are: a slip makes another word."""
_LONGEST: Final = 60
"""A longer name is none that somebody gives a column."""
_MANY: Final = 200
"""Of a header of more names only those are guessed that are known, or made of known words."""
_STEP: Final = 0.02
"""How much less sure a name is with each place further down its column's list."""
_EXACT: Final = {
    folded_name(word): tuple(
        (column, 0.95 - _STEP * min(words.split().index(word), 10))
        for column, words in NAMES_IN_USE.items()
        if word in words.split()
    )
    for known in NAMES_IN_USE.values()
    for word in known.split()
}
_WORDS: Final = tuple(
    (word, column)
    for column, words in NAMES_IN_USE.items()
    for word in (column, *words.split()[:6])
    if len(word) > _SHORT
)
_PARTS: Final = {
    part: tuple(
        column for column in NAMES_IN_USE if part in (column, f"{column}s") and part != _SIDES
    )
    for column in NAMES_IN_USE
    for part in (column, f"{column}s")
}
_PLACES: Final = {column: place for place, column in enumerate(NAMES_IN_USE)}


def guess_columns(header: Sequence[str]) -> Guesses:
    """Return, for columns of the format that a header lacks, the name that could be it and
    how sure that is (from 0 to 1), the surest first. Each name is proposed once, and only for
    the column that it fits best, one that the header already has among them.

    `start` and `end` are proposed for a begin and an end (`opened`, `closed`), or where the
    header has one of them, and `date` is not proposed with them.
    """
    names = {name.strip(): folded_name(name) for name in header if name.strip()}
    present = {normal for normal in names.values() if normal in _NAMES}
    names = {
        name: normal if normal in present else folded_name(bare_name(name))
        for name, normal in names.items()
    }
    together = _together({*names.values()})
    free = {
        name: normal
        for name, normal in names.items()
        if folded_name(name) not in present and normal not in together
    }
    sought = _sought(present, free.values())
    scored = sorted(
        (
            (-sure, _PLACES[column], column, name)
            for name, normal in free.items()
            for column, sure in _best(normal, sought)
            if column not in present
        ),
        key=lambda item: item[:2],
    )
    guesses: dict[str, tuple[str, float]] = {}
    taken: set[str] = set()
    for less, _, column, name in scored:
        if column not in guesses and name not in taken:
            guesses[column] = (name, round(-less, 2))
            taken.add(name)
    return guesses


def bare_name(name: str) -> str:
    """Return the name of a column without a remark in brackets at its end, or marks of a footnote;
    one that is all remark stays.

    >>> bare_name("date (UTC)"), bare_name("state [open/closed]*"), bare_name("(none)")
    ('date', 'state', '(none)')
    """
    plain = name.strip().rstrip("*†‡:").rstrip()
    for opens, closes in _BRACKETS:
        if plain.endswith(closes) and plain.count(opens) == plain.count(closes) == 1:
            plain = plain.partition(opens)[0].rstrip()
    return plain or name.strip()


def is_of_another_day(name: str) -> bool:
    """Tell whether a name, in the form of `normal_name`, says that its days are not those of the
    event: `last_updated`, `coded_on`."""
    return not OTHER_DAYS.isdisjoint(name.split("_"))


def says_end(name: str) -> bool:
    """Tell whether a name says when something ended, and nothing else: `until`, `end_date`."""
    return _word_of(folded_name(name)) in ENDS - _NOT_ENDS


def _together(names: Set[str]) -> Set[str]:
    """Return names of columns that only together are one of the format's: year, month and day
    of one date, and the two sides of a pair (`state_a`, `state_b`)."""
    dates: dict[str, set[str]] = {}
    for name in names:
        rest = [word for word in name.split("_") if word not in DATE_PARTS]
        if len(rest) < len(name.split("_")):
            dates.setdefault("_".join(rest), set()).add(name)
    together = {name for parts in dates.values() if len(parts) > 1 for name in parts}
    for one, other in _SIDES_OF_PAIRS:
        stems = {name.removesuffix(one) for name in names if name.endswith(one)}
        stems &= {name.removesuffix(other) for name in names if name.endswith(other)}
        sides = stems & _SIDES_OF_CHANNELS
        together |= {f"{stem}{side}" for stem in sides for side in (one, other)}
    return together


@dataclass(frozen=True)
class _Sought:
    """The columns that names are weighed for, those of the form with `date` or those of
    intervals; the names of begins and of ends; and whether slips of the hand are looked for."""

    columns: Set[str]
    begins: Set[str]
    ends: Set[str]
    slips: bool


def _sought(present: Set[str], names: Collection[str]) -> _Sought:
    begins, ends = _bounds(names)
    both = (begins or START in present) and (ends or END in present)
    intervals = START in present or (DATE not in present and both)
    columns = {*NAMES_IN_USE} - ({DATE} if intervals else {START, END})
    return _Sought(columns, begins, ends, len(names) <= _MANY)


def _bounds(names: Collection[str]) -> tuple[Set[str], Set[str]]:
    """Return the names of begins and those of ends; where nothing else begins, those of cuts
    and of what stands for their ends: `closed` and `reopened`."""
    words = {name: _word_of(name) for name in names}
    begins = {name for name, word in words.items() if word in BEGINS}
    ends = {name for name, word in words.items() if word in ENDS}
    said = {name: {*name.split("_")} - OF_DAYS for name in names}
    cuts = {name for name, its in said.items() if its & CUTS and its <= _OF_CUTS}
    backs = {name for name, its in said.items() if its & BACKS and its <= _OF_CUTS}
    return (cuts, backs) if cuts and backs and begins <= cuts else (begins, ends)


def _best(name: str, sought: _Sought) -> Iterator[tuple[str, float]]:
    """Yield the columns that a name fits best, and how sure that is."""
    sure = {
        column: value
        for column, value in (_likeness(name, sought) if len(name) <= _LONGEST else ())
        if column in sought.columns
    }
    best = max(sure.values(), default=0)
    yield from ((column, value) for column, value in sure.items() if value == best)


def _likeness(name: str, sought: _Sought) -> Iterator[tuple[str, float]]:
    """Yield columns that a name is like, the least sure reason first."""
    if name in HELD_BACK or ((own_parts := {*name.split("_")}) & _BEFORE and own_parts & _STATES):
        return
    parts = name.split("_")
    is_number = not _OF_NUMBERS.isdisjoint(parts)
    if sought.slips and not is_number:
        yield from ((column, 0.65) for word, column in _WORDS if is_slip(name, word))
    own = {column for part in parts for column in _PARTS.get(part, ())}
    if not _DAYS.isdisjoint(parts):
        own = set() if is_of_another_day(name) else {DATE}
    if is_number:
        own = set()
    yield from ((column, 0.75 if parts[-1].startswith(column) else 0.7) for column in own)
    if _word_of(name) in BEGINS:
        yield DATE, 0.7
    if name in sought.begins:
        yield START, 0.8
    if name in sought.ends:
        yield END, 0.8
    yield from _EXACT.get(name, ())
    yield from ((column, 0.98) for column in _NAMES if _glued(name) == _glued(column))


def _word_of(name: str) -> str:
    """Return the one word of a name beside those that say that it is a date, or of what it is
    the begin or the end; else nothing."""
    words = [word for word in name.split("_") if word not in OF_DAYS]
    if len(words) > 1:
        words = [word for word in words if word not in OF_SPANS]
    if len(words) != 1:
        return ""
    return words[0].removeprefix("date").removesuffix("date")


def _glued(name: str) -> str:
    return name.replace("_", "")
