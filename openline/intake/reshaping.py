"""Tables of other shapes as rows of one observation each: several tables side by side or one below
another, and tables with one column per year, channel or event."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from openline.intake.column_content import fitting_share, is_date, says_state, share_of
from openline.intake.source import Source
from openline.intake.ticked import ticked_places, ticked_state
from openline.intake.written_rows import Row
from openline.record.columns import CHANNEL, DATE, KNOWN_NAMES, START, STATE
from openline.record.delimited import normal_name
from openline.record.header_names import guess_columns
from openline.record.limits import MOST_CELLS
from openline.record.vocabulary import proposed_word

Kind = Literal["beside", "below", "dates", "channels", "events", "ticks"]
_LOOKED_AT: Final = 200
"""How many rows are read to learn what a column holds."""
_MOST: Final = 0.6
_SINCE: Final = ("since", "on", "date", "as", "of")
_TWO: Final = 2
_THREE: Final = 3


@dataclass(frozen=True)
class Shape:
    """How a table is laid out: its kind; the columns' names, or the headers' lines, that show it;
    and the table as rows of one observation each."""

    kind: Kind
    names: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def find_shape(source: Source) -> Shape | None:
    """Return the other shape that a table seems to have, None if each row is an observation."""
    rows = [row for row in source.rows if row.line > source.header.line and _is_full(row.cells)]
    header = [cell.strip() for cell in source.header.cells]
    if not source.rows.is_whole:
        return None
    return _beside(header, rows) or _below(header, rows) or _wide(header, rows)


def _beside(header: Sequence[str], rows: Sequence[Row]) -> Shape | None:
    """Find columns whose names are repeated equally often, beside columns that occur once."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(map(normal_name, header)):
        if name:
            places.setdefault(name, []).append(place)
    often = {name: at for name, at in places.items() if len(at) > 1}
    is_table = len({len(at) for at in often.values()}) == 1 and len(often) > 1
    if not is_table or often.keys().isdisjoint({DATE, START, STATE}) or _has_more(header, rows):
        return None
    once = [at[0] for at in places.values() if len(at) == 1]
    groups = list(zip(*often.values(), strict=True))
    made = (
        (*_at(row.cells, once), *own)
        for row in rows
        for group in groups
        if any(own := _at(row.cells, group))
    )
    kept = (*once, *groups[0])
    if len(rows) * len(groups) * len(kept) > MOST_CELLS:
        return None
    names = tuple(header[place] for place in groups[0])
    return Shape("beside", names, tuple(header[place] for place in kept), tuple(made))


def _below(header: Sequence[str], rows: Sequence[Row]) -> Shape | None:
    """Find rows that name columns of the format in another order, or other columns: what is below
    each is a table of its own."""
    first = [normal_name(name) for name in header]
    tables: list[tuple[list[str], list[Row]]] = [([*header], [])]
    lines = []
    for row in rows if _is_header(header) else ():
        if _is_header(row.cells):
            own = [cell.strip("\ufeff ") for cell in row.cells]
            lines += [row.line] if _bare(own) != _bare(first) else []
            tables.append((own, []))
        else:
            tables[-1][1].append(row)
    is_named = all(len({*_bare(own)}) == len(_bare(own)) for own, _ in tables)
    if not lines or not is_named or any(_has_more(*table) for table in tables):
        return None
    names = dict.fromkeys(normal_name(name) for own, _ in tables for name in own if name)
    if len(rows) * len(names) > MOST_CELLS:
        return None
    made = (
        tuple(by_name.get(name, "") for name in names)
        for own, below in tables
        for row in below
        for by_name in [dict(zip(map(normal_name, own), row.cells, strict=False))]
    )
    return Shape("below", tuple(map(str, lines)), tuple(names), tuple(made))


def _wide(header: Sequence[str], rows: Sequence[Row]) -> Shape | None:
    """Find columns whose names are dates, channels or events."""
    texts = {} if _has_more(header, rows) else _texts(header, rows)
    own = {normal_name(name): place for place, name in enumerate(header)}
    guessed = {column: header.index(name) for column, (name, _) in guess_columns(header).items()}
    known = {**guessed, **{name: place for name, place in own.items() if name in KNOWN_NAMES}}
    states = [
        place
        for place, held in texts.items()
        if fitting_share(STATE, held) >= _MOST and share_of(held, says_state) > 0
    ]
    dates = [place for place in states if is_date(header[place])]
    if len(dates) >= _TWO and not {DATE, START} & own.keys():
        return _melted("dates", (DATE, STATE), dates, header, rows)
    is_log = DATE in known and not {CHANNEL, STATE} & own.keys()
    free = {*states}.isdisjoint(own[name] for name in own if name in KNOWN_NAMES)
    if len(states) >= _TWO and is_log and free:
        return _melted("channels", (CHANNEL, STATE), states, header, rows)
    return _events(header, rows, texts, own) or _ticks(header, rows, texts, own)


