"""Small records written in a test, and their tables."""

from datetime import date
from functools import cache
from typing import Any, Final

from openline.analysis.evidence import Evidence, gather
from openline.analysis.filters import Filters
from openline.analysis.question import Question
from openline.analysis.tables import TABLES
from openline.formats.cells import Cell, plain_rows
from openline.record.reading import read_record
from openline.record.record import Record

__all__ = ["TODAY", "ask", "codes", "evidence", "only", "read", "read_once", "tables"]

TODAY: Final = date(2026, 11, 25)
read_once: Final = cache(read_record)
"""Reading, for commands that run many times on one record."""
_FILTERS: Final = frozenset(Filters.__dataclass_fields__)

Rows = list[dict[str, Cell]]


def read(*lines: str) -> Record:
    """Read a record from its lines, of which the first is the header."""
    return read_record("\n".join(lines).encode(), TODAY)


def codes(*lines: str) -> list[tuple[str, int | None]]:
    """Return the code and the line of each problem of a record."""
    return [(item.code, item.line) for item in read(*lines).problems]


def evidence(
    record: Record, as_of: str = "2025-12-31", carry: int | None = None, **filters: Any
) -> Evidence:
    """Gather the evidence of a sound record."""
    assert not record.has_errors, record.errors
    return gather(record, date.fromisoformat(as_of), Filters(**filters), carry)


def ask(record: Record, name: str, as_of: str = "2025-12-31", **options: Any) -> Rows:
    """Return the rows of a table of a sound record, as JSON has them."""
    assert not record.has_errors, record.errors
    filters = {key: options.pop(key) for key in _FILTERS & options.keys()}
    question = Question(record, date.fromisoformat(as_of), Filters(**filters), **options)
    answer = tables()[name].answer(question)
    return [dict(zip(answer.columns, row, strict=True)) for row in plain_rows(answer)]


def tables() -> dict[str, Any]:
    """Return the tables by their names."""
    return {table.name: table for table in TABLES}


def only(rows: Rows, *names: str) -> list[tuple[Cell, ...]]:
    """Return some columns of rows, each row a tuple."""
    return [tuple(row[name] for name in names) for row in rows]
