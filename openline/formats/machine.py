"""JSON and CSV, for programs."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Final

import pandas as pd

from openline.formats.cells import Cell, plain_rows

_ROWS: Final = 2_000
"""How many rows are written at once, so that a table of any size is never a text as a whole."""


def json_parts(frame: pd.DataFrame) -> Iterator[str]:
    """Give a frame as a JSON array of objects, missing as null, numbers unrounded, in parts of
    some rows each."""
    names = list(frame)
    if not len(frame):
        yield "[]\n"
        return
    before = "[\n"
    for part in _parts(frame):
        rows = (dict(zip(names, row, strict=True)) for row in plain_rows(part))
        yield before + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        before = ",\n"
    yield "\n]\n"


def csv_parts(frame: pd.DataFrame) -> Iterator[str]:
    """Give a frame as CSV (RFC 4180) with CRLF line ends, missing empty, `true`/`false`, in parts
    of some rows each."""
    yield _csv_text([list(frame)])
    for part in _parts(frame):
        yield _csv_text([[_cell(value) for value in row] for row in plain_rows(part)])


FORMS: Final = {"csv": csv_parts, "json": json_parts}
"""The forms of a table for programs, and what writes each in parts."""


def text_of(frame: pd.DataFrame, form: str) -> str:
    """Return a frame in a form, one of `FORMS`."""
    return "".join(FORMS[form](frame))


def _parts(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for start in range(0, len(frame), _ROWS):
        yield frame.iloc[start : start + _ROWS]


def _csv_text(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
