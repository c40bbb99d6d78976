"""Names in figures: measured in usual letters, cut to fit so that different names look different,
and split into lines where a picture gives them in full."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar
from unicodedata import category, east_asian_width

import pandas as pd

from openline.figures.canvas import Drawing, annotation
from openline.figures.markup import bold, coloured, escaped, lines, wrapped
from openline.figures.sizes import SIZES
from openline.figures.theme import Theme
from openline.record.columns import CHANNEL, PARTIES
from openline.sentences.runs import show_sides

Pair = tuple[str, str]
"""The names of a row's parties and of its channel; either may be empty."""
_Way = Callable[[str, float], str]
_Whole = TypeVar("_Whole", str, Pair)
_WORD: Final = re.compile(r" ?[^ –-]+[–-]?| ?[–-]")
_LEAST_CUT: Final = 0.6
"""A cut between words keeps at least this share of the room; otherwise a word is cut."""
_BOLD: Final = 0.93
"""How many letters of bold text fit in the width of one usual letter."""
_LEAST_NAME: Final = 8
"""The fewest letters of a channel worth showing where no room is reserved for it."""
_MOST_IN_FULL: Final = 200
"""The most letters of a name that a picture gives in full."""
_REMEMBERED: Final = 8_192
"""How many texts are remembered as measured: a page draws the same names again and again."""
_WIDTHS: Final = (
    ("ijlI|'‘’", 0.48),
    (".,:;! ft()[]/r-", 0.62),
    ("cksvxyz", 1.02),
    ("mwCDGHKNOQRU&", 1.5),
    ("ABEFJLPSTVXYZ", 1.34),
    ("MW@%…—", 1.9),
)
"""The widths of letters in common typefaces; a usual letter of running text counts as 1."""
_LETTERS: Final = {letter: width for letters, width in _WIDTHS for letter in letters}
_LETTER: Final = 1.12
_CAPITAL: Final = 1.36
_WIDE: Final = 2.1
_OTHER: Final = 1.36
_LATIN: Final = 0x250


@dataclass(frozen=True, slots=True)
class Name:
    """The parties and the channel of a row, in full and as cut."""

    parties: str
    channel: str
    cut_parties: str
    cut_channel: str

    @property
    def is_cut(self) -> bool:
        """Whether either of them is cut."""
        return (self.cut_parties, self.cut_channel) != (self.parties, self.channel)

    def dressed(self, muted: str) -> str:
        """Return the text to show: the channel, muted where it follows parties, or parties in
        bold."""
        parties, channel = escaped(self.cut_parties), escaped(self.cut_channel)
        if not self.channel:
            return bold(parties)
        return f"{parties} {coloured(channel, muted)}".rstrip() if parties else channel

    def hover(self) -> str:
        """Return the full name, the channel below its parties."""
        return lines(wrapped(self.parties), wrapped(self.channel))


def names_of(rows: pd.DataFrame, several: bool, limit: float, left: float | None) -> list[Name]:
    """Return the name of each row of a figure, with its parties where there are `several`; see
    `cut_names`. Columns: `parties, channel`."""
    parties = [show_sides(sides) if several else "" for sides in rows[PARTIES]]
    return cut_names(zip(parties, rows[CHANNEL].astype("str"), strict=True), limit, left)


def cut_names(pairs: Iterable[Pair], limit: float, left: float | None = 0) -> list[Name]:
    """Return names cut to a line of `limit` usual letters; names that would look the same are cut
    in the middle, so that their ends tell them apart.

    `left`: how many letters long names of parties leave to the channel. With 0, a channel is left
    out where too little of it would show; with None, parties and channel each have a line of their
    own.
    """

    def cut(pair: Pair, way: _Way) -> Pair:
        parties, channel = pair
        if left is None:
            return way(parties, limit), way(channel, limit)
        if not channel:
            return way(parties, int(limit * _BOLD)), ""
        cut_parties = way(parties, max(limit - left, limit - measure(channel) - 1))
        room = limit - measure(cut_parties) - 1 if parties else limit
        return cut_parties, way(channel, room) if left or room >= _LEAST_NAME else ""

    listed = list(pairs)
    short = _apart(listed, cut)
    return [Name(*pair, *short[pair]) for pair in listed]


