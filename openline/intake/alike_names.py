"""Names of channels that look alike: spellings that certainly or possibly mean one channel."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openline.intake.column_texts import Texts
from openline.intake.sides import find_aliases
from openline.record.names import folded, likeness
from openline.record.spelling import is_slip

_BETWEEN_DIGITS: Final = re.compile(r"((?<=\d)\W+(?=\d))")
_FOOTNOTES: Final = dict.fromkeys(map(ord, "¹²³⁴⁵⁶⁷⁸⁹⁰"))
_KEPT: Final = "LMNS"
"""Letters, the marks that belong to them, numbers and signs: `A+` is not `A`."""


_DIRECTIONS: Final = frozenset({"to", "from"})
_BETWEEN_NAMES: Final = frozenset({"the", "and", "of", "between"})
"""Words that add nothing to a name."""
_MOST_PARTS: Final = 4
"""The most words that another name of a party may have and still be looked for."""
_LONGEST_NAME: Final = 200
_LEAST: Final = 6
"""Words shorter than this that differ by a letter are different words: `north` and `forth`."""
_LONGEST: Final = 20
_MOST_WORDS: Final = 8
_MOST_NAMES: Final = 1_000
"""The most channels that a board shows. Among more names, or in longer words, slips are not looked
for."""
_SERIES: Final = 6
"""If more names than this differ by one word, they are a series."""


@dataclass(frozen=True)
class AlikeName:
    """A name that looks like another: how many rows have it, its other spellings, and which of
    them has the most rows."""

    name: str
    rows: int
    others: tuple[str, ...]
    most: str


def alike_names(
    texts: Texts, decided: Mapping[str, str], alike: Callable[[str], str | None] | None = None
) -> tuple[AlikeName, ...]:
    """Return the names that look like another name with more rows, or with as many rows and an
    earlier first one. `decided` are names for which another was already chosen. `alike` gives a
    key that names that look alike share, None for a name that looks like no other."""
    common = alike or _letters
    chosen = {folded(name): own for name, own in decided.items()}
    groups: dict[str, dict[str, int]] = defaultdict(dict)
    for text, rows in texts.items():
        name = chosen.get(folded(text), " ".join(text.split()))
        if (key := common(name)) is None:
            continue
        group = groups[key]
        group[name] = group.get(name, 0) + rows
    pairs = []
    for group in groups.values():
        if len(group) == 1:
            continue
        most = max(group, key=lambda name: (group[name], name == name.translate(_FOOTNOTES)))
        others = tuple(group)
        pairs += [
            AlikeName(name, group[name], tuple(o for o in others if o != name), most)
            for name in others
            if name != most
        ]
    return tuple(sorted(pairs, key=lambda item: -item.rows))


def turned_name(name: str) -> str | None:
    """Return a key shared by names that have the same words in another order, or that use another
    name of a party; None for a name that states a direction.

    >>> turned_name("US–China hotline") == turned_name("Hotline (PRC and the U.S.)")
    True
    """
    words = re.findall(r"[^\W_]+", name.replace(".", "")) if len(name) <= _LONGEST_NAME else []
    if not words or not _DIRECTIONS.isdisjoint(map(str.casefold, words)):
        return None
    said = " ".join(_with_usual_names(words)).casefold().split()
    plain = sorted(word for word in said if not _has_digit(word) and word not in _BETWEEN_NAMES)
    return " ".join([*plain, *filter(_has_digit, said)])


def _with_usual_names(words: Sequence[str]) -> Iterator[str]:
    """Yield words, with another name of a party replaced by its usual name."""
    place = 0
    while place < len(words):
        phrases = (" ".join(words[place : place + many]) for many in range(_MOST_PARTS, 0, -1))
        known = filter(None, (find_aliases([phrase]) for phrase in phrases))
        usual = next(known, {words[place]: words[place]})
        for phrase, name in usual.items():
            yield name
            place += len(phrase.split())


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def near_names(texts: Texts, decided: Mapping[str, str]) -> tuple[AlikeName, ...]:
    """Return the names that differ from another by a slip of a letter or two in one word (`Defense
    line` beside `Defence line`), where the other has more rows, or as many rows and an earlier
    first one. `decided` are names for which another was already chosen."""
    chosen = {folded(name): own for name, own in decided.items()}
    rows: dict[str, int] = defaultdict(int)
    for text, number in texts.items():
        rows[chosen.get(folded(text), " ".join(text.split()))] += number
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
    """Return the names whose one differing word is a slip of a more frequent name's, each with
    that name."""
    ranked = sorted(names, key=lambda item: -rows[item[1]])
    return {
        name: most
        for place, (word, name) in enumerate(ranked)
        for other, most in reversed(ranked[:place])
        if word != other and (is_slip(word, other) or is_slip(other, word))
    }


def _letters(name: str) -> str:
    """Return a name without what a typist adds or leaves out: "hot line" and "Hot-line" are asked
    about beside "Hotline". A mark between two numbers stays: 1-2 is not 12."""
    plain = likeness(name.translate(_FOOTNOTES) or name)
    parts = _BETWEEN_DIGITS.split(plain)
    parts[::2] = ["".join(filter(_is_kept, part)) for part in parts[::2]]
    parts[1::2] = [part.strip() or " " for part in parts[1::2]]
    return "".join(parts) or plain


def _is_kept(mark: str) -> bool:
    return unicodedata.category(mark)[0] in _KEPT
