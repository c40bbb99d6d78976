"""The brief that a page gives."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openline.questions import filters_of
from openline.ui.data.looks import Look, tables
from openline.ui.frame.brief import brief_bytes
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.view import View
from tests.asking import read
from tests.markup.reading import read_html
from tests.screen import csv_text, run_page

Put = Callable[[str], Path]
DAY = date(2021, 6, 1)


def _scene(view: View) -> Scene:
    record = read(
        "channel,parties,date,state",
        "Hotline,A; B,2020-01-01,open",
        "Hotline,A; B,2021-03-01,severed",
        "Talks,A; C,2020-01-01,partial",
    )
    filters = filters_of(view, DAY)
    found = tables(Look(record.digest, DAY, filters, view.carry), record)
    return Scene(STATUS_PAGE, view, record, DAY, date(2026, 11, 25), filters, found)


def test_it_is_of_what_the_page_shows() -> None:
    """The same parties and day, changes since the day that the view names, and its link."""
    view = View(parties=("A; B",), since=date(2021, 5, 1))
    page = brief_bytes(_scene(view), "https://board.example/?x=1").decode()
    assert "Hotline" in page
    assert "Talks" not in page
    assert "Since 1 May 2021: nothing is known" in read_html(page).words
    assert 'href="https://board.example/?x=1"' in page


def test_every_page_of_channels_gives_one(put_record: Put) -> None:
    """Beside the data of the view, under a name that says what it is of."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page("pages/gaps.py")
    assert not at.exception
    labels = [item.proto.label for item in at.get("download_button")]
    assert {"Download data", "Brief"} <= set(labels)
