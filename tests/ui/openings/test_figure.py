"""The figure of openings and closings on its page."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from openline.figures.openings.periods import Counted
from openline.ui.openings.figure import periods_html
from tests.figures.moved import moves_of
from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]
PAGE = "pages/openings.py"


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(
    ("range_name", "first", "period"),
    [
        ("3y", "1 Jul 2023", "quarter"),
        ("10y", "1 Jul 2016", "quarter"),
        ("25y", "1 Jul 2001", "quarter"),
        ("all", "1 Jan 1953", "year"),
    ],
)
def test_the_range_is_the_timeline_s(range_name: str, first: str, period: str) -> None:
    """A range has whole quarters up to the as-of day; the whole record is told by year."""
    at = run_page(PAGE, range=range_name)
    assert not at.exception
    chart = at.get("plotly_chart")[0].proto
    assert chart.alt.startswith(f"Openings and closings by {period} from {first} to 30 Jun 2026")
    assert f"Openings and closings by {period}</div>" in markup(at)
    assert json.loads(chart.config)["displayModeBar"] is False


@pytest.mark.usefixtures("set_today")
def test_a_young_record_opens_with_its_first_quarter(put_record: Put) -> None:
    """What is younger than the range is shown from the quarter in which it began."""
    put_record(csv_text([("Talks", "A; B", "2025-02-15", "change", "open")]))
    alt = run_page(PAGE, asof="today").get("plotly_chart")[0].proto.alt
    assert alt.startswith("Openings and closings by quarter from 1 Jan 2025 to 23 Nov 2026: 1 open")


@pytest.mark.usefixtures("set_today")
def test_a_past_stretch_ends_on_its_last_day() -> None:
    """Its quarters are whole up to that day, and the page says as of when it is drawn."""
    at = run_page(PAGE, range="2020-01-01..2022-09-30")
    alt = at.get("plotly_chart")[0].proto.alt
    assert alt.startswith("Openings and closings by quarter from 1 Jan 2020 to 30 Sep 2022")
    assert "Drawn as of 30 Sep 2022, the last day chosen" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_a_stretch_before_the_record_has_no_moves() -> None:
    """It says so, and draws nothing."""
    at = run_page(PAGE, range="1900-01-01..1910-01-01")
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "None from 1 Jan 1900 to 1 Jan 1910." in markup(at)


def test_a_longer_silence_makes_fewer_openings(put_record: Put) -> None:
    """The figure counts silences as the view does."""
    first = ("Talks", "A; B", "2020-01-01", "contact", "open")
    rows = [first, ("Talks", "A; B", "2021-01-01", "contact")]
    put_record(csv_text(rows))
    for least, count in (("180", "2 openings"), ("400", "1 opening ")):
        alt = run_page(PAGE, min_days=least).get("plotly_chart")[0].proto.alt
        assert f" {count}" in alt.replace(" and", " ")


def test_the_table_has_the_newest_period_first() -> None:
    """Every period has a row with its counts."""
    moves = moves_of("2023-01-05 reopened", "2023-01-06 resumed", "2023-08-05 severed")
    day = pd.Timestamp("2023-10-05")
    html = periods_html(Counted.of(moves, day, pd.Timestamp("2022-10-05"), True, 800))
    rows = html.partition("<tbody>")[2].split("<tr>")[1:]
    names = [row.partition("</th>")[0].rpartition(">")[2] for row in rows]
    assert names == [f"{word} quarter of 2023" for word in ("4th", "3rd", "2nd", "1st")]
    cells = [part.partition("<")[0] for part in rows[-1].split('<td class="ol-figure">')[1:]]
    assert cells == ["2", "1", "1", "0", "0", "0"]
    assert "The counts as a table, quarter by quarter" in html
    assert 'class="ol-scrolled" tabindex="0" role="region"' in html
