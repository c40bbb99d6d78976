"""Names of channels that look alike: spellings that are probably of one."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openline.intake.column_texts import Texts
from openline.record.names import likeness

__all__ = ["AlikeName", "alike_names"]

_BETWEEN_DIGITS: Final = re.compile(r"((?<=\d)\W+(?=\d))")
_KEPT: Final = "LMNS"
"""Letters, the marks that belong to them, numbers and signs: `A+` is not `A`."""


@dataclass(frozen=True)
class AlikeName:
    """A name that looks like another one: in how many rows it stands, the other spellings of it,
    and which of them stands in most rows."""

    name: str
    rows: int
    others: tuple[str, ...]
    most: str


def alike_names(texts: Texts, known: Mapping[str, str]) -> tuple[AlikeName, ...]:
    """Return the names that look like another one which stands in more rows, or in as many and
    earlier; `known` are names that another one was chosen for already."""
    chosen = {name.strip().casefold(): own for name, own in known.items()}
    groups: dict[str, dict[str, int]] = defaultdict(dict)
    for text, rows in texts.items():
        name = chosen.get(text.casefold(), " ".join(text.split()))
        group = groups[_letters(name)]
        group[name] = group.get(name, 0) + rows
    found = []
    for group in groups.values():
        if len(group) == 1:
            continue
        most = max(group, key=lambda name: group[name])
        others = tuple(group)
        found += [
            AlikeName(name, group[name], tuple(o for o in others if o != name), most)
            for name in others
            if name != most
        ]
    return tuple(sorted(found, key=lambda item: -item.rows))


def _letters(name: str) -> str:
    """Return what is left of a name without what a hand adds or leaves out: "hot line" and
    "Hot-line" are asked about beside "Hotline". What parts two numbers stays: 1-2 is not 12."""
    plain = likeness(name)
    parts = _BETWEEN_DIGITS.split(plain)
    parts[::2] = ["".join(filter(_is_kept, part)) for part in parts[::2]]
    parts[1::2] = [part.strip() or " " for part in parts[1::2]]
    return "".join(parts) or plain


def _is_kept(mark: str) -> bool:
    return unicodedata.category(mark)[0] in _KEPT
