"""Text inside figures, dressed so that it is shown as it stands.

Plotly reads text as markup: every word of a record passes through `plain` or `wrapped`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final
from unicodedata import category, east_asian_width

from openline.figures.sizes import SIZES
from openline.record.hidden import visible

_Names = tuple[str, str]
_Way = Callable[[str, float], str]
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})
"""`$` as well: a pair of them could be read as a formula."""
_FROM_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_APART, _APART_END = "\u2068", "\u2069"
"""The marks around text whose direction is its own."""
_LINE: Final = re.compile(rf".{{1,{SIZES.hover_width}}}(?= |$)|\S{{{SIZES.hover_width}}}")
_WORD: Final = re.compile(r" ?[^ –-]+[–-]?| ?[–-]")
_LEAST_CUT: Final = 0.6
"""A cut at a word keeps at least this share of the room; a longer word is cut itself."""
_WIDTHS: Final = (
    ("ijlI|'‘’", 0.48),
    (".,:;! ft()[]/r-", 0.62),
    ("cksvxyz", 1.02),
    ("mwCDGHKNOQRU&", 1.5),
    ("ABEFJLPSTVXYZ", 1.34),
    ("MW@%…—", 1.9),
)
"""How wide letters are in common typefaces; a usual letter of running text counts as 1."""
_LETTERS: Final = {letter: width for letters, width in _WIDTHS for letter in letters}
_LETTER: Final = 1.12
_CAPITAL: Final = 1.36
_WIDE: Final = 2.1
_OTHER: Final = 1.36
_LATIN: Final = 0x250


def escaped(text: object) -> str:
    """Return text that Plotly shows as it stands; a missing one is empty.

    What is written from right to left is set apart, so that it does not change places with the
    name or the number beside it.
    """
    if not isinstance(text, str):
        return ""
    words = " ".join(visible(text).split()).translate(_ENTITIES)
    return f"{_APART}{words}{_APART_END}" if _FROM_RIGHT.search(words) else words


def wrapped(text: object) -> str:
    """Return text as `plain` does, in lines of at most 58 characters."""
    if not isinstance(text, str):
        return ""
    lines = _LINE.findall(" ".join(visible(text).split()))
    return "<br>".join(line.strip().translate(_ENTITIES) for line in lines)


def wrapped_to(text: str, limit: float) -> list[str]:
    """Return undressed text in lines at most as wide as so many usual letters, parted between
    words and after dashes; a longer word is parted itself."""
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
    """Return undressed text that is at most as wide as `limit` usual letters, cut at a word
    before an ellipsis."""
    fits = _fitting(text, limit)
    if fits == len(text):
        return text
    fits = _fitting(text, limit - 1)
    at = max(text.rfind(" ", 0, fits + 1), text.rfind("-", 0, fits))
    head = text[:at] if measure(text[: max(at, 0)]) >= limit * _LEAST_CUT else text[:fits]
    return head.rstrip(" ,;:–-(") + "…"


def cut_apart(texts: Iterable[str], limit: float) -> dict[str, str]:
    """Return each text as `fitted` does; those that would look the same are cut in the middle, so
    that their ends tell them apart."""
    names = cut_rows_apart(
        ((text, "") for text in texts), lambda row, way: (way(row[0], limit), "")
    )
    return {text: short for (text, _), (short, _) in names.items()}


def cut_rows_apart(
    rows: Iterable[_Names], cut_row: Callable[[_Names, _Way], _Names]
) -> dict[_Names, _Names]:
    """Return the names of each row, of parties and of a channel, as `cut_row` cuts them in a way
    that it is given; rows that would look the same are cut in the middle."""
    short = {row: cut_row(row, fitted) for row in dict.fromkeys(rows)}
    many = Counter(short.values())
    return {
        row: cut_row(row, _cut_middle) if many[words] > 1 else words for row, words in short.items()
    }


def _cut_middle(text: str, limit: float) -> str:
    """Return a text without its middle, at most as wide as so many usual letters."""
    if _fitting(text, limit) == len(text):
        return text
    half = (limit - measure("…")) / 2
    head, tail = text[: _fitting(text, half)], text[::-1][: _fitting(text[::-1], half)][::-1]
    return f"{head.rstrip()}…{tail.lstrip()}"


def measure(text: str) -> float:
    """Return about how wide text is, in usual letters."""
    return sum(map(_width, text))


def _fitting(text: str, limit: float) -> int:
    """How many of the first characters are together no wider than a limit."""
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


def coloured(dressed: str, colour: str) -> str:
    """Return dressed text in a colour; an empty one stays empty."""
    return f'<span style="color:{colour}">{dressed}</span>' if dressed else ""


def bold(dressed: str) -> str:
    """Return dressed text in bold."""
    return f"<b>{dressed}</b>"


def lines(*dressed: str) -> str:
    """Return dressed texts one under another, without the empty ones."""
    return "<br>".join(filter(None, dressed))
