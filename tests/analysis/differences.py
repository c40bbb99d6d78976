"""What the product and the second reading of the contract answer to one question."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from openline.analysis.filters import Filters
from openline.analysis.question import Question
from openline.formats.cells import plain_rows
from openline.record.columns import INFERRED
from openline.record.reading import read_record
from openline.record.record import Record
from tests.asking import tables
from tests.reference.options import Options
from tests.reference.tables import table

__all__ = ["QUESTIONS", "answers", "first_difference", "variants"]

_CLOSE: Final = 1e-9
QUESTIONS: Final = tuple(
    (name, by, summary)
    for name, groups in (
        ("status", (None,)),
        ("spans", (None,)),
        ("gaps", (None,)),
        ("unusual", (None,)),
        ("causes", (None,)),
        ("openings", (None,)),
        ("signs", (None,)),
        ("openness", (None,)),
        ("shares", (None, "parties", "level", "kind")),
        ("survival", (None, "parties", "level", "kind", "cause")),
        ("observations", (None,)),
        ("compare", (None,)),
        ("since", (None,)),
        ("search", (None,)),
    )
    for by in groups
    for summary in ((False, True) if name == "survival" else (False,))
)
"""Each table, with each grouping, and the summary of survival."""


def variants(name: str, options: Options) -> Iterator[Options]:
    """Return the options with each grouping, and with the summary and without."""
    for other, by, summary in QUESTIONS:
        if other == name:
            yield replace(options, by=by, summary=summary)


def answers(
    name: str, text: str, options: Options, record: Record | None = None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows of a table by the reference, and by the product, with the columns
    that the reference has."""
    record = record or read_record(text.encode(), options.today)
    assert not record.has_errors, record.errors
    expected: list[dict[str, Any]] = table(name, text, options)
    answer = tables()[name].answer(_question(record, options))
    found = [dict(zip(answer.columns, row, strict=True)) for row in plain_rows(answer)]
    if name in ("observations", "search") and expected:
        found = [{column: row[column] for column in expected[0]} for row in found]
    return expected, found


def _question(record: Record, options: Options) -> Question:
    filters = Filters(
        options.parties,
        options.levels,
        options.kinds,
        options.channels,
        options.confidence or INFERRED,
        q=options.q,
    )
    assert options.first is not None
    assert options.second is not None
    return Question(
        record=record,
        as_of=options.as_of,
        filters=filters,
        carry=options.carry,
        min_days=options.min_days,
        window=options.window,
        closings=options.closings,
        by=options.by,
        until=options.until,
        summary=options.summary,
        days=(options.first, options.second),
        since=options.first,
    )


def first_difference(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> str | None:
    """Return the first difference of two tables, None where there is none."""
    for i, (one, other) in enumerate(zip(expected, found, strict=False)):
        if set(one) != set(other):
            return f"row {i}: columns {sorted(one)} and {sorted(other)}"
        names = [name for name in one if not _same(one[name], other[name])]
        if names:
            return f"row {i}: {names} differ: {one} and {other}"
    if len(expected) != len(found):
        return f"{len(expected)} and {len(found)} rows: {expected} and {found}"
    return None


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= _CLOSE
    return type(one) is type(other) and bool(one == other)
