"""A view's data as a CSV file, safe to open in a spreadsheet."""

from dataclasses import replace
from typing import Any, Final

import pandas as pd

from openline.analysis.tables import TABLES
from openline.formats.machine import text_of
from openline.questions import question_of
from openline.ui.scene import Scene

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def answer_bytes(name: str, scene: Scene, **asked: Any) -> bytes:
    """Return a table of a scene as a CSV file; `asked` changes the view's question."""
    table = next(table for table in TABLES if table.name == name)
    question = replace(question_of(scene.view, scene.record, scene.as_of), **asked)
    return to_download(table.answer(question))


def neutral(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, with an apostrophe before it.

    >>> neutral("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def to_download(frame: pd.DataFrame) -> bytes:
    """Return a frame as CSV in UTF-8 with the byte-order mark that spreadsheets need; formulas in
    its cells and header are neutralised."""
    safe = frame.copy()
    for name in safe.columns[[not _is_plain(safe[name]) for name in safe]]:
        safe[name] = [neutral(cell) if isinstance(cell, str) else cell for cell in safe[name]]
    safe.columns = [neutral(str(name)) for name in safe]
    return text_of(safe, "csv").encode("utf-8-sig")


def _is_plain(column: pd.Series) -> bool:
    """Return whether a column holds only numbers, booleans or days, and so no text."""
    kind = column.dtype
    return (
        pd.api.types.is_numeric_dtype(kind)
        or pd.api.types.is_bool_dtype(kind)
        or pd.api.types.is_datetime64_any_dtype(kind)
    )
