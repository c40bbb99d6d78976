"""The CSV that a file makes: the file as it came, with choices and edits applied.

Every row stays on its line of the file as it came; a row that is left out is an empty line.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from openline.intake.arranging import (
    Arrangement,
    arranged_cells,
    arranged_rows,
    column_labels,
    with_header,
)
from openline.intake.cell_reading import Readers, cell_readers
from openline.intake.choices import NO_CHOICES, Choices
from openline.intake.edits import NO_EDITS, Edits
from openline.intake.encoding_readings import ENCODED_TWICE, once_encoded
from openline.intake.left_out import left_out_lines
from openline.intake.source import Source, read_source
from openline.intake.written_rows import RowPlaces
from openline.record.decoding import decode
from openline.record.limits import EXTENT, Extent
from openline.record.problems import Problem
from openline.record.progress import Progress, part, silent

LINE: Final = "line"
"""The name of the index of a frame of rows."""
_MARK: Final = b"\xef\xbb\xbf"


def recoded(data: bytes, encoding: str | None) -> bytes:
    """Return a file in a chosen encoding as UTF-8; the file as it came if no encoding is chosen,
    or if it cannot read every byte."""
    if encoding is None:
        return data
    is_twice = encoding == ENCODED_TWICE
    decoded = decode(data, None if is_twice else encoding)
    if isinstance(decoded, Problem) or decoded.has_strays:
        return data
    text = once_encoded(decoded.text) if is_twice else decoded.text
    return _MARK + text.encode("utf-8", "replace")


def came(
    data: bytes,
    choices: Choices,
    progress: Progress = silent,
    extent: Extent = EXTENT,
    places: RowPlaces | None = None,
) -> Source | Problem:
    """Read the rows of a file as it came (for a workbook, its sheet as CSV) under the chosen
    header, or return the problem if it is not text. `places` are its rows' places if they are
    known."""
    places = places if choices.header is None else None
    source = read_source(data, progress, extent=extent, places=places)
    return source if isinstance(source, Problem) else with_header(source, choices.header)


def derive(data: bytes, choices: Choices = NO_CHOICES, edits: Edits = NO_EDITS) -> bytes:
    """Return the CSV that a file makes; a file that is not text is returned unchanged."""
    source = came(data, choices)
    return data if isinstance(source, Problem) else derived_csv(data, source, choices, edits)


def derived_csv(
    data: bytes, source: Source, choices: Choices = NO_CHOICES, edits: Edits = NO_EDITS
) -> bytes:
    """Return the CSV that a file makes whose rows are known; if no text in it changes, these are
    its own bytes."""
    texts, added = derived_texts(source, choices, edits)
    return source.replaced(texts, added) if texts or added or choices.header else data


def read_derived(
    data: bytes,
    choices: Choices,
    edits: Edits,
    extent: Extent,
    places: RowPlaces | None = None,
    progress: Progress = silent,
) -> tuple[bytes, RowPlaces] | Problem:
    """Read a file as it came, and return the CSV that it makes and its rows' places, or the
    problem if it is not text. `places` is as in `came`."""
    source = came(data, choices, part(progress, 0.0, 0.3), extent, places)
    if isinstance(source, Problem):
        return source
    progress(0.3, "Reading its cells as chosen")
    made = derived_csv(data, source, choices, edits)
    read = read_source(made, part(progress, 0.6, 1.0), extent=extent)
    return read if isinstance(read, Problem) else (made, read.rows.places)


def derived_texts(
    source: Source, choices: Choices = NO_CHOICES, edits: Edits = NO_EDITS
) -> tuple[dict[int, str], list[list[str]]]:
    """Return the rows whose text choices and edits change, by line, and the cells of the rows
    added after the last line."""
    columns = Arrangement.of(source, choices)
    readers = cell_readers(choices, columns.names)
    left_out = left_out_lines(source, choices)
    texts = {
        line: source.blank(row)
        for line in {*left_out, *edits.removed}
        if line != source.header.line and (row := source.row_at(line)) is not None
    }
    if columns.names != tuple(source.header.cells):
        texts[source.header.line] = columns.row_text(source, source.header, columns.names)
    if choices != NO_CHOICES or edits.changed:
        for row, cells in arranged_rows(source, columns, edits, left_out):
            read = readers.read(cells)
            if row.broken or read != list(row.cells):
                texts[row.line] = columns.row_text(source, row, read)
    return texts, [_added(cells, columns, readers) for cells in edits.added]


def derived_edits(source: Source, choices: Choices, before: Edits, after: Edits) -> Edits | None:
    """Return what later edits change in the CSV that a file makes, as edits of that CSV; None if
    they change more than the edited rows themselves."""
    columns = Arrangement.of(source, choices)
    kept = len(before.added)
    if columns.filled or after.added[:kept] != before.added or before.removed - after.removed:
        return None
    readers = cell_readers(choices, columns.names)
    labels = column_labels(columns.names)
    left_out = left_out_lines(source, choices)
    changed = {}
    for line, edited in after.changed.items():
        row = source.row_at(line)
        if row is None or line in left_out or line in after.removed:
            continue
        cells = readers.read(arranged_cells(row.cells, columns, edited))
        changed[line] = dict(zip(column_labels(columns.names, len(cells)), cells, strict=False))
    added = [_added(cells, columns, readers) for cells in after.added[kept:]]
    rows = tuple(dict(zip(labels, row, strict=False)) for row in added)
    return Edits(changed, rows, after.removed - before.removed)


def arranged_frame(
    source: Source, choices: Choices, edits: Edits, lines: Collection[int]
) -> pd.DataFrame:
    """Return the cells, as text, of the rows that begin on some lines, added ones included. The
    index is the lines; the columns have their present names, each distinct. Words and dates are
    not yet read. Cells that a row lacks are empty."""
    columns = Arrangement.of(source, choices)
    wanted, last = set(lines), len(source.lines)
    cells_by_line = {
        row.line: cells
        for row, cells in _wanted_rows(source, columns, edits, wanted)
        if row.line in wanted
    }
    for place, given in enumerate(edits.added, start=last + 1):
        if place in wanted:
            cells_by_line[place] = arranged_cells((), columns, given)
    width = max([columns.width, *map(len, cells_by_line.values())])
    return pd.DataFrame(
        [
            [*cells_by_line[line], *[""] * (width - len(cells_by_line[line]))]
            for line in sorted(cells_by_line)
        ],
        index=pd.Index(sorted(cells_by_line), name=LINE, dtype="int64"),
        columns=column_labels(columns.names, width),
        dtype="str",
    )


def edits_of(frame: pd.DataFrame, edited: Mapping[str, Any], labels: Sequence[str]) -> Edits:
    """Return the edits that a table editor made to `arranged_frame`: `edited_rows` (cells by place
    of the row, then column), `added_rows` (cells by column), `deleted_rows` (places). `labels` are
    those of the columns in their order (`Arrangement.labels_of`)."""
    lines, own = frame.index.tolist(), dict(zip(frame.columns, labels, strict=True))
    changed = {
        lines[int(row)]: {own[name]: _text(value) for name, value in cells.items() if name in own}
        for row, cells in edited.get("edited_rows", {}).items()
    }
    added = (
        {own[name]: text for name, value in row.items() if name in own and (text := _text(value))}
        for row in edited.get("added_rows", ())
    )
    removed = frozenset(lines[int(row)] for row in edited.get("deleted_rows", ()))
    return Edits(
        {line: cells for line, cells in changed.items() if cells},
        tuple(cells for cells in added if cells),
        removed,
    )


def _wanted_rows(
    source: Source, columns: Arrangement, edits: Edits, lines: Collection[int]
) -> Iterable[tuple[Any, list[str]]]:
    """Yield rows with their cells: the wanted ones alone, unless the rows above are needed to fill
    them. A row that breaks the quoting is included, so that it can be fixed."""
    if columns.filled:
        yield from arranged_rows(source, columns, edits)
    for line in lines:
        row = source.row_at(line)
        if row is None or line <= source.header.line or (columns.filled and not row.broken):
            continue
        yield row, arranged_cells(row.cells, columns, edits.changed.get(line, {}))


def _added(cells: Mapping[str, str], columns: Arrangement, readers: Readers) -> list[str]:
    """Return the cells of an added row, read as the file's own are."""
    if not any(text.strip() for text in cells.values()):
        return []
    arranged = arranged_cells((), columns, cells)
    arranged += [""] * (columns.width - len(arranged))
    return readers.read(arranged)


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value)
