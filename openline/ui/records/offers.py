"""What saved records offer for an added file: to be read as their files were, to become their next
revision, or to have its rows added to them; and revisions reopened as the file that came, with its
choices and edits."""

import hashlib
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from openline.analysis.known_rows import known_rows
from openline.intake.arranging import Arrangement, column_labels
from openline.intake.choices import Choices
from openline.intake.deriving import came
from openline.intake.earlier import carried_edits, fitting, header_of
from openline.intake.edits import Edits, Step
from openline.intake.left_out import left_out_lines
from openline.intake.pasted import pasted_rows, rows_alone, under_columns
from openline.intake.source import Source, read_source
from openline.record.problems import Problem
from openline.record.reading import read_record
from openline.sentences.saved import added_words, missing_edits_words
from openline.settings import Limits
from openline.store.names import name_key
from openline.store.revisions import Revision, SavedRecord
from openline.ui.data.answers import answered
from openline.ui.data.remembered import remembered
from openline.ui.data.saved import the_store
from openline.ui.records.draft import Base, Draft, draft_of, with_sheet
from openline.web.source import Kept


@dataclass(frozen=True)
class Offer:
    """What can be done as last time: the record; the sheet to switch to, None if it is already
    chosen; the choices that the file would have; columns that were chosen then and that the file
    lacks; and whether it is surely a file of the record. That takes all of these columns and
    several of them, because a single name such as Status occurs in many files."""

    record: SavedRecord
    sheet: str | None
    choices: Choices
    lacking: tuple[str, ...] = ()
    is_alike: bool = False


def offers(draft: Draft, kept: Kept, wanted: tuple[str, ...], limits: Limits) -> tuple[Offer, ...]:
    """Return what saved records offer for a file, first the records whose names are `wanted`. For
    any other record the file must have all the columns that were chosen."""
    if draft.base is not None or draft.is_own:
        return ()
    ranks = {name_key(name): -place for place, name in enumerate(reversed(wanted)) if name.strip()}
    listed = [item for item in kept.records if item.chosen or name_key(item.name) in ranks]
    listed = [item for item in listed if not item.hidden or name_key(item.name) in ranks]
    marks = tuple((item.name, item.newest.digest, item.chosen) for item in listed)

    def compute() -> tuple[Offer, ...]:
        all_of_them = [_offer(draft, item, limits) for item in listed]
        good = [
            offer
            for offer in all_of_them
            if offer is not None and (name_key(offer.record.name) in ranks or offer.is_alike)
        ]
        return tuple(sorted(good, key=lambda offer: ranks.get(name_key(offer.record.name), 1)))

    given = (draft.original, draft.sheet, draft.choices, marks, tuple(ranks.items()))
    return remembered("again", given, compute) if listed else ()


def chosen_before(revision: Revision) -> tuple[Choices, str | None]:
    """Return how a revision's file was read, and from which sheet."""
    kept = dict(revision.choices or {})
    sheet = kept.get("sheet")
    return Choices.from_dict(kept), sheet if isinstance(sheet, str) else None


def _offer(draft: Draft, item: SavedRecord, limits: Limits) -> Offer | None:
    earlier, sheet = chosen_before(item.chosen or item.newest)
    turns = sheet if sheet in draft.sheets and sheet != draft.sheet and not draft.earlier else None
    brought = _read_as_before(draft, earlier, turns, limits)
    source = came(brought.text, brought.choices, extent=limits.extent)
    if isinstance(source, Problem):
        return None
    chosen = brought.choices.joined(fitting(source, earlier))
    names = column_labels(source.header.cells)
    parts = (label for join in earlier.joins.values() for label in join.columns)
    before = dict.fromkeys((*earlier.names, *parts))
    lacking = tuple(own for own in before if own not in names)
    return Offer(item, turns, chosen, lacking, is_alike=len(before) > 1 and not lacking)


def _read_as_before(draft: Draft, earlier: Choices, sheet: str | None, limits: Limits) -> Draft:
    """Return a file with its sheet, encoding and header chosen as for an earlier one."""
    read = with_sheet(draft, sheet, limits.rows) if sheet is not None else draft
    wanted = replace(read.choices, encoding=earlier.encoding or read.choices.encoding)
    read = read.chosen(wanted) if wanted != read.choices else read
    source = came(read.text, wanted, extent=limits.extent)
    header = None if isinstance(source, Problem) else header_of(source, earlier)
    return read if header is None else read.chosen(replace(wanted, header=header))


def read_alike(draft: Draft, offer: Offer, limits: Limits) -> Draft:
    """Return a file read as a record's files were, but as a separate record."""
    now = draft if offer.sheet is None else with_sheet(draft, offer.sheet, limits.rows)
    return now.chosen(offer.choices, is_guessed=False, is_own=True)


def updated(draft: Draft, offer: Offer, today: date, limits: Limits) -> Draft:
    """Return a file as the next revision of a record: read as its files were, with the same rows
    left out, fixed and added."""
    newest = offer.record.newest
    read = read_alike(draft, offer, limits)
    carried, missing = _carried(read, offer.record.chosen or newest, today, limits)
    edits = carried if read.edits == Edits() else read.edits
    return replace(
        read.edited(edits),
        base=Base(newest.record, newest.number, newest.digest),
        carried=Step(offer.choices, edits),
        note=missing_edits_words(missing),
    )