def _events(
    header: Sequence[str],
    rows: Sequence[Row],
    texts: Mapping[int, Mapping[str, int]],
    own: Mapping[str, int],
) -> Shape | None:
    """Find columns of days named after what happened on them. Two such columns are an interval's
    begin and end, unless both are called `since`."""
    said = {place: _without_since(header[place]) for place in texts}
    events = [
        place
        for place, held in texts.items()
        if proposed_word(STATE, said[place]) and share_of(held, is_date) >= _MOST
    ]
    is_since = len(events) == _TWO and all(said[place] != header[place] for place in events)
    if (len(events) < _THREE and not is_since) or {DATE, START, STATE} & own.keys():
        return None
    plain = [said.get(place, name) for place, name in enumerate(header)]
    return _melted("events", (STATE, DATE), events, plain, rows)


def _without_since(name: str) -> str:
    """Return a column's name without words that say it is a date."""
    words = name.replace("_", " ").split()
    return " ".join(word for word in words if word.casefold() not in _SINCE) or name


def _ticks(
    header: Sequence[str],
    rows: Sequence[Row],
    texts: Mapping[int, Mapping[str, int]],
    own: Mapping[str, int],
) -> Shape | None:
    """Find columns named after states, one of which is ticked in a row."""
    places = [] if STATE in own else ticked_places(header, texts)
    if not places or {DATE, START}.isdisjoint({*own, *guess_columns(header)}):
        return None
    rest = [place for place, name in enumerate(header) if name and place not in places]
    made = (
        (*_at(row.cells, rest), ticked_state(header, places, _at(row.cells, places)))
        for row in rows
    )
    names = tuple(header[place] for place in places)
    return Shape("ticks", names, (*(header[place] for place in rest), STATE), tuple(made))


def _melted(
    kind: Kind,
    made: tuple[str, str],
    places: Sequence[int],
    header: Sequence[str],
    rows: Sequence[Row],
) -> Shape | None:
    """Return one row per non-empty cell under some columns, with the column's name and the row's
    other cells; None if that makes more cells than the board reads."""
    rest = [place for place, name in enumerate(header) if name and place not in places]
    if len(rows) * len(places) * (len(rest) + len(made)) > MOST_CELLS:
        return None
    melted = (
        (*_at(row.cells, rest), header[place], text)
        for row in rows
        for place, text in zip(places, _at(row.cells, places), strict=True)
        if text
    )
    names = tuple(header[place] for place in places)
    return Shape(kind, names, (*(header[place] for place in rest), *made), tuple(melted))


def _texts(header: Sequence[str], rows: Iterable[Row]) -> dict[int, Mapping[str, int]]:
    """Return the first texts of each named column, with counts, by the column's place."""
    counts = {place: Counter[str]() for place, name in enumerate(header) if name}
    for row in islice(rows, _LOOKED_AT):
        for place, text in zip(counts, _at(row.cells, [*counts]), strict=True):
            if text:
                counts[place][text] += 1
    return dict(counts)


def _has_more(header: Sequence[str], rows: Iterable[Row]) -> bool:
    """Tell whether rows have content under no name of the header: it would be lost."""
    nameless = [place for place, name in enumerate(header) if not name]
    return any(any(_at(row.cells, nameless)) or _is_full(row.cells[len(header) :]) for row in rows)


def _is_full(cells: Iterable[str]) -> bool:
    return any(map(str.strip, cells))


def _is_header(cells: Sequence[str]) -> bool:
    """Tell whether cells are a header: most names, and at least two, are the format's."""
    names = [name for cell in cells if (name := cell.strip("\ufeff ").casefold())]
    own = sum(name in KNOWN_NAMES for name in names)
    return own >= _TWO and own >= _MOST * len(names)


def _bare(names: Iterable[str]) -> list[str]:
    return [name for name in map(normal_name, names) if name]


def _at(cells: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(cells[place].strip() if place < len(cells) else "" for place in places)
