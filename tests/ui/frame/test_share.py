"""What can be taken from a view."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from openline.analysis.filters import Filters
from openline.questions import filters_of
from openline.record.observation_names import observation_names
from openline.store.store import Store
from openline.ui.data.looks import Look, tables
from openline.ui.data.saved import forget_list
from openline.ui.frame.share import brief_bytes, foot_html
from openline.ui.pages import PAGES, STATUS_PAGE, Page
from openline.ui.scene import Scene
from openline.view.view import View
from tests.asking import read
from tests.markup.reading import read_html
from tests.screen import csv_text, markup, run_page
from tests.store.saving import NAME, save
from tests.web.beside import client

Put = Callable[[str], Path]
RECORD = csv_text([("Talks", "A; B", "2020-05-01", "", "open")])
DAY = date(2021, 6, 1)
BOARD = "https://board.example"


ROWS = (
    "channel,parties,date,state",
    "Hotline,A; B,2020-01-01,open",
    "Hotline,A; B,2021-03-01,severed",
    "Talks,A; C,2020-01-01,partial",
)
pytestmark = pytest.mark.usefixtures("set_today")


def _queries(at: AppTest) -> list[dict[str, list[str]]]:
    assert not at.exception
    links = [code.value for code in at.code if not code.value.startswith("<")]
    return [parse_qs(urlsplit(link).query) for link in links]


@pytest.fixture
def saved(store: Store, put_record: Put) -> Store:
    """Return a store with a record of two revisions."""
    put_record(RECORD)
    save(store, RECORD.encode(), None)
    save(store, RECORD.replace("open", "severed").encode(), 1)
    forget_list()
    return store


def test_the_link_to_the_bundled_record_fixes_the_day(saved: Store) -> None:
    """There is one link, and it shows the same day at any later time."""
    assert _queries(run_page(confidence="confirmed")) == [
        {"asof": ["2020-05-01"], "confidence": ["confirmed"]}
    ]


@pytest.mark.parametrize("record", [NAME, f"{NAME}@2"])
def test_a_saved_record_has_a_link_that_follows_and_one_that_stays(
    saved: Store, record: str
) -> None:
    """The first names the record alone, the second its revision and the day; one sentence
    tells them apart."""
    at = run_page(record=record, confidence="confirmed")
    assert _queries(at) == [
        {"record": [NAME], "confidence": ["confirmed"]},
        {"record": [f"{NAME}@2"], "asof": ["2020-05-01"], "confidence": ["confirmed"]},
    ]
    page = markup(at)
    assert "Follows the newest revision" in page
    assert "Stays with revision 2" in page
    assert "always shows revision 2 as of 1 May 2020" in page


def test_a_link_is_opened_as_it_was_made(saved: Store) -> None:
    """What a link says is read without a note, and shows its revision."""
    for query in _queries(run_page(record=NAME)):
        assert View.from_query(query)[1] == ()
        opened = run_page(None, **query)
        assert "revision 2 of 25 Nov 2026" in markup(opened)
        assert "ol-notes" not in markup(opened)


def test_the_foot_names_record_days_and_address() -> None:
    """Paper says whose record it shows, of which day, when it was printed, and where it stands;
    a hostile title stays text."""
    scene: Any = SimpleNamespace(
        shown=SimpleNamespace(title="<b>Record"),
        as_of=date(2023, 10, 5),
        today=date(2026, 11, 25),
        filters=Filters(),
        view=View(),
    )
    found = foot_html(scene, "http://host/?asof=2023-10-05")
    assert "&lt;b&gt;Record" in found
    assert "5 Oct 2023" in found
    assert "printed on" in found
    assert "25 Nov 2026" in found
    assert "http://host/?asof=2023-10-05" in found


def _scene(view: View, rows: tuple[str, ...] = ROWS) -> Scene:
    record = read(*rows)
    filters = filters_of(view, DAY)
    found = tables(Look(record.digest, DAY, filters, view.carry), record)
    return Scene(STATUS_PAGE, view, record, DAY, date(2026, 11, 25), filters, found)


@pytest.mark.usefixtures("store")
def test_it_is_of_what_the_page_shows() -> None:
    """The same parties and day, changes since the day that the view names, and its link."""
    view = View(parties=("A; B",), since=date(2021, 5, 1))
    page = brief_bytes(_scene(view), "https://board.example/?x=1", BOARD).decode()
    assert "Hotline" in page
    assert "Talks" not in page
    assert "Since 1 May 2021: nothing is known" in read_html(page).words
    assert 'href="https://board.example/?x=1"' in page


@pytest.mark.usefixtures("store")
def test_what_a_file_calls_its_rows_stays_text() -> None:
    """It stands in the address as it is, and nowhere as an element."""
    name = "'><script>alert(1)</script>&x=1#"
    rows = (f"id,{ROWS[0]}", f"1,{ROWS[1]}", f"{name},{ROWS[2]}")
    page = brief_bytes(_scene(View(), rows), "", BOARD).decode()
    assert "script" not in read_html(page).tags
    (link,) = {unescape(link) for link in re.findall(r'href="([^"]*observation=[^"]*)"', page)}
    assert parse_qs(urlsplit(link).query)["observation"] == [name]


@pytest.mark.usefixtures("store")
def test_each_date_leads_to_its_observation() -> None:
    """On the page of its channel, in exactly these bytes of the record and as of this day."""
    scene = _scene(View(since=date(2021, 1, 1)))
    page = brief_bytes(scene, "https://board.example/?x=1", BOARD).decode()
    links = [unescape(link) for link in re.findall(r'href="([^"]*observation=[^"]*)"', page)]
    names = observation_names(scene.record, scene.record.observations.index)
    (severed,) = names[scene.record.observations["date"] == "2021-03-01"]
    edition = f"record=bundled@{scene.record.digest[:12]}"
    of = "parties=A%3B+B&channel=Hotline"
    whole = f"{BOARD}/channel?{edition}&asof=2021-06-01&{of}&observation={severed}"
    assert set(links) == {whole}


def test_every_page_of_channels_gives_one(put_record: Put) -> None:
    """Beside the data of the view, under a name that says what it is of."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page("pages/gaps.py")
    assert not at.exception
    labels = [item.proto.label for item in at.get("download_button")]
    assert {"Download data", "Brief"} <= set(labels)


