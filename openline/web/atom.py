"""Changes as an Atom feed (RFC 4287)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as Xml

from openline.record.hidden import visible
from openline.web.changes import Change

ATOM_MEDIA: Final = "application/atom+xml; charset=utf-8"
_NAME: Final = "http://www.w3.org/2005/Atom"
_TAG: Final = "tag:openline,2026"
_START: Final = "T00:00:00Z"
_NOT_IN_ADDRESS: Final = re.compile(r"""[\x00-\x20<>"\\^`{|}]|%(?![0-9A-Fa-f]{2})""")
"""Characters that an address (RFC 3987) cannot contain: browsers accept them, strict feed readers
do not."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The content of a feed: the addresses of the board, of the feed and of its page; its title;
    what distinguishes it from other feeds; its last day; and its changes, the newest first."""

    board: str
    own: str
    page: str
    title: str
    words: str
    day: str
    changes: Sequence[Change]


def atom(feed: Feed) -> str:
    """Return a feed as an Atom document. A day counts as its first moment in UTC."""
    root = Xml.Element("feed", xmlns=_NAME)
    _add(root, "id", f"{_TAG}:feed/{feed.words}")
    _add(root, "title", visible(feed.title))
    newest = str(feed.changes[0].day) if feed.changes else feed.day
    _add(root, "updated", _moment(newest))
    _link(root, "self", feed.own, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    _add(_add(root, "author"), "name", "Openline")
    for change in feed.changes:
        _entry(_add(root, "entry"), change, feed.board)
    Xml.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, "unicode")}\n'


def _entry(entry: Xml.Element, change: Change, board: str) -> None:
    _add(entry, "id", f"{_TAG}:change/{change.id}")
    _add(entry, "title", change.title)
    _add(entry, "updated", _moment(str(change.day)))
    _link(entry, "alternate", f"{board}{change.path}", "text/html")
    if change.source_url:
        _link(entry, "via", change.source_url)
    said = (f"{change.date_text}.", change.text, change.source)
    content = _add(entry, "content", " ".join(filter(None, said)))
    content.set("type", "text")


def _moment(day: str) -> str:
    return f"{day}{_START}"


def _add(parent: Xml.Element, name: str, text: str | None = None) -> Xml.Element:
    child = Xml.SubElement(parent, name)
    child.text = text
    return child


def _link(parent: Xml.Element, rel: str, address: str, media: str | None = None) -> None:
    href = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", visible(address))
    link = Xml.SubElement(parent, "link", rel=rel, href=href)
    if media is not None:
        link.set("type", media)
