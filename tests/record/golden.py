"""The golden files, and what each must give: of a new one it is printed by `make docs`, to be held
against the contract, and never again.
"""

import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from openline.record.limits import ReadingLimits
from openline.record.reading import read_record
from openline.record.record import Record
from tests.asking import TODAY

__all__ = ["BAD", "GOOD", "expected_of", "print_missing", "problems_of", "read_golden"]

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
    return json.loads(_beside(path).read_text(encoding="utf-8"))


def print_missing(paths: Iterable[Path]) -> list[Path]:
    """Write what files give that have nothing to be held against yet; return where it stands."""
    new = [path for path in paths if not _beside(path).exists()]
    for path in new:
        lines = [json.dumps(item, ensure_ascii=False) for item in problems_of(read_golden(path))]
        text = "[\n  " + ",\n  ".join(lines) + "\n]\n" if lines else "[]\n"
        _beside(path).write_text(text, encoding="utf-8")
    return [_beside(path) for path in new]


def _beside(path: Path) -> Path:
    return path.with_suffix(".expected.json")


def problems_of(record: Record) -> list[dict[str, str | int | None]]:
    """Return the problems of a record as the golden files list them."""
    return [{name: getattr(item, name) for name in _PLACED} for item in record.problems]


if __name__ == "__main__":
    for written in print_missing(BAD):
        sys.stdout.write(f"{written}: hold it against the contract\n")
