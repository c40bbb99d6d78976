"""Rows for a record that is there: under its columns, whether they bring a header or not."""

import csv
import io
from collections.abc import Mapping, Sequence

from openline.intake.arranging import Arrangement, column_labels
from openline.intake.choices import Choices
from openline.intake.deriving import derived_texts
from openline.intake.edits import Edits
from openline.intake.pasted import has_header
from openline.intake.source import Source
from openline.record.delimited import normal_name

_Rows = tuple[Mapping[str, str], ...]


def under_columns(
    rows: Sequence[Sequence[str]], columns: Arrangement, *, named: bool = False
) -> _Rows | None:
    """Return rows by the labels of a file's columns, empty ones left out.

    A first row that names these columns, as the file has them or as they are called by now, is a
    header. Rows without one stand in the file's own order; None where the first row names other
    columns, which are to be chosen first. `named`: it is a header, whatever it says.
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
    """Return the CSV of rows that are to be added to a file, read as it is: each on a line of
    its own, the first on line 2."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    columns = Arrangement.of(source, choices)
    writer.writerow([name.strip() or label for name, label in _named(columns)])
    writer.writerows(derived_texts(source, choices, Edits(added=rows))[1])
    return out.getvalue().encode("utf-8", "replace")


def _named(columns: Arrangement) -> list[tuple[str, str]]:
    return list(zip(columns.names, columns.labels, strict=True))


def _labels(first: Sequence[str], columns: Arrangement) -> list[str] | None:
    """Return the labels that a row names, a place for each of its cells; None where a cell of
    it names no column."""
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
