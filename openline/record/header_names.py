"""Which of a file's columns could be the format's, where its header has other names."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import Final

from openline.record.columns import (
    ACTOR,
    CADENCE_DAYS,
    CAUSE,
    CHANNEL,
    COLUMNS,
    CONFIDENCE,
    DATE,
    END,
    EVENT,
    HELD_BACK,
    KIND,
    LEVEL,
    PARTIES,
    SOURCE,
    SOURCE_URL,
    START,
    STATE,
    SUMMARY,
)
from openline.record.delimited import normal_name
from openline.record.spelling import is_slip

Guesses = Mapping[str, tuple[str, float]]
"""By the format's columns: the name that could be it, and how sure that is, from 0 to 1."""


_SAME: Final[Mapping[str, str]] = {
    CHANNEL: "line hotline channel_name name line_name link mechanism dialogue dialog forum"
    " communication_channel communication_line kanal canal",
    PARTIES: "countries country sides party states pair dyad actors members between"
    " country_pair parteien staaten pays paises",
    LEVEL: "tier track rank_level channel_level ebene niveau nivel",
    KIND: "type category channel_type channel_kind class art genre tipo",
    CADENCE_DAYS: "cadence interval_days frequency frequency_days expected_days every_days",
    DATE: "since day when event_date observation_date date_of_event as_of on datum fecha jour",
    START: "from start_date begin begins beginning since started date_from from_date valid_from"
    " beginn von debut inicio",
    END: "to until till end_date finish ended_on through date_to to_date valid_to stop"
    " ende bis fin",
    STATE: "status condition channel_state channel_status current_state current_status state_now"
    " zustand etat estado",
    EVENT: "event_type type_of_event action what happening ereignis evenement evento",
    ACTOR: "by initiator who acting_party acted_by akteur acteur",
    SUMMARY: "description what_happened notes note comment comments remark remarks details text"
    " narrative beschreibung resume resumen",
    CAUSE: "reason trigger why grund motif causa",
    SOURCE: "citation reference sources publisher where_from read_in reported_by quelle fuente",
    SOURCE_URL: "url link_url web address web_address source_link weblink href hyperlink"
    " link_source reference_url",
    CONFIDENCE: "certainty reliability evidence quality sureness confidence_level vertrauen",
}
"""Names that analysts give to the format's columns, in the form of `normal_name`."""


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEGINS: Final = _each(
    "start started starts begin begins began begun beginning from since opened onset entry entered"
    " established launched beginn von ab seit debut depuis inicio desde"
)
_ENDS: Final = _each(
    "end ended ends ending to until till through thru finish finished stop stopped closed"
    " ceased terminated exit exited left ende bis fin hasta"
)
_OF_DAYS: Final = _each("date dates day days on at of the time valid in year month datum fecha")
"""Words that stand with the begin or the end in a name and change nothing: `date_start`."""
_OTHER_DAYS: Final = _each(
    "reported published publication accessed added created modified updated update due coded"
    " source retrieved access"
)
"""Words with which a date is not the day of the event."""
_DAYS: Final = _each("date day")
DATE_PARTS: Final = ("year", "month", "day")
"""Columns that make a date together; by itself none of them is one."""
_SIDES_OF_PAIRS: Final = (("_a", "_b"), ("_1", "_2"), ("a", "b"), ("1", "2"))
_SIDES_OF_CHANNELS: Final = _each("state country party side actor member partner")
_OF_NUMBERS: Final = _each("id ids code codes number no nr count prec precision")
"""Words with which a column holds numbers about something, not the thing itself."""
_NAMES: Final = frozenset({*(column.name for column in COLUMNS), START, END})
_SIDES: Final = "states"
"""It is no plural of `state` here: states are parties."""
_SHORT: Final = 3
"""Words of so many letters or fewer are known only as they are: a slip makes another word."""
_LONGEST: Final = 60
"""A longer name is none that somebody gives a column."""
_MANY: Final = 200
"""Of a header of more names only those are guessed that are known, or made of known words."""
_STEP: Final = 0.02
"""How much less sure a name is with each place further down its column's list."""
_EXACT: Final = {
    word: tuple(
        (column, 0.95 - _STEP * min(words.split().index(word), 10))
        for column, words in _SAME.items()
        if word in words.split()
    )
    for known in _SAME.values()
    for word in known.split()
}
_WORDS: Final = tuple(
    (word, column)
    for column, words in _SAME.items()
    for word in (column, *words.split()[:6])
    if len(word) > _SHORT
)
_PARTS: Final = {
    part: tuple(column for column in _SAME if part in (column, f"{column}s") and part != _SIDES)
    for column in _SAME
    for part in (column, f"{column}s")
}
_PLACES: Final = {column: place for place, column in enumerate(_SAME)}


