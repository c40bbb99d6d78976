"""The bundled record by the second reading of the contract, so that tests of the pages contain none
of its counts and need no change for its next edition."""

import csv
from collections import Counter
from datetime import date
from functools import cache
from typing import Any, Final

from tests.reference.options import Options
from tests.reference.tables import table
from tests.screen import ROOT, TODAY

__all__ = ["LAST_DAY", "PAST", "Rows", "bundled_rows", "bundled_table", "counted", "written_rows"]

LAST_DAY: Final = "2026-06-30"
"""The day on which the bundled record ends: that of its newest row."""
PAST: Final = "2023-10-05"
"""A day on which many lines of one pair are severed."""

Rows = list[dict[str, Any]]
"""The rows of a table, each with its columns."""


@cache
def _text() -> str:
    return (ROOT / "data" / "channels.csv").read_text(encoding="utf-8")


@cache
def written_rows() -> tuple[dict[str, str], ...]:
    """Return the rows of the file as written."""
    return tuple(csv.DictReader(_text().splitlines(keepends=True)))


def bundled_table(name: str, as_of: str = LAST_DAY, **options: Any) -> Rows:
    """Return a table of the record as of a day; `options` are those of `Options`."""
    asked = Options(date.fromisoformat(as_of), date.fromisoformat(TODAY), **options)
    return table(name, _text(), asked)


def bundled_rows(name: str, as_of: str = LAST_DAY, /, **equal: object) -> Rows:
    """Return the rows of a table in which each named column has the given value."""
    rows = bundled_table(name, as_of)
    return [row for row in rows if all(row[column] == equal[column] for column in equal)]


def counted(name: str, column: str, as_of: str = LAST_DAY, **options: Any) -> Counter[str]:
    """Return how often a table has each value of a column."""
    return Counter(str(row[column]) for row in bundled_table(name, as_of, **options))
