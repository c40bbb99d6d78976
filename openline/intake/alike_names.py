"""Names of channels that look alike: spellings that are probably of one, or may be."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openline.intake.column_texts import Texts
from openline.record.names import likeness
from openline.record.spelling import is_slip

_BETWEEN_DIGITS: Final = re.compile(r"((?<=\d)\W+(?=\d))")
_KEPT: Final = "LMNS"
"""Letters, the marks that belong to them, numbers and signs: `A+` is not `A`."""


_LEAST: Final = 6
"""Shorter words that differ by a letter are words of their own: `north` and `forth`."""
_LONGEST: Final = 20
_MOST_WORDS: Final = 8
_MOST_NAMES: Final = 1_000
"""As many channels as a board shows. Among more, and in longer words, no slips are looked for."""
_SERIES: Final = 6
"""More names that differ by one word are a series of names."""


@dataclass(frozen=True)
class AlikeName:
    """A name that looks like another one: in how many rows it stands, the other spellings of it,
    and which of them stands in most rows."""

    name: str
    rows: int
    others: tuple[str, ...]
    most: str


def alike_names(texts: Texts, decided: Mapping[str, str]) -> tuple[AlikeName, ...]:
    """Return the names that look like another one which stands in more rows, or in as many and
    earlier; `known` are names that another one was chosen for already."""
    chosen = {name.strip().casefold(): own for name, own in decided.items()}
    groups: dict[str, dict[str, int]] = defaultdict(dict)
    for text, rows in texts.items():
        name = chosen.get(text.casefold(), " ".join(text.split()))
        group = groups[_letters(name)]
        group[name] = group.get(name, 0) + rows
    pairs = []
    for group in groups.values():
        if len(group) == 1:
            continue
        most = max(group, key=lambda name: group[name])
        others = tuple(group)
        pairs += [
            AlikeName(name, group[name], tuple(o for o in others if o != name), most)
            for name in others
            if name != most
        ]
    return tuple(sorted(pairs, key=lambda item: -item.rows))


def near_names(texts: Texts, decided: Mapping[str, str]) -> tuple[AlikeName, ...]:
    """Return the names that are another one with a letter or two that are wrong in one word,
    `Defense line` beside `Defence line`, where the other stands in more rows, or in as many and
    earlier. `known` are names that another one was chosen for already."""
    chosen = {name.strip().casefold(): own for name, own in decided.items()}
    rows: dict[str, int] = defaultdict(int)
    for text, number in texts.items():
        rows[chosen.get(text.casefold(), " ".join(text.split()))] += number
    if len(rows) > _MOST_NAMES:
        return ()
    beside: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for name in rows:
        words = name.casefold().split()
        for place, word in enumerate(words[:_MOST_WORDS]):
            if _LEAST <= len(word) <= _LONGEST and word.isalpha():
                beside[*words[:place], "", *words[place + 1 :]].append((word, name))
    nearest: dict[str, str] = {}
    for names in beside.values():
        if 1 < len(names) <= _SERIES:
            nearest |= _near(names, rows)
    return tuple(AlikeName(name, rows[name], (most,), most) for name, most in nearest.items())


def _near(names: list[tuple[str, str]], rows: Mapping[str, int]) -> dict[str, str]:
    """Return the names whose one word is that of a more frequent name with a slip, and that."""
    ranked = sorted(names, key=lambda item: -rows[item[1]])
    return {
        name: most
        for place, (word, name) in enumerate(ranked)
        for other, most in reversed(ranked[:place])
        if word != other and (is_slip(word, other) or is_slip(other, word))
    }


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