def _linked(text: str) -> list[str]:
    return [unescape(part.split('"')[0]) for part in text.split('href="')[1:]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_each_page_leads_to_its_data_and_its_feeds(page: Page) -> None:
    """As JSON, as CSV, as a feed and as a calendar of the same view; each is answered."""
    at = run_page(page.script, asof="2023-10-05", parties="China; United States")
    assert not at.exception
    links = [link for link in _linked(markup(at)) if link.startswith(("api", "feeds"))]
    assert len(links) == 5
    for link in links:
        answer = client().get(f"/{link}")
        assert answer.status_code == 200, link
    data = next(link for link in links if link.startswith("api/v1/") and ".json" in link)
    rows = client().get(f"/{data}").json()
    if page.title not in ("Records", "Channel"):
        assert rows
        assert {row["parties"] for row in rows} == {"China; United States"}
    if page.title == "Openings":
        assert {"severed", "reopened"} <= {row["change"] for row in rows}


def test_a_channel_offers_the_snippet_of_its_badge() -> None:
    """Which is answered, and has the channel's name for those who do not see it."""
    at = run_page("pages/channel.py", parties="China; United States", channel="Defence ministers")
    snippet = at.code[-1].value
    assert snippet.startswith('<img src="')
    assert 'alt="China–United States, Defence ministers">' in snippet
    path = unescape(snippet.split('"')[1])
    assert client().get(path[path.index("/badges") :]).status_code == 200


def test_a_page_within_another_has_no_sidebar(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is shown, as of when, and shows it; the line of HTML leads to it."""
    query = {"asof": "2023-10-05", "parties": "China; United States"}
    at = run_page("pages/gaps.py", **query)
    snippet = at.code[1].value
    assert snippet.startswith('<iframe src="')
    assert unescape(snippet.split('"')[1]).endswith(
        "/gaps?asof=2023-10-05&parties=China%3B+United+States&embed=true"
    )
    whole = markup(at)
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    at = run_page("pages/gaps.py", **query)
    assert not at.exception
    assert not at.sidebar.children
    within = markup(at)
    assert "5 Oct 2023" in within
    assert "ol-mark" in whole
    assert "ol-mark" not in within
    assert len(at.get("plotly_chart")) > 0
