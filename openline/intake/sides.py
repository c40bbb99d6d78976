"""The sides of a channel in one cell: how names are separated, and one name for each party."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from babel import Locale
from babel.core import get_global

from openline.intake.arranging import in_one_line
from openline.intake.column_texts import Texts
from openline.record.columns import PARTIES_SEPARATOR

MARKS: Final[Mapping[str, str]] = {
    "/": r"\s*/\s*",
    "–": r"\s*[–—―]\s*",
    " - ": r"\s+-+\s+",
    "-": r"(?<=\w)-(?=\w)",
    ",": r"\s*,\s*",
    "and": r"\s+and\s+",
    "&": r"\s*&\s*",
    "vs": r"\s+(?:vs?\.?|versus)\s+",
    "+": r"\s*\+\s*",
    "|": r"\s*\|\s*",
    "<->": r"\s*(?:<?-+>|↔|→|⇄)\s*",
}
"""What people write between two names, and the pattern that finds it."""
_SAID: Final = {
    "–": "a dash (–)",
    " - ": "a hyphen between spaces",
    "-": "a hyphen",
    ",": "a comma",
}
_LONGEST: Final = 200
"""A longer text does not hold names."""
_ALIASES: Final[Mapping[str, str]] = {
    alias: name
    for name, aliases in {
        "United States": "US|U.S.|USA|U.S.A.|United States of America|the United States|America",
        "United Kingdom": "UK|U.K.|Great Britain|GB|Britain",
        "China": "PRC|P.R.C.|People's Republic of China|PR China|Mainland China",
        "Taiwan": "ROC|Republic of China|Chinese Taipei",
        "North Korea": "DPRK|D.P.R.K.|Democratic People's Republic of Korea|N. Korea|Korea, North"
        "|Korea (North)",
        "South Korea": "ROK|R.O.K.|Republic of Korea|S. Korea|Korea, South|Korea (South)",
        "Russia": "Russian Federation|RF",
        "Soviet Union": "USSR|U.S.S.R.",
        "East Germany": "GDR|German Democratic Republic",
        "West Germany": "FRG",
        "European Union": "EU|E.U.",
        "United Nations": "UN|U.N.",
        "United Arab Emirates": "UAE|U.A.E.",
        "Saudi Arabia": "KSA|Kingdom of Saudi Arabia",
        "Türkiye": "Turkey",
        "Myanmar": "Burma",
        "Iran": "Islamic Republic of Iran",
        "Syria": "Syrian Arab Republic",
        "Vietnam": "Viet Nam|SRV",
        "DR Congo": "DRC|Democratic Republic of the Congo|Congo-Kinshasa",
        "Czechia": "Czech Republic",
        "Palestinian Authority": "PA",
        "Laos": "Lao PDR",
        "Côte d'Ivoire": "Ivory Coast",
    }.items()
    for alias in aliases.split("|")
}
"""Other names in use for parties, each with the party's usual name."""
_MOST_PARTS: Final = 4
"""The most parts, between marks, of a name that stays whole."""
_MOST_WORDS: Final = 8
_CODES: Final = (2, 3)
"""How many letters a country's code has."""
_SHORT: Final = 3
"""A name with this many letters or fewer is recognised only in capitals: `us` is a word."""


