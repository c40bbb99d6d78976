"""The brief that a page gives."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from openline.questions import filters_of
from openline.record.observation_names import observation_names
from openline.ui.data.looks import Look, tables
from openline.ui.frame.brief import brief_bytes
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.asking import read
from tests.markup.reading import read_html
from tests.screen import csv_text, run_page

Put = Callable[[str], Path]
DAY = date(2021, 6, 1)
BOARD = "https://board.example"


ROWS = (
    "channel,parties,date,state",
    "Hotline,A; B,2020-01-01,open",
    "Hotline,A; B,2021-03-01,severed",
    "Talks,A; C,2020-01-01,partial",
)


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
