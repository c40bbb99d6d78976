"""Cells of any column: too long, or with characters that cannot be seen."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from openline.record.hidden import HIDDEN, hidden_names
from openline.record.problems import Findings, Problem, merged, problem
from openline.record.sheet import Sheet

LONGEST_CELL: Final = 32_767
"""The most letters of a cell: as many as a cell of a workbook can have."""
_KEPT: Final = 100
"""How much of a cell that is too long is told."""
_PLAIN: Final = np.array([32 <= byte < 127 or byte in b"\t\n\r\x00" for byte in range(256)])
"""The bytes that hide nothing. A NUL is an error of its own."""


def check_cells(
    sheet: Sheet, misnamed: np.ndarray, most_letters: int = LONGEST_CELL
) -> tuple[np.ndarray, Findings]:
    """Return which rows have a cell that is too long, and the problems of cells of any column; the
    rows that are `misnamed` have a name that is too long, and are told as such."""
    too_long = partial(_too_long, most_letters)
    faulty = np.zeros(len(sheet.lines), dtype=bool)
    findings: list[Findings] = []
    for column, cells in sheet.cells.items():
        text = pa.array(cells, pa.large_string())
        long = _long(text, most_letters) & ~misnamed
        faulty |= long
        findings += _faults(text, long, sheet, partial(_in_column, str(column)), too_long)
    others = sheet.others
    text = others.texts()
    long = _long(text, most_letters)
    faulty[others.rows_of(np.flatnonzero(long))] = True
    return faulty, merged([*findings, *_faults(text, long, sheet, others.place, too_long)])


def _faults(
    text: Any,
    long: np.ndarray,
    sheet: Sheet,
    place: Callable[[int], tuple[int, str]],
    too_long: Callable[[int, str, str], Problem],
) -> Iterator[Findings]:
    """Yield the problems of cells; `place` says in which row and column each stands."""

    def tell(make: Callable[[int, str, str], Problem], number: int) -> Problem:
        row, column = place(number)
        return make(int(sheet.lines[row]), column, text[number].as_py())

    for code, mask, make in (
        ("cell-too-long", long, too_long),
        ("hidden-characters", _hiding(text), _hidden),
    ):
        yield Findings.at(code, np.flatnonzero(mask).tolist(), partial(tell, make))


def _in_column(column: str, row: int) -> tuple[int, str]:
    return row, column


def check_header_cells(header: Sequence[str], most_letters: int = LONGEST_CELL) -> list[Problem]:
    """Return the problems of a header's own cells."""
    long = [_too_long(most_letters, 1, name, name) for name in header if len(name) > most_letters]
    return [*long, *(_hidden(1, name, name) for name in header if hidden_names(name))]


def _too_long(most: int, line: int, column: str, cell: str) -> Problem:
    message = f"The cell has {len(cell):,} characters; it may have {most:,}."
    hint = "Shorten it; a closing quote may be missing before its end."
    return problem("cell-too-long", line, _short(column), _short(cell, most), message, hint)


def _hidden(line: int, column: str, cell: str) -> Problem:
    message = (
        f"The cell has characters that do not belong in text: {', '.join(hidden_names(cell)[:3])}."
    )
    hint = "Retype the cell, or remove those characters."
    return problem("hidden-characters", line, _short(column), _short(cell), message, hint)


def _short(text: str, most: int = LONGEST_CELL) -> str:
    return text if len(text) <= most else f"{text[:_KEPT]}…"


def _long(text: Any, most: int) -> np.ndarray:
    return _mask(pc.greater(pc.utf8_length(text), most))


def _hiding(text: Any) -> np.ndarray:
    """Mark the cells with characters that are not part of a text."""
    if all(_is_plain(chunk) for chunk in getattr(text, "chunks", [text])):
        return np.zeros(len(text), dtype=bool)
    mask = _mask(pc.match_substring_regex(text, HIDDEN))
    rows = np.flatnonzero(mask)
    # Marks that join letters are no fault where the script needs them.
    mask[rows] = [bool(hidden_names(cell)) for cell in pc.take(text, rows).to_pylist()]
    return mask


def _is_plain(chunk: pa.Array) -> bool:
    data = chunk.buffers()[2]
    return data is None or bool(_PLAIN[np.frombuffer(data, dtype=np.uint8)].all())


def _mask(answers: Any) -> np.ndarray:
    return np.array(pc.fill_null(answers, False).to_numpy(zero_copy_only=False), dtype=bool)
