"""Addresses that nobody would write: those of the board, mutated."""

import random
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import quote

from openline.view.parameters import PARAMETERS

__all__ = ["mutated"]

_SOUND: Final = (
    "",
    "record=Gulf+lines%403&asof=2023-10-05",
    "parties=China%3B+United+States&level=military&level=political&confidence=confirmed",
    "channel=Defence+ministers&parties=China%3B+United+States&from=2022-10-05&to=2023-10-05",
    "range=25y&sort=length&page=2&causes=on&fresh=on&carry=365",
    "min_days=90&window=30&moves=openings&by=cause&until=open&cause=Pelosi+visit&against=2",
)
_NAMES: Final = (
    *(parameter.name for parameter in PARAMETERS),
    "partys",
    "",
    "a" * 300,
    "__proto__",
)
_PIECES: Final = (
    *("", " ", "0", "-1", "99999999999999999999", "1e9", "٣", "²", "NaN", "null", "on", "latest"),
    *("2023-02-30", "0000-00-00", "9999-12-31", "2023-10-05/2023-10-06", "2023-10-05T00:00"),
    *("Gulf@@3", "@", "@1", "x@0", "../../etc/passwd", "'; drop table records; --", "${7*7}"),
    *("<script>alert(1)</script>", "[a](javascript:alert(1))", ":material/home:", "=1+1", "%s%n"),
    *("\x00", "\x1b[31m", "\u202egnp.exe", "\ufeff", "\ufffe", "🏳️\u200d🌈", "é" * 501, "&" * 3_000),
    *(";" * 2_000, "a;" * 600, "\n" * 400, "ab" * 250, "%" * 200, "\\" * 200, "(" * 200),
)
_RAW: Final = ("%", "%zz", "%ff%fe", "%ed%a0%80", "&&&&", "=", "==", "&=&", "+", "#", "%00", ";")


def mutated(seed: int, count: int) -> Iterator[str]:
    """Give so many queries, as they stand in an address after its question mark; the same ones
    for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a test needs no secrecy
    for _ in range(count):
        query = chance.choice(_SOUND)
        for _ in range(chance.randint(1, 6)):
            query = chance.choice(_MUTATIONS)(query, chance)
        yield query


def _another_value(query: str, chance: random.Random) -> str:
    name, piece = chance.choice(_NAMES), chance.choice(_PIECES)
    return f"{query}&{quote(name)}={quote(piece)}"


def _raw_piece(query: str, chance: random.Random) -> str:
    place = chance.randint(0, len(query))
    return query[:place] + chance.choice(_RAW) + query[place:]


def _without_some(query: str, chance: random.Random) -> str:
    place = chance.randint(0, len(query))
    return query[:place] + query[place + chance.randint(1, 8) :]


def _twice(query: str, chance: random.Random) -> str:
    return "&".join([query] * chance.randint(2, 4)) if len(query) < 20_000 else query


def _many_values(query: str, chance: random.Random) -> str:
    name = quote(chance.choice(_NAMES))
    return query + "".join(f"&{name}={place}" for place in range(chance.randint(2, 120)))


def _other_letter(query: str, chance: random.Random) -> str:
    place = chance.randint(0, len(query))
    return query[:place] + quote(chr(chance.choice([*range(1, 0x250), *range(0x2000, 0x2070)])))


_MUTATIONS: Final[tuple[Callable[[str, random.Random], str], ...]] = (
    _another_value,
    _another_value,
    _raw_piece,
    _without_some,
    _twice,
    _many_values,
    _other_letter,
)
