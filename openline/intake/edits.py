"""Edits: the cells, rows and removals by which a file is fixed, by the rows as they came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from openline.intake.choices import NO_CHOICES, Choices, texts_of


@dataclass(frozen=True)
class Edits:
    """What is edited in a file. Columns go by their labels (`column_labels`).

    `changed`: by the line on which a row begins, the new text of its cells by column.
    `added`: rows after the last line of the file, each its cells by column, on a line each.
    `removed`: lines of rows that are left out.
    """

    changed: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    added: tuple[Mapping[str, str], ...] = ()
    removed: frozenset[int] = frozenset()

    def joined(self, more: "Edits", last: int) -> "Edits":
        """Return these edits with later ones, which win; `last` is how many lines the file has
        as it came: on the lines after it stand the rows that were added."""
        changed = {line: dict(cells) for line, cells in self.changed.items()}
        added = [dict(cells) for cells in self.added]
        for line, cells in more.changed.items():
            place = line - last - 1
            if 0 <= place < len(added):
                added[place] |= cells
            else:
                changed[line] = {**changed.get(line, {}), **cells}
        for line in more.removed:
            if 0 <= line - last - 1 < len(added):
                added[line - last - 1] = {}
        removed = frozenset(line for line in more.removed if line <= last)
        return Edits(changed, (*added, *more.added), self.removed | removed)

    def to_dict(self) -> dict[str, object]:
        """Return the edits as JSON can hold them."""
        return {
            "changed": {str(line): dict(cells) for line, cells in self.changed.items()},
            "added": [dict(cells) for cells in self.added],
            "removed": sorted(self.removed),
        }

    @classmethod
    def from_dict(cls, data: object) -> "Edits":
        """Read edits from what JSON held; what is no edit is left out."""
        parts = data if isinstance(data, dict) else {}
        changed, added, removed = (parts.get(name) for name in ("changed", "added", "removed"))
        lines = changed if isinstance(changed, dict) else {}
        return cls(
            {int(line): texts_of(cells) for line, cells in lines.items() if _is_line(line)},
            tuple(texts_of(cells) for cells in added) if isinstance(added, list) else (),
            frozenset(line for line in removed if type(line) is int)
            if isinstance(removed, list)
            else frozenset(),
        )


NO_EDITS: Final = Edits()
"""What was edited where nothing was."""


@dataclass(frozen=True)
class Step:
    """A step of the work on a file: what was chosen and edited at a time."""

    choices: Choices = NO_CHOICES
    edits: Edits = NO_EDITS


def _is_line(text: Any) -> bool:
    return isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 12