def cut_apart(texts: Iterable[str], limit: float) -> dict[str, str]:
    """Return each text as `fitted` does; texts that would look the same are cut in the middle, so
    that their ends tell them apart."""
    return _apart(texts, lambda text, way: way(text, limit))


def _apart(wholes: Iterable[_Whole], cut: Callable[[_Whole, _Way], _Whole]) -> dict[_Whole, _Whole]:
    """Return each whole text as cut at its end, or in the middle where another would look the
    same."""
    short = {whole: cut(whole, fitted) for whole in dict.fromkeys(wholes)}
    many = Counter(short.values())
    return {
        whole: cut(whole, _cut_middle) if many[words] > 1 else words
        for whole, words in short.items()
    }


def name_label(name: Name, y: float, theme: Theme, limit: float, xshift: float) -> Drawing:
    """Return a name at the left of its row, at a height in pixels; where it is cut, the hover text
    has the full name, and a saved picture continues it below."""
    more: Drawing = {}
    if name.is_cut:
        whole = name_in_full(name.parties, name.channel, limit, theme.muted)
        more = {"hovertext": name.hover(), "name": whole}
    text = name.dressed(theme.muted)
    return annotation(text, y, SIZES.name_type, theme.text, xshift=xshift, **more)


def name_in_full(parties: str, channel: str, limit: float, muted: str) -> str:
    """Return a full name for `with_whole_names`: parties and channel in lines at most `limit` usual
    letters wide, the channel in the `muted` colour where it follows parties."""
    sides, names = in_lines(parties, limit), in_lines(channel, limit)
    return lines(*sides, *(coloured(name, muted) if sides else name for name in names))


def in_lines(name: str, limit: float) -> list[str]:
    """Return a name as dressed text, in lines at most `limit` usual letters wide."""
    return [escaped(line) for line in _parted(name[:_MOST_IN_FULL], limit)]


def _parted(text: str, limit: float) -> list[str]:
    """Return undressed text in lines at most `limit` usual letters wide, split between words and
    after dashes; a word that is longer is split too."""
    parts, line = list[str](), ""
    for word in _WORD.findall(" ".join(text.split())):
        joined = line + word if line else word.lstrip()
        if line and measure(joined) > limit:
            parts.append(line)
            joined = word.lstrip()
        while (fits := max(_fitting(joined, limit), 1)) < len(joined):
            parts.append(joined[:fits])
            joined = joined[fits:]
        line = joined
    return [*parts, line] if line else parts


def fitted(text: str, limit: float) -> str:
    """Return undressed text at most `limit` usual letters wide, cut between words and ending in an
    ellipsis."""
    fits = _fitting(text, limit)
    if fits == len(text):
        return text
    fits = _fitting(text, limit - 1)
    at = max(text.rfind(" ", 0, fits + 1), text.rfind("-", 0, fits))
    head = text[:at] if measure(text[: max(at, 0)]) >= limit * _LEAST_CUT else text[:fits]
    return head.rstrip(" ,;:–-(") + "…"


def _cut_middle(text: str, limit: float) -> str:
    """Return a text without its middle, at most `limit` usual letters wide."""
    if _fitting(text, limit) == len(text):
        return text
    half = (limit - measure("…")) / 2
    head, tail = text[: _fitting(text, half)], text[::-1][: _fitting(text[::-1], half)][::-1]
    return f"{head.rstrip()}…{tail.lstrip()}"


@lru_cache(_REMEMBERED)
def measure(text: str) -> float:
    """Return the approximate width of text, in usual letters."""
    return sum(map(_width, text))


@lru_cache(_REMEMBERED)
def _fitting(text: str, limit: float) -> int:
    """Return how many of the first characters fit within a limit."""
    used = 0.0
    for at, letter in enumerate(text):
        used += _width(letter)
        if used > limit:
            return at
    return len(text)


def _width(letter: str) -> float:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if ord(letter) < _LATIN:
        return _CAPITAL if letter.isupper() else _LETTER
    if east_asian_width(letter) in "WF" or category(letter) == "So":
        return _WIDE
    return 0.0 if category(letter) in ("Mn", "Cf") else _OTHER