def guess_columns(header: Sequence[str]) -> Guesses:
    """Return, for columns of the format that a header lacks, the name that could be it and
    how sure that is (from 0 to 1), the surest first. Each name is proposed once, and only for
    the column that it fits best, one that the header has already among them.

    `start` and `end` are proposed for a begin and an end (`opened`, `closed`), or where the
    header has one of them, and `date` is not proposed with them.
    """
    names = {name.strip(): normal_name(name) for name in header if name.strip()}
    present = {normal for normal in names.values() if normal in _NAMES}
    together = _together({*names.values()})
    free = {
        name: normal
        for name, normal in names.items()
        if normal not in present and normal not in together
    }
    sought, spelled = _sought(present, free.values()), len(free) <= _MANY
    scored = sorted(
        (
            (-sure, _PLACES[column], column, name)
            for name, normal in free.items()
            for column, sure in _best(normal, sought, spelled)
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


def is_of_another_day(name: str) -> bool:
    """Tell whether a name, in the form of `normal_name`, says that its days are not those of the
    event: `last_updated`, `coded_on`."""
    return not _OTHER_DAYS.isdisjoint(name.split("_"))


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


def _sought(present: Set[str], names: Collection[str]) -> frozenset[str]:
    """Return the columns that names are weighed for: those of the form with `date`, or those
    of intervals."""
    begins = START in present or any(_word_of(name) in _BEGINS for name in names)
    ends = END in present or any(_word_of(name) in _ENDS for name in names)
    intervals = START in present or (DATE not in present and begins and ends)
    return frozenset({*_SAME} - ({DATE} if intervals else {START, END}))


def _best(name: str, sought: Set[str], spelled: bool) -> Iterator[tuple[str, float]]:
    """Yield the columns that a name fits best, and how sure that is."""
    sure = {
        column: value
        for column, value in (_likeness(name, spelled) if len(name) <= _LONGEST else ())
        if column in sought
    }
    best = max(sure.values(), default=0)
    yield from ((column, value) for column, value in sure.items() if value == best)


def _likeness(name: str, spelled: bool) -> Iterator[tuple[str, float]]:
    """Yield columns that a name is like, the least sure reason first."""
    if name in HELD_BACK:
        return
    if spelled:
        yield from ((column, 0.65) for word, column in _WORDS if is_slip(name, word))
    parts = name.split("_")
    own = {column for part in parts for column in _PARTS.get(part, ())}
    if not _DAYS.isdisjoint(parts):
        own = set() if is_of_another_day(name) else {DATE}
    if not _OF_NUMBERS.isdisjoint(parts):
        own = set()
    yield from ((column, 0.75 if parts[-1].startswith(column) else 0.7) for column in own)
    word = _word_of(name)
    if word in _BEGINS:
        yield from ((START, 0.8), (DATE, 0.7))
    if word in _ENDS:
        yield END, 0.8
    yield from _EXACT.get(name, ())
    yield from ((column, 0.98) for column in _NAMES if _glued(name) == _glued(column))


def _word_of(name: str) -> str:
    """Return the one word of a name beside those that say that it is a date; else nothing."""
    words = [word for word in name.split("_") if word not in _OF_DAYS]
    if len(words) != 1:
        return ""
    return words[0].removeprefix("date").removesuffix("date")


def _glued(name: str) -> str:
    return name.replace("_", "")
