"""The project's own written pages, as markup: the few forms of Markdown that they use.

Nothing of a record is read in this way; a page of the board hands the same text to Streamlit.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from openline.markup.text import Markup, joined, tag

_INLINE: Final = re.compile(r"\*\*([^*]{1,200})\*\*|\*([^*]{1,200})\*|`([^`]{1,200})`")
"""A part has at most 200 characters, so that a mark that is never closed costs no long search."""
_NAMES: Final = ("strong", "em", "code")


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a written page: its heading and its text, as Markdown."""

    title: str
    text: str


def split_passages(page: str) -> tuple[Passage, ...]:
    """Split a page at its second headings; what is before the first has no title."""
    body = page.partition("\n")[2] if page.startswith("# ") else page
    first, *rest = re.split(r"^## ", body, flags=re.MULTILINE)
    parts = [Passage("", first.strip())] if first.strip() else []
    for part in rest:
        title, _, inside = part.partition("\n")
        parts.append(Passage(title.strip(), inside.strip()))
    return tuple(parts)


def anchor_of(title: str) -> str:
    """Return what a heading is called in an address.

    >>> anchor_of("The as-of day")
    'the-as-of-day'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")


def written(text: str) -> Markup:
    """Return the paragraphs, lists, quotations and tables of a passage."""
    return joined(_block(block) for block in re.split(r"\n\s*\n", text.strip()))


def _block(block: str) -> Markup:
    """Return a block, whose lines may be of several kinds, such as a paragraph and a list."""
    lines = block.splitlines()
    kinds = groupby(_kinds(lines), key=lambda item: item[0])
    return joined(make([line for _, line in part]) for make, part in kinds)


def _kinds(lines: list[str]) -> Iterator[tuple[Callable[[list[str]], Markup], str]]:
    """Yield each line after the function that makes its block; an indented one continues the block
    before."""
    made = _paragraph
    for line in lines:
        marked = {"- ": _list, "> ": _quote, "| ": _table}.get(line[:2])
        made = marked or (made if line.startswith("  ") else _paragraph)
        yield made, line


def _paragraph(lines: list[str]) -> Markup:
    return tag("p", _inline("\n".join(lines)))


def _quote(lines: list[str]) -> Markup:
    return tag("blockquote", _paragraph([line[2:] for line in lines]))


def _list(lines: list[str]) -> Markup:
    items = re.split(r"^- ", "\n".join(lines), flags=re.MULTILINE)[1:]
    return tag("ul", [tag("li", _inline(item)) for item in items])


def _table(lines: list[str]) -> Markup:
    heads, _, *rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]
    head = tag("tr", [tag("th", _inline(cell), scope="col") for cell in heads])
    body = [tag("tr", [tag("td", _inline(cell)) for cell in row]) for row in rows]
    return tag("table", (tag("thead", head), tag("tbody", body)))


def _inline(text: str) -> Markup:
    """Return a text with its bold, italic and code parts as elements."""
    parts, at = list[str](), 0
    for found in _INLINE.finditer(text):
        inner = found[found.lastindex or 0]
        name = _NAMES[(found.lastindex or 1) - 1]
        parts += [text[at : found.start()], tag(name, inner)]
        at = found.end()
    return joined(*parts, text[at:])
