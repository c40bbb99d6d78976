"""Text of a record stays text in whatever is answered beside the pages."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree as Xml

import icalendar
import pytest

from openline.analysis.tables import TABLES, Table
from tests.screen import csv_text
from tests.web.beside import client, error_of

Put = Callable[[str], Path]
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    '"]]><!DOCTYPE x [<!ENTITY a "b">]>',
    "=HYPERLINK(1)",
    "a\u202eb\u200bc",
    "BEGIN:VEVENT; \\n, END",
    "線" * 60,
]


@pytest.fixture(autouse=True)
def record(put_record: Put) -> None:
    """Show a record whose every text is hostile."""
    rows = [
        (f"{text} {i}", f"{text}; Zone", day, "", state, text, "javascript:alert(1)")
        for i, text in enumerate(HOSTILE)
        for day, state in (("2024-01-01", "open"), ("2024-03-01", "severed"))
    ]
    put_record(csv_text(rows))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_tables_have_a_record_s_text_as_it_is(table: Table) -> None:
    """JSON and CSV say the same, and are read again as what was written."""
    query = "asof=2024-12-31&q=zone" if table.name == "search" else "asof=2024-12-31"
    rows = client().get(f"/api/v1/{table.name}.json?{query}").json()
    text = client().get(f"/api/v1/{table.name}.csv?{query}").content.decode()
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(read)
    if rows and "channel" in rows[0]:
        assert {row["channel"] for row in rows} == {row["channel"] for row in read}
        assert {row["channel"] for row in rows} <= {f"{t} {i}" for i, t in enumerate(HOSTILE)}


@pytest.mark.parametrize("place", range(len(HOSTILE)))
def test_pictures_and_feeds_are_sound_and_run_nothing(place: int) -> None:
    """Of each channel: a badge of text alone, and feeds with its changes and no other."""
    named = {"channel": f"{HOSTILE[place]} {place}", "asof": "2024-12-31"}
    badge = client().get(f"/badges/channel.svg?{urlencode(named)}")
    assert badge.status_code == 200
    root = Xml.fromstring(badge.content)  # noqa: S314 - written here
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags == {"svg", "title", "style", "rect", "text"}
    names = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name}
    atom = Xml.fromstring(  # noqa: S314 - written here
        client().get(f"/feeds/changes.atom?{urlencode(named)}").content
    )
    assert len([one for one in atom if one.tag.endswith("entry")]) == 2
    events = icalendar.Calendar.from_ical(
        client().get(f"/feeds/changes.ics?{urlencode(named)}").content
    ).walk("VEVENT")
    assert len(events) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_address_says_is_told_as_text(text: str) -> None:
    """In JSON, which is never read as a page."""
    for name in (text, "asof", "level"):
        answer = client().get(f"/api/v1/status?{urlencode({name: text})}")
        if name != "level":
            assert answer.status_code == 400
            error_of(answer)
        assert answer.headers["content-type"] == "application/json"
    assert error_of(client().get(f"/api/v1/{text}"))["status"] == 404
