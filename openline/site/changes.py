"""The feeds of a site: its changes, and those of each set of parties, each entry leading to a
channel."""

import hashlib
from collections.abc import Iterator
from typing import Final

import pandas as pd

from openline.site.groups import Part
from openline.site.site import Site
from openline.web.atom import Feed, atom
from openline.web.calendar_feed import calendar
from openline.web.changes import changes_among

_NAMED: Final = 32
"""How many digits of a feed's identifier are kept."""


def site_feeds(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the feeds of the whole record, each as a file name and its text."""
    return _feeds(site, "changes", site.brief.record, "index.html", site.brief.moves)


def parties_feeds(site: Site, part: Part) -> Iterator[tuple[str, str]]:
    """Yield the feeds of a set of parties, each as a file name and its text."""
    moves = site.moves.of(*part.channels)
    return _feeds(site, part.file, part.name, f"{part.file}.html", moves)


def _feeds(
    site: Site, name: str, title: str, page: str, moves: pd.DataFrame
) -> Iterator[tuple[str, str]]:
    """Yield feeds whose links are absolute if the site's address is known, otherwise relative to
    the feed."""
    base = site.address or "/".join([".."] * (name.count("/") + 1))
    feed = Feed(
        board=base,
        own=f"{base}/feeds/{name}.atom",
        page=f"{base}/{page}",
        title=f"Openline: {title}",
        words=hashlib.sha256(f"{site.brief.record}\n{name}".encode()).hexdigest()[:_NAMED],
        day=str(site.as_of),
        changes=changes_among(
            moves, site.feed_name, lambda row: f"/{site.observation_at(int(row['row']))}"
        ),
    )
    yield f"feeds/{name}.atom", atom(feed)
    yield f"feeds/{name}.ics", calendar(feed)
