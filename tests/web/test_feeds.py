"""Feeds of a view, as readers of feeds and calendars read them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import feedparser
import icalendar
import pytest

from openline.view.view import View
from openline.web.feeds import FEEDS
from tests.bundled import bundled_table
from tests.web.beside import client, error_of

Put = Callable[[str], Path]
HEAD = "channel,parties,date,event,state,summary,source_url\n"
ROWS = [
    'Hotline,A; B,2020-01-01,change,open,"Put into use, at last",https://x.example/1',
    "Hotline,A; B,2020-03,refusal,severed,Not answered,http://x.example/a b",
    "Hotline,A; B,2020-05-01,contact,open,Answered,",
    "Hotline,A; B,2020-06-01,contact,,Used,",
]


def _atom(query: str = "") -> Any:
    answer = client().get(f"/feeds/changes.atom{query}")
    assert answer.status_code == 200
    found = feedparser.parse(answer.content, response_headers=dict(answer.headers))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def _ids(query: str = "") -> dict[str, str]:
    return {entry.title: entry.id for entry in _atom(query).entries}


def _events(query: str = "") -> list[Any]:
    answer = client().get(f"/feeds/changes.ics{query}")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    found = icalendar.Calendar.from_ical(answer.content)
    assert not found.errors
    return list(found.walk("VEVENT"))


@pytest.mark.usefixtures("set_today")
def test_the_feed_has_the_openings_and_closings_of_its_view() -> None:
    """In the order of the page, with its filters; each leads to its channel at that day."""
    query = "?asof=2023-10-05&parties=China%3B+United+States"
    found = _atom(query)
    wanted = [
        row
        for row in bundled_table("openings", "2023-10-05", closings=True)
        if row["parties"] == "China; United States"
    ]
    assert len(found.entries) == len(wanted) > 2
    for entry, row in zip(found.entries, wanted, strict=True):
        assert row["channel"] in entry.title
        assert row["change"] in entry.title
        assert entry.updated == f"{row['date']}T00:00:00Z"
        place = urlsplit(entry.link)
        assert place.path == "/channel"
        view, problems = View.from_query(parse_qs(place.query))
        assert (view.channel, str(view.asof), problems) == ((row["channel"],), row["date"], ())
    assert found.feed.updated == f"{wanted[0]['date']}T00:00:00Z"
    events = _events(query)
    assert [str(event["SUMMARY"]) for event in events] == [e.title for e in found.entries]
    assert [str(event["DTSTART"].dt) for event in events] == [row["date"] for row in wanted]
    assert [str(event["URL"]) for event in events] == [e.link for e in found.entries]


def test_an_entry_tells_what_happened_and_on_whose_word(put_record: Put) -> None:
    """The date as it was given, the summary, and the source where it can be followed."""
    put_record(HEAD + "\n".join(ROWS))
    entries = _atom("?asof=2020-12-31").entries
    assert [entry.title for entry in entries] == [
        "A–B, Hotline: reopened, after 31–61 d",
        "A–B, Hotline: severed, after 60–90 d",
        "A–B, Hotline: established",
    ]
    assert entries[1].content[0].value == "Mar 2020. Not answered"
    assert entries[2].content[0].value == "1 Jan 2020. Put into use, at last"
    assert [link.href for link in entries[2].links if link.rel == "via"] == ["https://x.example/1"]
    assert not [link for link in entries[1].links if link.rel == "via"]
    assert str(_events("?asof=2020-12-31")[2]["DESCRIPTION"]) == (
        "1 Jan 2020.\nPut into use, at last"
    )


def test_openings_or_closings_alone_and_contacts_on_demand(put_record: Put) -> None:
    """A contact that moved the state is no second entry."""
    put_record(HEAD + "\n".join(ROWS))
    assert len(_ids("?asof=2020-12-31&moves=openings")) == 2
    assert len(_ids("?asof=2020-12-31&moves=closings")) == 1
    told = list(_ids("?asof=2020-12-31&contacts=on"))
    assert told[0] == "A–B, Hotline: contact"
    assert len(told) == len(_events("?asof=2020-12-31&contacts=on")) == 4
    assert _ids("?asof=2020-12-31&contacts=off") == _ids("?asof=2020-12-31")


def test_an_entry_keeps_its_id_when_others_are_mended(put_record: Put) -> None:
    """Of a changed record the ids differ that changed; another day of looking changes none."""
    put_record(HEAD + "\n".join(ROWS))
    before = _ids("?asof=2020-12-31&contacts=on")
    assert _ids("?asof=2020-11-30&contacts=on") == before
    mended = [ROWS[0], ROWS[1].replace("2020-03", "2020-03-05"), *ROWS[2:]]
    mended.insert(1, "Talks,A; B,2020-02-01,change,open,Begun,")
    put_record(HEAD + "\n".join(mended))
    after = _ids("?asof=2020-12-31&contacts=on")
    assert len(set(after.values()) - set(before.values())) == 2
    assert len(set(before.values()) - set(after.values())) == 1
    same = {"A–B, Hotline: contact", "A–B, Hotline: established"}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


@pytest.mark.parametrize("name", FEEDS)
def test_text_of_a_record_stays_text(put_record: Put, name: str) -> None:
    """Marks of XML and of calendars, controls, and addresses that are none of the web."""
    hostile = '"]]><script>&amp;;\\n BEGIN:VEVENT \x07\u202e, ""quoted"""'
    put_record(HEAD + f"{hostile},A; B,2020-01-01,change,open,{hostile},javascript:alert(1)\n")
    answer = client().get(f"/feeds/{name}?asof=2020-12-31")
    assert "javascript:" not in answer.text
    shown = ']]><script>&amp;;\\n BEGIN:VEVENT \ufffd\ufffd, "quoted"'
    if name.endswith("atom"):
        (entry,) = feedparser.parse(answer.content, sanitize_html=False).entries
        assert not feedparser.parse(answer.content).bozo
        assert shown in entry.content[0].value
        assert "<script>" not in answer.text
    else:
        (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
        assert shown in str(event["SUMMARY"])


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_asked_for_as_a_table_is(put_record: Put, name: str) -> None:
    """It is not sent again where it is known, and what is wrong with its address is refused."""
    put_record(HEAD + "\n".join(ROWS))
    answer = client().get(f"/feeds/{name}")
    again = client().get(f"/feeds/{name}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    for query, parameter in [("asof=x", "asof"), ("y=1", "y"), ("contacts=maybe", "contacts")]:
        refused = client().get(f"/feeds/{name}?{query}")
        assert refused.status_code == 400
        (problem,) = error_of(refused)["problems"]
        assert problem["parameter"] == parameter
    assert client().post(f"/feeds/{name}").status_code == 405
    assert error_of(client().get("/feeds/other.atom"))["status"] == 404
