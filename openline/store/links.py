"""The links of the chain as they are in a store, and what can be wrong with its contents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    Text,
    cast,
    func,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from openline.store.chain import HIDING, NO_HASH, REVISION, link, words
from openline.store.schema import chain_head, hidings, records, revisions

_NOT_HASHED: Final = frozenset({"id", "record_id", "record", "key", "place", "chain"})
"""Columns that are not hashed themselves; the place is added separately."""
BREAKS: Final[Mapping[str, str]] = {
    "revision-changed": "The revision's row does not match its hash and the row before it.",
    "revision-gone": "The revision is missing.",
    "hiding-changed": "A hiding of the record does not match its hash and the row before it.",
    "record-changed": "The record differs from its revisions and hidings.",
    "place-gone": "Something is missing: a hiding, newest revisions or a record.",
    "end-changed": "The chain does not end where the store noted that it ends.",
    "head-unknown": "A hash noted elsewhere is not in the chain: rewritten, or an older copy.",
    "file-changed": "The bytes of the file are not those that were saved.",
    "file-gone": "The file that the revision names is missing.",
    "file-unnamed": "The store has a file that no revision names.",
}
"""Every kind of break, by code."""


@dataclass(frozen=True, slots=True)
class Break:
    """One thing that is not as it was saved: where, which of `BREAKS`, what was found and what was
    expected. `record` and `revision` are None if it belongs to none."""

    record: str | None
    revision: int | None
    what: str
    found: str
    expected: str

    @property
    def meaning(self) -> str:
        """What is wrong, in a sentence."""
        return BREAKS[self.what]


@dataclass(frozen=True, slots=True)
class Link:
    """A row of the chain as it is in its table: `told` is what is hashed, `chain` the hash that it
    has, `own` the hash that it should have. If the row before it is gone this cannot be known, and
    `own` is empty."""

    kind: str
    record_id: int
    record: str
    number: int | None
    place: int
    chain: str
    told: Mapping[str, object]
    own: str = ""
    is_double: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the row is as it was saved."""
        return self.own == self.chain and not self.is_double


@dataclass(frozen=True, slots=True)
class Head:
    """Where the store notes that the chain ends: the last place, and its hash."""

    place: int
    chain: str


def raw(column: Column[Any]) -> ColumnElement[Any]:
    """Return a column that is read exactly as stored, whatever its value."""
    as_is = cast(column, Text) if isinstance(column.type, JSON) else type_coerce(column, NullType())
    return as_is.label(column.name)


def stored_heads(connection: Connection) -> tuple[Head, ...]:
    """Return the ends of the chain that the store notes: one, unless somebody changed that."""
    rows = connection.execute(select(*map(raw, chain_head.c)))
    return tuple(Head(row.place, str(row.chain)) for row in rows)


def kept_rows(connection: Connection) -> list[Link]:
    """Return the rows of the chain in order, each judged by the one before it."""
    rows = [*_rows(connection, REVISION, revisions), *_rows(connection, HIDING, hidings)]
    return judged(rows)


def chain_breaks(rows: Sequence[Link], heads: Sequence[Head]) -> Iterator[Break]:
    """Yield the breaks of the chain: rows that differ, rows that are gone, and a wrong end."""
    last = heads[0].place if len(heads) == 1 else max((row.place for row in rows), default=0)
    for row in rows:
        if not row.is_whole and (row.own or not 0 < row.place <= last):
            actual = f"place {row.place:,}" if row.is_double or not row.own else row.own
            yield Break(row.record or None, row.number, f"{row.kind}-changed", actual, row.chain)
    yield from _gone(rows, last)
    yield from _end(rows, heads)


def _rows(connection: Connection, kind: str, table: Table) -> Iterator[Link]:
    names = [
        func.coalesce(records.c.name, "").label("record"),
        func.coalesce(records.c.key, "").label("key"),
    ]
    joined = table.outerjoin(records, records.c.id == table.c.record_id)
    rows = connection.execute(select(*map(raw, table.c), *names).select_from(joined))
    return (_kept(kind, row) for row in rows.mappings())


def _kept(kind: str, row: RowMapping) -> Link:
    columns = {name: value for name, value in row.items() if name not in _NOT_HASHED}
    record = str(row["record"])
    number, place = row.get("number"), row["place"]
    return Link(
        kind=kind,
        record_id=row["record_id"],
        record=record,
        number=number if isinstance(number, int) else None,
        place=place if isinstance(place, int) else 0,
        chain=str(row["chain"]),
        told=words(kind, record, str(row["key"]), columns),
    )


def judged(rows: Iterable[Link]) -> list[Link]:
    """Return rows in the order of the chain, each judged by the one before it: by the hash that
    one has or should have, so that a changed hash counts against one row only."""
    chains: dict[int, tuple[str, ...]] = {0: (NO_HASH,)}
    links, whole = list[Link](), set[int]()
    for row in sorted(rows, key=lambda row: (row.place, row.number or 0)):
        owns = [link(before, row.place, row.told) for before in chains.get(row.place - 1, ())]
        own = row.chain if row.chain in owns else next(iter(owns), "")
        links.append(replace(row, own=own, is_double=row.place in whole))
        if links[-1].is_whole:
            whole.add(row.place)
        if links[-1].is_whole or row.place not in chains:
            chains[row.place] = tuple(filter(None, (row.chain, own)))
    return links


def _gone(rows: Sequence[Link], last: int) -> Iterator[Break]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.kind == REVISION and row.number is not None:
            numbers[row.record].append(row.number)
    revisions_gone = [
        (record, gap) for record, present in numbers.items() for gap in _gaps(present, max(present))
    ]
    for record, (first, end) in revisions_gone:
        yield Break(record or None, first, "revision-gone", "", _range("revision", first, end))
    places_gone = _gaps([row.place for row in rows if row.place <= last], last)
    if _count(places_gone) != _count([gap for _, gap in revisions_gone]):
        for first, end in places_gone:
            yield Break(None, None, "place-gone", "", _range("place", first, end))


def _end(rows: Sequence[Link], heads: Sequence[Head]) -> Iterator[Break]:
    end = next((row for row in reversed(rows) if row.is_whole), None)
    expected = f"place {end.place}, {end.chain}" if end else f"place 0, {NO_HASH}"
    if len(heads) != 1:
        yield Break(None, None, "end-changed", f"{len(heads)} notes of it", expected)
        return
    head = heads[0]
    there = {chain for row in rows if row.place == head.place for chain in (row.chain, row.own)}
    there |= {NO_HASH} if head.place == 0 else set()
    if (there and head.chain not in there) or (end is not None and end.place > head.place):
        yield Break(None, None, "end-changed", f"place {head.place}, {head.chain}", expected)


def _gaps(numbers: Iterable[int], last: int) -> list[tuple[int, int]]:
    """Return the first and last of each run of missing numbers from 1 to `last`.

    >>> _gaps([1, 4, 5], 7)
    [(2, 3), (6, 7)]
    """
    there = sorted({0, last + 1, *(number for number in numbers if 0 < number <= last)})
    return [(one + 1, other - 1) for one, other in pairwise(there) if other - one > 1]


def _count(gaps: Iterable[tuple[int, int]]) -> int:
    return sum(end - first + 1 for first, end in gaps)


def _range(noun: str, first: int, end: int) -> str:
    return f"{noun} {first:,}" if first == end else f"{noun}s {first:,}–{end:,}"
