"""Edits: the cells, additions and removals that fix a file, by its rows as they came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from openline.intake.choices import NO_CHOICES, Choices, texts_of


@dataclass(frozen=True)
class Edits:
    """The edits of a file. Columns are named by their labels (`column_labels`).

    `changed`: by the line on which a row begins, the new text of its cells by column. `added`:
    rows after the last line of the file, as cells by column, one line each. `removed`: lines of
    rows that are left out.
    """

    changed: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    added: tuple[Mapping[str, str], ...] = ()
    removed: frozenset[int] = frozenset()

    def joined(self, more: "Edits", last: int) -> "Edits":
        """Return these edits with later ones, which win. `last` is the number of lines in the file
        as it came: added rows have the lines after it."""
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
        """Return the edits as values for JSON."""
        return {
            "changed": {str(line): dict(cells) for line, cells in self.changed.items()},
            "added": [dict(cells) for cells in self.added],
            "removed": sorted(self.removed),
        }

    @classmethod
    def from_dict(cls, data: object) -> "Edits":
        """Read edits from values of JSON; anything that is not an edit is ignored."""
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
"""The edits of a file in which nothing was edited."""


@dataclass(frozen=True)
class Step:
    """A step of the work on a file: its choices and edits at that point."""

    choices: Choices = NO_CHOICES
    edits: Edits = NO_EDITS


def _is_line(text: Any) -> bool:
    return isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 12
