"""Text inside figures, dressed so that Plotly shows it literally.

Plotly reads text as markup, so every word of a record goes through `escaped` or `wrapped`.
"""

import re
from typing import Final

from openline.figures.sizes import SIZES
from openline.record.direction import apart, marked
from openline.record.hidden import visible

_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})
"""`$` as well: Plotly could read text between two of them as a formula."""
_LINE: Final = re.compile(rf".{{1,{SIZES.hover_width}}}(?= |$)|\S{{{SIZES.hover_width}}}")


def escaped(text: object) -> str:
    """Return text that Plotly shows literally; a missing value is empty.

    Right-to-left text is isolated, so that it does not change places with the name or the number
    beside it.
    """
    if not isinstance(text, str):
        return ""
    words = " ".join(visible(text).split()).translate(_ENTITIES)
    named = apart(words)
    return marked(words) if named == words else named


def wrapped(text: object) -> str:
    """Return text as `escaped` does, but in lines of at most 58 characters."""
    if not isinstance(text, str):
        return ""
    lines = _LINE.findall(" ".join(visible(text).split()))
    return "<br>".join(apart(line.strip().translate(_ENTITIES)) for line in lines)


def coloured(dressed: str, colour: str) -> str:
    """Return dressed text in a colour; empty text stays empty."""
    return f'<span style="color:{colour}">{dressed}</span>' if dressed else ""


def bold(dressed: str) -> str:
    """Return dressed text in bold."""
    return f"<b>{dressed}</b>"


def lines(*dressed: str) -> str:
    """Return dressed texts one below another, without empty ones."""
    return "<br>".join(filter(None, dressed))
