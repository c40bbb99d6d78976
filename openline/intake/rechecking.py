"""Checking again: after an edit, only the channels that it touches are read again.

Nearly all problems concern one row, or rows of one channel. So the edited file has the earlier
problems of the channels that the edit leaves alone, and those found by reading the rows of the
others. Problems across channels (names that look alike) are looked for again among the first rows
of all channels.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np
import pandas as pd

from openline.intake.channel_rows import ChannelRows, Key, name_problems
from openline.intake.deriving import derived_texts
from openline.intake.edits import Edits
from openline.intake.source import Source, line_end_of
from openline.intake.written_rows import RowPlaces, Rows
from openline.record.channels import describe_channels, number_channels
from openline.record.decoding import has_controls
from openline.record.delimited import Cells, place_columns, read_cells
from openline.record.limits import UNLIMITED, ReadingLimits
from openline.record.name_checks import NAME_CODES
from openline.record.problems import MOST_LISTED
from openline.record.reading import record_of
from openline.record.record import Record

_DELIMITERS: Final = (",", ";", "\t", "|")


@dataclass(frozen=True, eq=False)
class Checkable:
    """A file that was checked whole, so that after an edit only a part has to be."""

    source: Source
    record: Record
    rows: ChannelRows


@dataclass(frozen=True)
class Splice:
    """A file after rows were replaced: its rows, its bytes, and the lines of the replaced and
    added rows that have content. Every other row keeps its line."""

    source: Source
    data: bytes
    new: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Rechecked:
    """A file after an edit: the edited file, and the same record that reading it whole would
    give."""

    splice: Splice
    record: Record


def checkable(data: bytes, source: Source, record: Record) -> Checkable | None:
    """Return a checked file ready to be checked in parts; None if an edit could change how all of
    it is read: a row breaks the quoting, a limit is reached, or it may not be text."""
    is_marked = source.encoding.startswith("utf-16") and source.mark
    sound = (
        source.rows.is_whole
        and not record.beyond
        and source.delimiter in _DELIMITERS
        and all(item.line is not None for item in record.problems)
        and (is_marked or not (source.encoding.startswith("utf-16") or has_controls(data)))
    )
    return Checkable(source, record, ChannelRows.of(source)) if sound else None


def recheck(
    earlier: Checkable,
    edits: Edits,
    today: date,
    limits: ReadingLimits = UNLIMITED,
) -> Rechecked | None:
    """Return a file after edits, checked where they touch it; None if all of it has to be read.
    The record is the one that `read_record` gives for the same bytes on the same day."""
    if not _is_plain(edits):
        return None
    texts, added = derived_texts(earlier.source, edits=edits)
    spliced = splice(earlier.source, texts, added)
    if spliced is None or len(spliced.data) > (limits.size or len(spliced.data)):
        return None
    new = ChannelRows.of(spliced.source, spliced.new)
    touched = earlier.rows.keys_of(earlier.source, texts) | {*new.lines}
    before = frozenset(line for key in touched for line in earlier.rows.lines.get(key, ()))
    lines = sorted([*before.difference(texts), *spliced.new])
    count = _below_header(spliced.source)
    part = ChannelRows.of(spliced.source, lines)
    if not len(earlier.rows) - len(before) + len(part) or count > (limits.rows or count):
        return None
    record = _record(earlier, spliced, before, part, touched, today, limits)
    return None if len(record.problems) > MOST_LISTED else Rechecked(spliced, record)


def _below_header(source: Source) -> int:
    """Return how many rows a file has below its header, counting empty ones, as limits do."""
    header = source.rows.place(source.header.line)
    return len(source.rows) - 1 - (header or 0)


def _is_plain(edits: Edits) -> bool:
    """Tell whether edits can change only the rows in which they are made."""
    rows = (*edits.changed.values(), *edits.added)
    text = "".join(text for row in rows for text in row.values())
    written = text.encode("utf-8", "replace")
    return written.decode() == text and not has_controls(written)


def _record(
    earlier: Checkable,
    spliced: Splice,
    before: frozenset[int],
    part: ChannelRows,
    touched: set[Key],
    today: date,
    limits: ReadingLimits,
) -> Record:
    lines = sorted(line for of_line in part.lines.values() for line in of_line)
    cells = _cells(spliced.source, lines)
    of_rows = ReadingLimits(letters=limits.letters)
    read, again = record_of(cells, today, "", of_rows), frozenset(lines)
    firsts = earlier.rows.firsts
    rest = (first for first in firsts if (first.parties, first.channel) not in touched)
    stayed = (item for item in earlier.record.problems if (item.line or 0) not in before)
    problems = [
        *(item for item in stayed if item.code not in NAME_CODES),
        *(item for item in read.problems if item.line in again and item.code not in NAME_CODES),
        *name_problems([*rest, *part.firsts]).listed,
    ]
    places = {name: place for place, name in enumerate(place_columns(cells.header))}
    problems.sort(key=lambda item: (item.line or 0, places.get(item.column or "", -1)))
    return _joined(earlier.record, spliced, before, replace(read, problems=tuple(problems)))


def _cells(source: Source, lines: Sequence[int]) -> Cells:
    """Return the cells of some rows of a file, with their lines in it."""
    rows = [source.header, *filter(None, map(source.row_at, lines))]
    texts = [text if line_end_of(text) else f"{text}\n" for text in map(source.text_of, rows)]
    cells = read_cells(f"sep={source.delimiter}\n{''.join(texts)}")
    ends = np.cumsum([row.end - row.line for row in rows])
    stands = dict(zip((ends[:-1] + 1).tolist(), lines, strict=True))
    return replace(
        cells,
        lines=np.array([stands[line] for line in cells.lines.tolist()], dtype=np.int64),
        problems=tuple(replace(item, line=stands[item.line or 0]) for item in cells.problems),
    )


def _joined(earlier: Record, spliced: Splice, before: frozenset[int], part: Record) -> Record:
    """Return the record of the rows that stayed and those that were read again."""
    stays = ~earlier.observations["line"].isin(before).to_numpy()
    rows, others = earlier.observations[stays], earlier.others.taken(np.flatnonzero(stays))
    if len(part.observations):
        rows = pd.concat([rows, part.observations]) if len(rows) else part.observations
        others = others.joined(part.others)
    rows, place = _in_order(rows)
    return Record(
        observations=rows,
        channels=describe_channels(rows),
        others=others.taken(place),
        columns=earlier.columns,
        problems=part.problems,
        digest=hashlib.sha256(spliced.data).hexdigest(),
    )


def _in_order(rows: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Return observations in order and renumbered, and the places that they had before."""
    order = np.empty(len(rows), dtype=np.int64)
    order[np.lexsort((rows["order"], rows["line"]))] = np.arange(len(rows))
    channel = number_channels(rows)
    place = np.lexsort((order, rows["earliest"], channel))
    numbered = rows.assign(order=order, channel_id=channel)
    return numbered.iloc[place].reset_index(drop=True), place


