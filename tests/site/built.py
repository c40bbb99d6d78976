"""Sites of small records, and how their pages are read."""

import os
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from openline.site.folder import Folder
from openline.site.site import Site
from openline.site.writing import write_site
from tests.brief.briefed import briefed

__all__ = ["HOSTILE_LINES", "Document", "built", "documents", "hostile_texts", "site_of"]

hostile_texts: Final = (
    '<img src=x onerror=alert(1)>"&\u202e',
    "</style></title><script>alert(1)</script>",
    "../../../etc/passwd",
    "..\\..\\con",
    "-->\x0b]]>",
    "{% raw %}{{ 1 }}",
    "=HYPERLINK(1)",
    "線" * 60,
)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


HOSTILE_LINES: Final = tuple(
    ",".join(map(_quoted, (f"{text} {i}", f"{text}; Zone", day, event, state, text, text, text)))
    + f",{_quoted(text)},javascript:alert(1)"
    for i, text in enumerate(hostile_texts)
    for day, event, state in (("2020-01-01", "change", "open"), ("2021-05-01", "change", "severed"))
)
"""Rows whose every text is hostile."""
_EMPTY: Final = {"meta", "link", "br", "img", "input", "path", "rect"}


class Document(HTMLParser):
    """A page: its elements' names, ids and addresses, and whether each that opens also closes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.feed(str(text))
        self.close()
        self.wrong += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        self.tags.append(tag)
        if tag not in _EMPTY:
            self._open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(str(value))
            elif name in {"href", "src", "content"} and tag != "meta":
                self.addresses.append(str(value))

    def handle_endtag(self, tag: str) -> None:
        """Note an element that closes."""
        if not self._open or self._open.pop() != tag:
            self.wrong.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of a drawing that is closed at once."""
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Note what is read."""
        self.words += data


def site_of(*more: str, address: str = "", **of: Any) -> Site:
    """Return a site of the small record, with further lines or others."""
    site = Site(briefed(*more, **of), address)
    return replace(site, brief=replace(site.brief, leads=site.page_of, shows=site.observation_at))


def built(folder: Path, site: Site | None = None) -> dict[str, str]:
    """Write a site and return the text of each file by its name."""
    write_site(site or site_of(), Folder(folder))
    names = [
        Path(place, name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder)
        for name in names
        if not name.startswith(".")
    ]
    return {name: Path(folder, name).read_bytes().decode() for name in sorted(names)}


def documents(files: dict[str, str]) -> dict[str, Document]:
    """Return the pages of a site, as a browser reads them."""
    return {name: Document(text) for name, text in files.items() if name.endswith(".html")}


def plain(text: str) -> str:
    """Return the text of a feed or a picture without its elements."""
    return unescape(re.sub(r"<[^>]+>", " ", text))
