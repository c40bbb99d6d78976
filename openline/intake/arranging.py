"""The columns of a file after choices: their names, the columns made from others, and the cells of
each row under them, before words and dates are read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openline.intake.choices import Choices, Header, Join, LeftOut
from openline.intake.edits import NO_EDITS, Edits
from openline.intake.joining import joined_text
from openline.intake.source import Source, placed_at
from openline.intake.written_rows import Row
from openline.record.csv_rows import LINE_END
from openline.record.delimited import normal_name

_NONE: Final[Mapping[int, LeftOut]] = {}


def column_labels(header: Sequence[str], width: int = 0) -> list[str]:
    """Return a distinct name for each column of a header: its own, with its place added if a
    column to the left already has that name (`date (9)`), or its place alone if it has none."""
    names = [name.strip() for name in header]
    names += [""] * (width - len(names))
    taken = {name for name in names if name}
    seen: set[str] = set()
    labels = []
    for place, name in enumerate(names, start=1):
        label = name if name and name not in seen else f"{name} ({place})" if name else str(place)
        while label in seen or (label != name and label in taken):
            label += "?"
        seen.add(label)
        labels.append(label)
    return labels


def free_name(name: str, number: int, normal: Sequence[str]) -> str:
    """Return a name with a number after it that no column has yet; `normal` are the names in
    use."""
    while normal_name(f"{name} ({number})") in normal:
        number += 1
    return f"{name} ({number})"


def with_header(source: Source, header: Header | None) -> Source:
    """Return a file as it came, with its header where it was chosen to be. The lines above it
    become empty, and every row keeps its line."""
    if header is None or header.line > len(source.lines):
        return source
    return placed_at(source, header.line, header.delimiter)


@dataclass(frozen=True)
class Arrangement:
    """The columns of a file after choices.

    `labels`: those of the file's own columns, by their names in it, then those of columns made
    from others. `names`: what each is called after choices. `own`: how many columns the file
    itself has. `filled`: the places of columns that are filled down.
    """

    labels: tuple[str, ...]
    names: tuple[str, ...]
    own: int
    filled: tuple[int, ...]
    joins: tuple[tuple[Join, tuple[int, ...]], ...]
    constants: tuple[str, ...]

    @classmethod
    def of(cls, source: Source, choices: Choices) -> "Arrangement":
        """Return the columns of a file. Choices about a column that the file lacks do nothing, and
        a column is not made if the file already has one of that name."""
        header = source.header.cells
        labels = column_labels(header)
        named = {label: name for label, name in choices.names.items() if label in labels}
        names = [named.get(label, cell) for label, cell in zip(labels, header, strict=True)]
        taken = {normal_name(name) for name in names if name.strip()}
        joins = {
            name: (join, tuple(labels.index(label) for label in join.columns))
            for name, join in choices.joins.items()
            if normal_name(name) not in taken
            and join.columns
            and all(label in labels for label in join.columns)
        }
        taken |= {normal_name(name) for name in joins}
        constants = {
            name: text for name, text in choices.constants.items() if normal_name(name) not in taken
        }
        every = column_labels([*header, *joins, *constants])
        return cls(
            (*labels, *every[len(labels) :]),
            tuple(map(in_one_line, (*names, *joins, *constants))),
            len(labels),
            tuple(labels.index(label) for label in choices.filled if label in labels),
            tuple(joins.values()),
            tuple(map(in_one_line, constants.values())),
        )

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.names)

    def place(self, label: str) -> int | None:
        """Return the place of a column by its label, None if there is none. Cells beyond the
        header are labelled by their number in the file."""
        if label in self.labels:
            return self.labels.index(label)
        beyond = int(label) - 1 if label.isascii() and label.isdigit() and len(label) < 9 else -1
        return beyond + self.width - self.own if beyond >= self.own else None

    def labels_of(self, width: int) -> list[str]:
        """Return the labels of the first `width` columns, including cells beyond the header."""
        beyond = range(self.own + 1, self.own + 1 + max(0, width - self.width))
        return [*self.labels[:width], *map(str, beyond)]

    def row_text(self, source: Source, row: Row, cells: Sequence[str]) -> str:
        """Return the text of a file's row with other cells."""
        return source.row_text(row, cells, self.own, self.width - self.own)

    def cells(self, own: Sequence[str]) -> list[str]:
        """Return a row's cells in the order of the columns: the file's own, those made from
        others, then those beyond the header."""
        if self.width == self.own:
            return list(own)
        padded = [*own, *[""] * (self.own - len(own))]
        joined = (joined_text(join, [padded[at] for at in at_]) for join, at_ in self.joins)
        return [*padded[: self.own], *joined, *self.constants, *padded[self.own :]]


def arranged_rows(
    source: Source,
    columns: Arrangement,
    edits: Edits = NO_EDITS,
    left_out: Mapping[int, LeftOut] = _NONE,
) -> Iterator[tuple[Row, list[str]]]:
    """Yield each row below the header that has content and is not left out, with its cells in the
    order of the columns. Edits are made, and empty cells are filled from above, also from a
    heading between rows. A row that breaks the quoting is included only if it is edited."""
    above: dict[int, str] = {}
    for row in source.rows:
        edited = edits.changed.get(row.line)
        if row.line <= source.header.line or row.line in edits.removed:
            continue
        if edited is None and (row.broken or not "".join(row.cells).strip()):
            continue
        if left_out.get(row.line, "sections") == "sections":
            cells = arranged_cells(row.cells, columns, edited or {}, above)
            if row.line not in left_out:
                yield row, cells


def arranged_cells(
    own: Sequence[str],
    columns: Arrangement,
    edited: Mapping[str, str],
    above: dict[int, str] | None = None,
) -> list[str]:
    """Return the cells of a row in the order of the columns, some of them edited. `above` holds
    the texts that fill empty cells, and is updated with those of this row."""
    cells, made = list(own), {}
    for label, text in edited.items():
        place = columns.place(label)
        if place is None:
            continue
        if columns.own <= place < columns.width:
            made[place] = in_one_line(text)
            continue
        at = place if place < columns.own else place - columns.width + columns.own
        cells += [""] * (at + 1 - len(cells))
        if cells[at] != text:
            cells[at] = in_one_line(text)
    if above is not None and columns.filled:
        _fill(cells, columns.filled, above)
    cells = columns.cells(cells)
    for place, text in made.items():
        cells[place] = text
    return cells


def in_one_line(text: str) -> str:
    """Return a text without line ends, so that its row stays on one line."""
    return LINE_END.sub(" ", text) if "\n" in text or "\r" in text else text


def _fill(cells: list[str], filled: Sequence[int], above: dict[int, str]) -> None:
    if not "".join(cells).strip():
        return
    for place in filled:
        cells += [""] * (place + 1 - len(cells))
        if cells[place].strip():
            above[place] = cells[place]
        elif place in above:
            cells[place] = in_one_line(above[place])