def splice(
    source: Source, texts: Mapping[int, str], added: Sequence[Sequence[str]] = ()
) -> Splice | None:
    """Return a file with the text of some rows replaced, by line, each with as many lines as
    before, and with rows added; None if that changes how the rest of the file is read."""
    if any(line <= source.header.line for line in texts) or not source.rows.is_whole:
        return None
    lines, before = [*source.lines], source.rows.places
    parts, fresh = list[RowPlaces](), list[RowPlaces]()
    at = 0
    for line in sorted(texts):
        place = source.rows.place(line)
        if place is None:
            continue
        end = source.rows[place].end
        own = _lines(texts[line])
        lines[line - 1 : end - 1] = own
        if len(own) != end - line or not _is_sound(lines[line - 2 if line > 1 else 0 : end]):
            return None
        fresh.append(RowPlaces.of(own, source.delimiter).below(line - 1))
        parts += [before[at:place], fresh[-1]]
        at = place + 1
    parts.append(before[at:])
    for cells in added:
        if lines and not line_end_of(lines[-1]):
            lines[-1] += source.line_end
        own = _lines(source.new_row(cells))
        fresh.append(RowPlaces.of(own, source.delimiter).below(len(lines)))
        parts.append(fresh[-1])
        lines += own
    data, mark, encoding, above = source.encoded("".join(lines))
    rows = Rows(tuple(lines), source.delimiter, RowPlaces.joined(parts))
    after = replace(
        source, mark=mark, encoding=encoding, before=above, lines=tuple(lines), rows=rows
    )
    new = RowPlaces.joined(fresh)
    return Splice(after, data, tuple(map(int, new.lines[new.content])))


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _is_sound(lines: Sequence[str]) -> bool:
    """Tell whether no two lines combine into one two-character line end."""
    return not any(one.endswith("\r") and other.startswith("\n") for one, other in pairwise(lines))
