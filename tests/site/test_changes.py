"""The feeds of a site."""

import feedparser
import icalendar

from openline.site.changes import parties_feeds, site_feeds
from tests.site.built import site_of


def test_a_feed_has_the_moves_of_the_window_newest_first() -> None:
    """Those of parties have theirs alone."""
    site = site_of()
    (name, text), (calendar, events) = site_feeds(site)
    assert (name, calendar) == ("feeds/changes.atom", "feeds/changes.ics")
    read = feedparser.parse(text)
    assert [entry.title for entry in read.entries] == [
        "A–C, Link: established → partial",
        "A–B, Hotline: severed, after 425 d",
    ]
    assert len(icalendar.Calendar.from_ical(events).walk("VEVENT")) == 2
    (_, own), _ = parties_feeds(site, site.parts[0])
    assert [entry.title for entry in feedparser.parse(own).entries] == [
        "A–B, Hotline: severed, after 425 d"
    ]


def test_entries_keep_their_ids_when_the_record_grows() -> None:
    """A reader of feeds tells nobody of them twice."""
    texts = [
        dict(site_feeds(site))["feeds/changes.atom"]
        for site in (site_of(), site_of("Z,A; B,2021-05-30,change,open,,,,,"))
    ]
    ids = [{entry.id for entry in feedparser.parse(text).entries} for text in texts]
    assert ids[0] < ids[1]
