"""JSON and CSV, for programs."""

import csv
import io
import json

import pandas as pd

from openline.formats.cells import Cell, plain_rows


def to_json(frame: pd.DataFrame) -> str:
    """Return a frame as a JSON array of objects, missing as null, numbers unrounded."""
    names = list(frame)
    rows = [dict(zip(names, row, strict=True)) for row in plain_rows(frame)]
    if not rows:
        return "[]\n"
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{body}\n]\n"


def to_csv(frame: pd.DataFrame) -> str:
    """Return a frame as CSV (RFC 4180) with CRLF line ends, missing empty, `true`/`false`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(list(frame))
    writer.writerows([_cell(value) for value in row] for row in plain_rows(frame))
    return out.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