def appended(draft: Draft, offer: Offer, today: date, limits: Limits) -> Draft | Problem | None:
    """Return the newest revision of a record with those rows of a file that it lacks; None if the
    file has other columns, which have to be chosen first."""
    base = reopened(offer.record.newest, limits)
    if isinstance(base, Problem):
        return base
    for rows in _rows(draft, offer, limits):
        if (outcome := with_rows(base, rows, today, limits, named=True)) is not None:
            return outcome
    return None


def appended_text(
    text: str, record: SavedRecord, today: date, limits: Limits
) -> Draft | Problem | None:
    """Return the newest revision of a record with those pasted rows that it lacks. Without a
    header, the cells are in the record's order of columns. None as in `appended`."""
    base = reopened(record.newest, limits)
    if isinstance(base, Problem):
        return base
    if "\t" in text:
        return with_rows(base, [tuple(row) for row in pasted_rows(text)], today, limits)
    source = read_source(text.encode("utf-8", "replace"), extent=limits.extent)
    return None if isinstance(source, Problem) else with_rows(base, _listed(source), today, limits)


def _rows(draft: Draft, offer: Offer, limits: Limits) -> Iterator[list[tuple[str, ...]]]:
    """Yield the rows of a file with their header: first as they came, if nothing was chosen or
    edited, then in their present form."""
    if draft.choices == Choices() and draft.edits == Edits():
        read = read_alike(draft, offer, limits)
        source = came(read.text, read.choices, extent=limits.extent)
        if not isinstance(source, Problem):
            yield _listed(source, left_out_lines(source, read.choices))
    source = read_source(draft.data, extent=limits.extent)
    if not isinstance(source, Problem):
        yield _listed(source)


def _listed(source: Source, left_out: Container[int] = ()) -> list[tuple[str, ...]]:
    first = source.header.line
    rows = (row.cells for row in source.rows if row.line > first and row.line not in left_out)
    return [source.header.cells, *rows]


def _carried(draft: Draft, revision: Revision, today: date, limits: Limits) -> tuple[Edits, int]:
    """Return the edits of a revision that apply to a file, and how many do not."""
    before = reopened(revision, limits)
    if isinstance(before, Problem) or before.edits == Edits():
        return Edits(), 0
    source, now = (came(item.text, item.choices, extent=limits.extent) for item in (before, draft))
    if isinstance(source, Problem) or isinstance(now, Problem):
        return Edits(), 0
    edits, missing = carried_edits(source, before.edits, now)
    bare = draft.edited(replace(edits, added=()))
    rows = tuple({**row} for row in edits.added if any(row.values()))
    return replace(edits, added=rows_to_add(bare, now, rows, today, limits)), missing


def reopened(revision: Revision, limits: Limits) -> Draft | Problem:
    """Return a revision as a file to work on: as it came, with its choices and edits, if the store
    has these; otherwise the saved CSV."""
    name, number = revision.record, revision.number
    data = answered(lambda: the_store().bytes_of(name, number))
    if isinstance(data, Problem):
        return data
    base = Base(name, number, revision.digest)
    original = answered(lambda: the_store().original_of(name, number))
    if not isinstance(original, Problem) and original != data:
        draft = _as_it_came(revision, original, limits)
        if hashlib.sha256(draft.data).hexdigest() == revision.digest:
            return replace(draft, base=base, earlier=())
    return Draft.of(f"{name}.csv", data, base=base)


def with_rows(
    draft: Draft, rows: Sequence[Sequence[str]], today: date, limits: Limits, *, named: bool = False
) -> Draft | None:
    """Return a reopened revision with those rows added that it lacks; None if the first row names
    other columns than its own. `named` is as in `under_columns`."""
    source = came(draft.text, draft.choices, extent=limits.extent)
    if isinstance(source, Problem):
        return None
    under = under_columns(rows, Arrangement.of(source, draft.choices), named=named)
    if under is None:
        return None
    new = rows_to_add(draft, source, under, today, limits)
    added = draft.edits.joined(Edits(added=new), len(source.lines))
    words = added_words(len(new), len(under) - len(new), draft.base.number if draft.base else 0)
    return replace(draft.edited(added), note=words)


def rows_to_add(
    draft: Draft, source: Source, rows: tuple[Mapping[str, str], ...], today: date, limits: Limits
) -> tuple[Mapping[str, str], ...]:
    """Return those of some rows, given by the labels of a file's columns, that the file lacks."""
    alone = read_record(rows_alone(source, draft.choices, rows), today, limits.reading)
    record = read_record(draft.data, today, limits.reading)
    repeated = known_rows(record, alone)
    return tuple(row for line, row in enumerate(rows, start=2) if line not in repeated)


def _as_it_came(revision: Revision, data: bytes, limits: Limits) -> Draft:
    (choices, sheet), kept = chosen_before(revision), revision.choices or {}
    draft = draft_of(revision.original_name or f"{revision.record}.csv", data, limits.rows)
    if sheet and sheet in draft.sheets and sheet != draft.sheet:
        draft = with_sheet(draft, sheet, limits.rows)
    return draft.chosen(choices).edited(Edits.from_dict(kept.get("edits")))
