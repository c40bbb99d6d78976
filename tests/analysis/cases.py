"""The cases worked out by hand: a small record, and the rows that each command must print."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from openline.cli import main
from tests.asking import read_once

__all__ = ["CASES", "differs", "printed"]

_FOLDER: Final = Path(__file__).parents[1] / "cases"
_CLOSE: Final = 1e-9
CASES: Final = [
    (folder.name, number, asked)
    for folder in sorted(path.parent for path in _FOLDER.glob("*/expected.json"))
    for number, asked in enumerate(json.loads((folder / "expected.json").read_text("utf-8")))
]
"""The folder of each case, its number there, and what is asked of it."""


def printed(folder: str, command: list[str]) -> Any:
    """Return the rows that a command prints about the record of a case."""
    name, *options = command
    out = io.StringIO()
    with contextlib.redirect_stdout(out), patch("openline.cli.read_record", read_once):
        status = main([name, str(_FOLDER / folder / "record.csv"), *options, "--format", "json"])
    assert status == 0
    return json.loads(out.getvalue())


def differs(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> str | None:
    """Return the first difference of two tables, None where there is none; fractions may
    differ by 1e-9."""
    if len(expected) != len(found):
        return f"{len(expected)} rows expected, {len(found)} found"
    for i, (one, other) in enumerate(zip(expected, found, strict=True)):
        if list(one) != list(other):
            return f"row {i}: columns {list(one)} expected, {list(other)} found"
        for name, value in one.items():
            if not _same(value, other[name]):
                return f"row {i}, {name}: {value!r} expected, {other[name]!r} found"
    return None


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, (int, float)) and not isinstance(other, bool):
        return abs(one - other) <= _CLOSE
    return type(one) is type(other) and bool(one == other)
