"""Rows that come without a file: pasted from a sheet, or to be added to a record, under its
columns, with or without a header."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Final

from openline.intake.arranging import Arrangement, column_labels
from openline.intake.choices import Choices
from openline.intake.column_content import is_date, says_state
from openline.intake.deriving import derived_texts
from openline.intake.edits import Edits
from openline.intake.source import Source
from openline.intake.written_rows import csv_of
from openline.record.columns import (
    CHANNEL,
    CONFIDENCE,
    CONFIDENCES,
    DATE,
    EVENT,
    EVENTS,
    FORMAT_NAMES,
    PARTIES,
    SOURCE_URL,
    STATE,
    SUMMARY,
)
from openline.record.delimited import normal_name
from openline.record.header_names import guess_columns

_LOOKED_AT: Final = 400
"""How many of the first rows are looked at: each cell is tried as a date in several forms."""
_MOST: Final = 0.5
"""The share of a column's cells that must be of one sort for its name to be guessed."""
_SORTS: Final[dict[str, Callable[[str], bool]]] = {
    DATE: is_date,
    STATE: says_state,
    EVENT: lambda text: text.casefold() in EVENTS,
    CONFIDENCE: lambda text: text.casefold() in CONFIDENCES,
    SOURCE_URL: lambda text: text.casefold().startswith(("http://", "https://")),
    PARTIES: lambda text: ";" in text and len(text) < 200,
}
_Rows = tuple[Mapping[str, str], ...]


def pasted_rows(text: str) -> list[list[str]]:
    """Return the cells of pasted text, one row per line. Tabs separate them, and quotes enclose
    cells that contain a tab or a line end; if the quotes do not match they are plain text."""
    text = text.removeprefix("\ufeff")
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        plain = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(plain)


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row with content names columns, by the format's names or similar
    ones."""
    first = next((row for row in rows if any(cell.strip() for cell in row)), [])
    if any(_SORTS[DATE](cell.strip()) for cell in first):
        return False
    own = {normal_name(cell) for cell in first} & set(FORMAT_NAMES)
    return len(own) + len(guess_columns(first)) >= min(2, len(first))


def guess_header(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return names for the columns of rows without a header, guessed from their cells; a column
    that cannot be guessed is numbered (`column 3`)."""
    width = max((len(row) for row in rows), default=0)
    looked_at = [*islice(filter(any, rows), _LOOKED_AT)]
    columns = [
        [cell for row in looked_at if (cell := "".join(row[i : i + 1]).strip())]
        for i in range(width)
    ]
    names: dict[int, str] = {}
    for name, fits in _SORTS.items():
        shares = {
            i: sum(map(fits, cells)) / len(cells)
            for i, cells in enumerate(columns)
            if cells and i not in names
        }
        best = max(shares, key=lambda i: shares[i], default=None)
        if best is not None and shares[best] > _MOST:
            names[best] = name
    free = [i for i, cells in enumerate(columns) if cells and i not in names]
    if free:
        names[free[0]] = CHANNEL
    longest = max(free[1:], key=lambda i: sum(map(len, columns[i])), default=None)
    if longest is not None:
        names[longest] = SUMMARY
    return tuple(names.get(i, f"column {i + 1}") for i in range(width))


def pasted_csv(text: str, header: Sequence[str] | None = None) -> bytes:
    """Return pasted rows as CSV (UTF-8); `header` has the columns' names if the rows lack them.
    Without a tab or a `header`, the text is taken to be CSV already."""
    if "\t" not in text and header is None:
        return text.encode("utf-8", "replace")
    return csv_of([*([] if header is None else [header]), *pasted_rows(text)])


def under_columns(
    rows: Sequence[Sequence[str]], columns: Arrangement, *, named: bool = False
) -> _Rows | None:
    """Return rows by the labels of a file's columns, without empty rows.

    A first row that has these columns' names, the file's own or the present ones, is a header.
    Without one, the cells are in the file's order. Returns None if the first row names other
    columns, which have to be chosen first. `named`: the first row is a header, whatever it
    contains.
    """
    full = [row for row in rows if any(cell.strip() for cell in row)]
    if not full:
        return ()
    labels = _labels(full[0], columns)
    if labels is None:
        if named or has_header(full):
            return None
        width = max(map(len, full))
        return tuple(_by_label(row, columns.labels_of(width)) for row in full)
    return tuple(_by_label(row, labels) for row in full[1:])


def rows_alone(source: Source, choices: Choices, rows: _Rows) -> bytes:
    """Return the CSV of rows to be added to a file, with choices applied: one row per line, the
    first on line 2."""
    columns = Arrangement.of(source, choices)
    header = [name.strip() or label for name, label in _named(columns)]
    return csv_of([header, *derived_texts(source, choices, Edits(added=rows))[1]])


def _named(columns: Arrangement) -> list[tuple[str, str]]:
    return list(zip(columns.names, columns.labels, strict=True))


def _labels(first: Sequence[str], columns: Arrangement) -> list[str] | None:
    """Return the label that each cell of a row names; None if a cell names no column."""
    label_of = {
        normal_name(name): label for name, label in reversed(_named(columns)) if name.strip()
    }
    label_of |= {normal_name(label): label for label in reversed(columns.labels[: columns.own])}
    cells = column_labels(first)
    labels = [label_of.get(normal_name(cell)) if cell else None for cell in cells]
    filled = [place for place, cell in enumerate(first) if cell.strip()]
    if not all(labels[place] for place in filled):
        return None
    return [label or cell for label, cell in zip(labels, cells, strict=True)]


def _by_label(row: Sequence[str], labels: Sequence[str]) -> dict[str, str]:
    return {label: cell for label, cell in zip(labels, row, strict=False) if cell.strip()}