@dataclass(frozen=True)
class SideMark:
    """A mark between names in the cells of a column: how many rows have it, and a few of the cells
    with the sides that it would give."""

    mark: str
    rows: int
    examples: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Sides:
    """How the sides in a cell of `parties` are separated, and what each is called."""

    marks: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()

    def read(self, text: str) -> str:
        """Return the sides of a cell as the format writes them; a cell to which no choice applies
        stays as it is."""
        if len(text) > _LONGEST or not (self.marks or self.aliases):
            return text
        sides = self.split(text)
        named = [self.name(side) for side in sides]
        return (
            text if named in ([], [text.strip()]) else PARTIES_SEPARATOR.join(dict.fromkeys(named))
        )

    def name(self, side: str) -> str:
        """Return what a party is called."""
        return self._known.get(side_key(side), side)

    def split(self, text: str) -> list[str]:
        """Return the sides in a cell: those separated by `;` if there is one, otherwise by the
        marks. A name that contains a mark, such as Guinea-Bissau, stays whole."""
        plain = " ".join(text.split())
        if ";" in plain:
            return [side for part in plain.split(";") if (side := part.strip())]
        cuts = [match.span() for match in self._mark.finditer(plain)] if self.marks else []
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(plain)]
        sides, place = [], 0
        while place < len(starts):
            last = next(
                (
                    at
                    for at in range(min(len(ends), place + _MOST_PARTS) - 1, place, -1)
                    if side_key(plain[starts[place] : ends[at]]) in self._whole
                ),
                place,
            )
            sides.append(plain[starts[place] : ends[last]].strip())
            place = last + 1
        return [side for side in sides if side]

    @cached_property
    def _mark(self) -> re.Pattern[str]:
        marks = sorted((mark for mark in MARKS if mark in self.marks), key=len, reverse=True)
        return re.compile("|".join(MARKS[mark] for mark in marks) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _whole(self) -> frozenset[str]:
        return country_names() | {side_key(name) for name in self.whole}

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return {side_key(alias): in_one_line(name).strip() for alias, name in self.aliases}


_NO_SIDES: Final = Sides()
_SIDES: Final = 2


def find_marks(texts: Texts, settled: Sides = _NO_SIDES, shown: int = 3) -> tuple[SideMark, ...]:
    """Return the marks that seem to separate names in the cells of a column, most frequent first.
    A side counts as a name if it is known, or if it also occurs without the mark. Cells that
    `settled` already separates need no mark."""
    cells = [text for text in texts if len(text) <= _LONGEST and len(settled.split(text)) < _SIDES]
    apart = {side_key(side) for text in texts for side in settled.split(text)}
    parted = {mark: _parted(cells, mark) for mark in MARKS}
    stands = {
        (text, side_key(one))
        for split in parted.values()
        for text, sides in split.items()
        for one in sides
    }
    keys = Counter(key for _, key in stands)
    names = apart | country_names() | {key for key, count in keys.items() if count > 1}
    marks = []
    for mark, split in parted.items():
        good = {
            text: sides
            for text, sides in split.items()
            if (any(side_key(side) in names for side in sides) or all(map(country_of_code, sides)))
            and all(map(_is_name, sides))
        }
        if good and 2 * len(good) > len(split):
            rows = sum(texts[text] for text in split)
            marks.append(SideMark(mark, rows, tuple(good.items())[:shown]))
    return tuple(sorted(marks, key=lambda item: -item.rows))


def _parted(cells: Iterable[str], mark: str) -> dict[str, tuple[str, ...]]:
    """Return the cells that a mark separates, each with its sides."""
    split = ((text, tuple(Sides((mark,)).split(text))) for text in cells)
    return {text: sides for text, sides in split if len(sides) > 1}


def find_aliases(sides: Iterable[str]) -> dict[str, str]:
    """Return those of some names that are other names of a party, each with the usual one. A
    country's code counts only beside other codes or countries: by itself it could be a word."""
    every = [*sides]
    known = sum(side_key(side) in country_names() for side in every)
    codes = {side: name for side in every if (name := country_of_code(side)) is not None}
    aliases = {side: _ALIASES[name] for side in every if (name := _alias(side)) is not None}
    return {**codes, **aliases} if len(codes) + known > 1 else aliases


def country_of_code(code: str) -> str | None:
    """Return the country with a code of two or three capitals (ISO 3166), None if there is none.

    >>> country_of_code("PRK"), country_of_code("KR"), country_of_code("us")
    ('North Korea', 'South Korea', None)
    """
    if not (code.isascii() and code.isalpha() and code.isupper() and len(code) in _CODES):
        return None
    (short, *others) = get_global("territory_aliases").get(code, [code])
    name = Locale("en").territories.get(short)
    return None if others or name is None else _ALIASES.get(name, name.partition(" (")[0])


def mark_words(mark: str) -> str:
    """Return what a mark is called in a sentence."""
    return _SAID.get(mark, f"“{mark}”")


def side_key(name: str) -> str:
    """Return a name for comparison: without regard to case, full stops and kinds of "and"."""
    return " ".join(name.casefold().replace("&", " and ").replace(".", "").split())


@cache
def country_names() -> frozenset[str]:
    """Return the English names of countries and territories, and other names of parties, in the
    form of `side_key`."""
    territories = Locale("en").territories
    names = [name for code, name in territories.items() if not str(code).isdigit()]
    return frozenset(map(side_key, (*names, *_ALIASES, *_ALIASES.values())))


def _alias(side: str) -> str | None:
    """Return the usual name of a party known by this name; a short name has to be in capitals."""
    key = side_key(side)
    if len(key) <= _SHORT and side.upper() != side:
        return None
    return _BY_KEY.get(key)


def _is_name(side: str) -> bool:
    return any(letter.isalpha() for letter in side) and len(side.split()) <= _MOST_WORDS


_BY_KEY: Final = {side_key(alias): alias for alias in _ALIASES}
