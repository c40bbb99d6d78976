"""Names that are written from right to left, set apart from what stands beside them.

The board writes from left to right. Two such names in a row would be read from the right, so that
the second stood first, and a number after them would move to their other side.
"""

import re
from typing import Final

_RIGHT: Final = (
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NAME: Final = f"{_RIGHT}+(?:[ '’-]{_RIGHT}+)*"
_SIDE: Final = f"(?:(?<=–){_NAME}|{_NAME}(?=–))"
_ANY: Final = re.compile(_RIGHT)
_NAMES: Final = re.compile(f"({_NAME})")
_SIDES: Final = re.compile(f"({_SIDE})")
_LETTER: Final = re.compile(r"[^\W\d_]")
_BEGIN, _END = "\u2068", "\u2069"
"""The marks around text whose direction is its own."""


def from_right(text: str) -> bool:
    """Whether anything in a text is written from right to left."""
    return not text.isascii() and _ANY.search(text) is not None


def parted(text: str) -> list[str]:
    """Return the pieces of a text, of which every second one is a name to be set apart.

    In a text that begins from the left each name from the right is one. One that begins from the
    right may be whole sentences, which have their own order: there only sides at a dash are.

    >>> parted("3 of \u05d0\u2013\u05d1")
    ['3 of ', '\u05d0', '\u2013', '\u05d1', '']
    """
    if not from_right(text):
        return [text]
    first = _LETTER.search(text)
    is_from_right = first is not None and _ANY.match(first[0]) is not None
    return (_SIDES if is_from_right else _NAMES).split(text)


def apart(text: str) -> str:
    """Return text with the marks of Unicode around its names from the right."""
    pieces = parted(text)
    pieces[1::2] = map(marked, pieces[1::2])
    return "".join(pieces)


def marked(text: str) -> str:
    """Return a whole text between those marks, where anything in it is from the right."""
    return f"{_BEGIN}{text}{_END}" if from_right(text) else text
