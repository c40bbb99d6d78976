"""Text inside figures, dressed so that it is shown as it stands.

Plotly reads text as markup: every word of a record passes through `plain` or `wrapped`.
"""

import re
from typing import Final

from openline.figures.sizes import SIZES
from openline.record.direction import without_turns

__all__ = ["bold", "coloured", "cut", "lines", "plain", "wrapped"]

_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})
"""`$` as well: a pair of them could be read as a formula."""
_LINE: Final = re.compile(rf".{{1,{SIZES.hover_width}}}(?= |$)|\S{{{SIZES.hover_width}}}")
_LEAST_CUT: Final = 0.6
"""A cut at a word keeps at least this share of the room; a longer word is cut itself."""


def plain(text: object) -> str:
    """Return text that Plotly shows as it stands; a missing one is empty."""
    if not isinstance(text, str):
        return ""
    return " ".join(without_turns(text).split()).translate(_ENTITIES)


def wrapped(text: object) -> str:
    """Return text as `plain` does, in lines of at most 58 characters."""
    if not isinstance(text, str):
        return ""
    found = _LINE.findall(" ".join(without_turns(text).split()))
    return "<br>".join(line.strip().translate(_ENTITIES) for line in found)


def cut(text: str, limit: int) -> str:
    """Return undressed text of at most `limit` characters, cut at a word before an ellipsis."""
    if len(text) <= limit:
        return text
    at = text.rfind(" ", 0, limit)
    head = text[:at] if at >= limit * _LEAST_CUT else text[: limit - 1]
    return head.rstrip(" ,;:–-(") + "…"


def coloured(dressed: str, colour: str) -> str:
    """Return dressed text in a colour; an empty one stays empty."""
    return f'<span style="color:{colour}">{dressed}</span>' if dressed else ""


def bold(dressed: str) -> str:
    """Return dressed text in bold."""
    return f"<b>{dressed}</b>"


def lines(*dressed: str) -> str:
    """Return dressed texts one under another, without the empty ones."""
    return "<br>".join(filter(None, dressed))
