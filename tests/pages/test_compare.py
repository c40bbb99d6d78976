"""Compare, run as Streamlit runs it."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from openline.cli import main
from openline.markup.text import escape
from openline.questions import filters_of
from openline.ui.compare.days import days_of, with_days
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.markup.links import address
from openline.ui.pages import COMPARE_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]
PAGE = "pages/compare.py"
BAD = "<img src=x onerror=alert(1)>"
NOW = date(2026, 11, 23)


def _page(at: AppTest) -> str:
    assert not at.exception
    return markup(at)


@pytest.mark.usefixtures("set_today")
def test_two_days_are_told_in_a_sentence() -> None:
    """The headline counts every change between the days of the address."""
    days = {"from": "2016-10-05", "to": "2023-10-05", "asof": "2023-10-05"}
    page = _page(run_page(PAGE, parties="China; United States", **days))
    assert "Between 5 Oct 2016 and 5 Oct 2023, " in page
    assert ">7 China–United States channels closed</span>, 1 is new and 2 were first " in page
    assert ">1 stayed open</span> and " in page
    assert "Openness fell from 100 to 14 % (low 100 to 9, high 100 to 18)." in page


@pytest.mark.usefixtures("set_today")
def test_a_channel_that_moved_and_came_back_is_named() -> None:
    """Unchanged is said of two days, not of the time between."""
    page = _page(run_page(PAGE, parties="China; United States", asof="2023-10-05"))
    assert ">1 China–United States channel opened</span>; <span" in page
    assert ">as before, 9 are severed</span>" in page
    assert ">1 unchanged channel</span></a> moved and came back: Defence ministers." in page
    assert 'href="#unchanged"' in page
    assert "moved, back since 4 Feb 2023" in page


@pytest.mark.usefixtures("set_today")
def test_the_table_leads_to_the_channels() -> None:
    """Each channel is a link under the same day and filters."""
    page = _page(run_page(PAGE, level="operational"))
    sides, name = ("Iran; United States",), ("Military hotline",)
    query = View(level=("operational",), parties=sides, channel=name).to_query()
    assert escape(address("channel", query)) in page


def test_filters_that_match_nothing_are_named(put_record: Put) -> None:
    """The way back to all channels is one link."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    page = _page(run_page(PAGE, parties="C; D"))
    assert "No channel matches these filters: C–D." in page
    assert "Show all channels" in page


def test_days_before_the_record_say_when_it_begins(put_record: Put) -> None:
    """Before the first state there is nothing to compare; the days can still be changed."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page(PAGE, to="2019-01-01")
    page = _page(at)
    assert "On 1 Jan 2019 no channel had a recorded state; the first dates from 1 May 2020." in page
    at.text_input(key="compare_to").set_value("1 Jan 2021").run()
    assert "Between 1 Jan 2020 and 1 Jan 2021, " in _page(at)


def test_an_as_of_day_before_the_record_does_not_hide_other_days(put_record: Put) -> None:
    """A comparison goes by its own days."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    page = _page(run_page(PAGE, asof="2019-01-01", to="2020-06-01"))
    assert "the A–B channel is new." in page


def test_channels_without_parties_are_compared(put_record: Put) -> None:
    """Parties are not needed."""
    rows = [("Talks", "2020-05-01", "open"), ("Line", "2020-05-01", "open")]
    put_record(csv_text([*rows, ("Line", "2020-08-01", "severed")], ("channel", "date", "state")))
    page = _page(run_page(PAGE, **{"from": "2020-06-01", "to": "2020-09-01"}))
    assert "1 channel closed</span>; " in page
    assert ">1 stayed open</span>." in page
    assert 'href="channel?channel=Line&amp;from=2020-06-01' in page


def test_hostile_text_is_shown_as_text(put_record: Put) -> None:
    """No markup of a record takes effect on the page."""
    columns = ("channel", "parties", "date", "event", "state", "summary", "source_url", "source")
    rows = [
        (BAD, f"{BAD}; B", day, "", state, BAD, "javascript:alert(1)", BAD)
        for day, state in (("2020-05-01", "open"), ("2021-05-01", "severed"))
    ]
    put_record(csv_text(rows, columns))
    page = _page(run_page(PAGE, asof="2021-06-01"))
    assert escape(BAD) in page
    assert "<img" not in page
    assert 'href="javascript' not in page


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(
    "view",
    [
        View(asof=date(2023, 10, 5), parties=("China; United States",)),
        View(from_day=date(2016, 1, 1), to_day=date(2024, 1, 1), level=("military",)),
        View(asof=date(2023, 10, 5), from_day=date(2024, 1, 1), to_day=date(2020, 1, 1)),
    ],
)
def test_the_download_is_what_the_command_prints(
    view: View, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the same days and filters, file and command have the same rows."""
    record = load_bundled(NOW).record
    assert record is not None
    as_of, filters = view.as_of_day(record, NOW), filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    scene = Scene(COMPARE_PAGE, view, record, as_of, NOW, filters, found)
    days = days_of(scene)
    taken = answer_bytes("compare", with_days(scene, days)).decode("utf-8-sig")
    options = ["--from", days.first.isoformat(), "--to", days.second.isoformat()]
    options += [word for sides in view.parties for word in ("--parties", sides)]
    options += [word for level in view.level for word in ("--level", level)]
    assert main(["compare", *options, "--format", "csv"]) == 0
    printed = capsys.readouterr().out
    rows = [list(csv.reader(io.StringIO(text))) for text in (taken, printed)]
    assert rows[0] == rows[1]
    assert len(rows[0]) > 1
