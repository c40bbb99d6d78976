"""A saved revision, opened again: the file as it came with what was chosen and fixed, so that
the work on it goes on where it ended."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from openline.analysis.known_rows import known_rows
from openline.intake.appending import rows_alone, under_columns
from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices
from openline.intake.deriving import came
from openline.intake.edits import Edits
from openline.intake.source import Source
from openline.record.problems import Problem
from openline.record.reading import read_record
from openline.sentences.saved import added_words
from openline.settings import Limits
from openline.store.revisions import Revision
from openline.ui.data.answers import answered
from openline.ui.data.saved import the_store
from openline.ui.records.draft import Base, Draft, draft_of, with_sheet


def reopened(revision: Revision, limits: Limits) -> Draft | Problem:
    """Return a revision as a file to work on: as it came, with its choices and edits, where the
    store has that; else the CSV that was saved."""
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
    """Return a revision that was opened again with rows added that it does not have; None where
    a first row names other columns than its own; `named` as in `under_columns`."""
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
    """Return those of some rows, by the labels of a file's columns, that the file has not."""
    alone = read_record(rows_alone(source, draft.choices, rows), today, limits.reading)
    record = read_record(draft.data, today, limits.reading)
    repeated = known_rows(record, alone)
    return tuple(row for line, row in enumerate(rows, start=2) if line not in repeated)


def _as_it_came(revision: Revision, data: bytes, limits: Limits) -> Draft:
    kept = dict(revision.choices or {})
    draft = draft_of(revision.original_name or f"{revision.record}.csv", data, limits.rows)
    sheet = kept.get("sheet")
    if isinstance(sheet, str) and sheet in draft.sheets and sheet != draft.sheet:
        draft = with_sheet(draft, sheet, limits.rows)
    return draft.chosen(Choices.from_dict(kept)).edited(Edits.from_dict(kept.get("edits")))
