"""Markup: the one module that dresses text for HTML, on a page or in a file.

Whatever a record or an address says is shown as text. What is dressed is `Markup`, a type of its
own, so that nothing is dressed twice and nothing is forgotten.
"""

import calendar
import re
from collections.abc import Iterable
from typing import Final, TypeAlias

import markupsafe

from openline.record.direction import parted
from openline.record.hidden import visible
from openline.sentences.runs import Run, Text

_DASH: Final = "–"
_UNBROKEN: Final = 24
"""Fewer characters than these stay on one line."""
_MONTH: Final = f"(?:{'|'.join(calendar.month_abbr[1:])})"
_COUNTED: Final = "(?:days?|d|yr|%)"
_PIECE: Final = re.compile(
    r"(\(?(?:"
    rf"(?:\d{{1,2}}(?:–\d{{1,2}})? )?{_MONTH}(?: \d{{4}})?(?: –|\b[^\s–]*)"
    rf"|\d[\d,.]*(?:–[\d,.]+)? {_COUNTED}\b[^\s–]*"
    r"|\d{4}-\d\d(?:-\d\d)?\b[^\s–]*"
    r")|\S+)"
)
"""A date, a length, or a word, with the marks that are at them."""
_EMPTY: Final = ("img", "input")
"""The elements that have nothing within, and no end."""
_ISO: Final = re.compile(r"\(?\d{4}-\d\d")
_MEANT: Final = re.compile("[&<>\"']")
"""What HTML would not show as it stands."""


class Markup(markupsafe.Markup):
    """Text dressed for HTML. Plain text that is joined to it is escaped, as `escape` does."""

    __slots__ = ()

    @classmethod
    def escape(cls, text: object, /) -> "Markup":
        """Return text that HTML shows as it stands; a missing value is empty."""
        return text if isinstance(text, Markup) else cls(_escaped(text))


_Value: TypeAlias = str | float | None
Child: TypeAlias = "str | Iterable[Child]"
"""What is within an element: markup as it is, text escaped, and several of them in a row."""

escape: Final = Markup.escape
NOTHING: Final = Markup()
BREAK: Final = Markup("<br>")


def joined(*parts: Child) -> Markup:
    """Return parts one after the other."""
    return Markup("".join(map(_dressed, parts)))


def tag(name: str, inner: Child = "", style_class: str = "", /, **attributes: _Value) -> Markup:
    """Return an element. An attribute that is None or False is left out, True stands bare."""
    start = f'{name} class="{_escaped(style_class)}"' if style_class else name
    for item in attributes.items():
        start += _attribute(*item)
    return Markup(f"<{start}>" if name in _EMPTY else f"<{start}>{_dressed(inner)}</{name}>")


def section_of(title: str, *parts: Child) -> Markup:
    """Return a section of a document under its title."""
    return tag("section", (tag("h2", title), parts))


def rich(text: Text | Iterable[Run]) -> Markup:
    """Return runs as spans, each of the class of its role; short ones stay on one line, and
    so do the pieces of `unbroken`."""
    return joined(map(_span, text))


def unbroken(text: object) -> Markup:
    """Return text as `escape` does, with its dates, its lengths and its short words that a
    dash joins kept each on one line."""
    pieces = parted(_shown(text))
    parts = [_in_pieces(words.removesuffix(_DASH)) for words in pieces[:-1:2]]
    names = [_name(words, before) for before, words in zip(pieces[::2], pieces[1::2], strict=False)]
    paired = (part for both in zip(parts, names, strict=True) for part in both)
    return joined(*paired, _in_pieces(pieces[-1]))


def _in_pieces(words: str) -> Markup:
    parts = _PIECE.split(words)
    return joined(_one_line(part) if i % 2 else escape(part) for i, part in enumerate(parts))


def _name(words: str, before: str = "") -> Markup:
    """Return a name from the right, which changes places with nothing, on one line with a dash at
    the end of what stands `before`."""
    name = tag("bdi", escape(words))
    if not before.endswith(_DASH):
        return name
    kept = "ol-one-line" if len(words) < _UNBROKEN else ""
    return tag("span", (_DASH, name), kept)


def _shown(text: object) -> str:
    """Return a value as text in which everything can be seen; a missing one is empty."""
    if isinstance(text, str):
        return visible(text)
    return "" if text is None or text != text else str(text)


def _escaped(text: object) -> str:
    """Return what `escape` does as a plain string: a page is made of tens of thousands of them,
    of which few have anything that must be escaped."""
    if isinstance(text, Markup):
        return text
    shown = _shown(text)
    return str(markupsafe.escape(shown)) if _MEANT.search(shown) else shown


def _dressed(part: Child) -> str:
    if isinstance(part, Markup):
        return part
    if isinstance(part, str) or not isinstance(part, Iterable):
        pieces = parted(_shown(part))
        return "".join(_name(it) if i % 2 else _escaped(it) for i, it in enumerate(pieces))
    return "".join(map(_dressed, part))


def _attribute(name: str, value: _Value) -> str:
    if value is None or value is False:
        return ""
    named = f" {name.rstrip('_').replace('_', '-')}"
    return named if value is True else f'{named}="{_escaped(value)}"'


def _span(run: Run) -> Markup:
    if not run.role:
        return unbroken(run.text)
    if len(run.text) < _UNBROKEN:
        return tag("span", run.text, f"ol-{run.role} ol-one-line")
    return tag("span", unbroken(run.text), f"ol-{run.role}")


def _one_line(piece: str) -> Markup:
    """Return a piece as it stands, or kept on one line: where it has blanks or hyphens within
    a date, or is a short pair that a dash joins, as the sides of parties are."""
    is_pair = len(piece) < _UNBROKEN and "–" in piece.strip("–")
    kept = is_pair or " " in piece or _ISO.match(piece)
    return tag("span", piece, "ol-one-line") if kept else escape(piece)
