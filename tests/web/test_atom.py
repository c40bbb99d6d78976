"""The document of a feed."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Xml

from openline.web.atom import Feed, atom
from openline.web.changes import Change

CHANGE = Change("1", date(2020, 3, 1), "Mar 2020", "A: severed", "", "", "", "/channel?channel=A")


def feed_of(*changes: Change) -> Feed:
    """Return a feed of some changes."""
    host = "https://board.example"
    return Feed(host, f"{host}/feeds/x", f"{host}/openings", "All", "w", "2020-12-31", changes)


def _read(feed: Feed) -> Xml.Element:
    return Xml.fromstring(atom(feed))  # noqa: S314 - it was written here


def test_a_feed_without_changes_is_of_its_day() -> None:
    """It has all that a feed needs, and no entry."""
    root = _read(feed_of())
    names = [child.tag.removeprefix("{http://www.w3.org/2005/Atom}") for child in root]
    assert names == ["id", "title", "updated", "link", "link", "author"]
    assert root[2].text == "2020-12-31T00:00:00Z"


def test_an_entry_has_what_each_needs() -> None:
    """Id, title, the moment, a link and its text."""
    entry = _read(feed_of(CHANGE))[-1]
    assert [child.text for child in entry if child.text] == [
        "tag:openline,2026:change/1",
        "A: severed",
        "2020-03-01T00:00:00Z",
        "Mar 2020.",
    ]
    assert entry[3].attrib["href"] == "https://board.example/channel?channel=A"


def test_an_address_has_only_what_is_allowed_in_one() -> None:
    """A record's source may have marks that browsers take and strict readers do not."""
    source = "https://x.example/<a b>?q=%22%zz|é#1"
    entry = _read(feed_of(replace(CHANGE, source_url=source)))[-1]
    assert entry[4].attrib["href"] == "https://x.example/%3Ca%20b%3E?q=%22%25zz%7Cé#1"
