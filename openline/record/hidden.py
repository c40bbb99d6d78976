"""Characters that are not part of a text: controls, marks of direction, those that cannot be
seen, and what stands for lost ones.

They make two names look the same, turn round what is beside them, or break a picture. A
file keeps them as they are; whatever is shown of it has `visible` text.
"""

import os
import re
import unicodedata
from typing import Final

HIDDEN: Final = (
    "["
    "\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffd-\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
"""A pattern of one of them. A tab and line ends are none, and a NUL is an error of its own."""
_HIDDEN: Final = re.compile(HIDDEN)
_JOINER: Final = "(?<=[\u0600-\U0010ffff])[\u200c\u200d](?=[\u0600-\U0010ffff])"
"""A mark that joins or parts letters of scripts that need it, or makes one picture of two."""
_JOINERS: Final = re.compile(_JOINER)
_TO_SHOW: Final = re.compile(f"({_JOINER})|{HIDDEN}|\x00")
_LOST: Final = "\ufffd"
_CONTROL_NAMES: Final = {"\x1b": "escape", "\x7f": "delete", "\x08": "backspace"}


def hidden_names(text: str) -> tuple[str, ...]:
    """Return the names of the characters in a text that cannot be seen, each once, in order.

    >>> hidden_names("line \u202edereves")
    ('right-to-left override (U+202E)',)
    """
    marks = dict.fromkeys(_HIDDEN.findall(_JOINERS.sub("", text)))
    return tuple(f"{_name(mark)} (U+{ord(mark):04X})" for mark in marks)


def visible(text: str) -> str:
    """Return a text as it is shown: `�` is where there is what cannot be seen.

    >>> visible("\u202egnp.exe")
    '�gnp.exe'
    """
    if text.isascii() and text.isprintable():
        return text
    return _TO_SHOW.sub(lambda match: match[1] or _LOST, text)


def visible_name(name: str) -> str:
    """Return what the system calls something, such as a file, as it is shown: `�` stands for its
    bytes that are not characters too."""
    return visible(os.fsencode(name).decode("utf-8", "replace"))


def without_hidden(text: str) -> str:
    """Return a text without the characters that cannot be seen."""
    return _HIDDEN.sub("", text)


def _name(mark: str) -> str:
    name = _CONTROL_NAMES.get(mark, "control character")
    return unicodedata.name(mark, name).lower()
