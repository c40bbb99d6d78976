"""The golden files, and what each must give, worked out by hand."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from openline.record.limits import ReadingLimits
from openline.record.reading import read_record
from openline.record.record import Record
from tests.asking import TODAY

__all__ = ["BAD", "GOOD", "expected_of", "problems_of", "read_golden"]

_FOLDER: Final = Path(__file__).parents[1] / "golden"
BAD: Final = sorted(_FOLDER.glob("*.csv"))
"""Files that trigger a kind of problem, named after it."""
GOOD: Final = sorted((_FOLDER / "good").glob("*.csv"))
"""Files as spreadsheets write them."""
_PLACED: Final = ("severity", "code", "line", "column", "value")


@cache
def read_golden(path: Path) -> Record:
    """Read a golden file once, under its limits where it has some."""
    limits = path.with_suffix(".limits.json")
    bounds = json.loads(limits.read_text(encoding="utf-8")) if limits.exists() else {}
    encoding = bounds.pop("encoding", None)
    return read_record(path.read_bytes(), TODAY, ReadingLimits(**bounds), encoding=encoding)


def expected_of(path: Path) -> Any:
    """Return what a golden file is expected to give."""
    return json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))


def problems_of(record: Record) -> list[dict[str, str | int | None]]:
    """Return the problems of a record as the golden files list them."""
    return [{name: getattr(item, name) for name in _PLACED} for item in record.problems]
