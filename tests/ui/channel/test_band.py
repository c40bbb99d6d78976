"""The band of one channel."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from tests.screen import PAGE_CHANNEL, csv_text, markup, run_page, values

Put = Callable[[str], Path]
_ROWS = [
    ("Talks", "A; B", "2000-01-01", "", "open", "Begun."),
    ("Talks", "A; B", "2012-03-01", "", "severed", "Cut."),
    ("Talks", "A; B", "2014-03-01", "", "open", "Back."),
    ("Talks", "A; B", "2020-06-01", "contact", "", "A call."),
    ("Talks", "A; B", "2024-01-01", "check", "open", "Still open."),
]


def _axis(at: AppTest) -> list[date]:
    """The first and the last day of the band."""
    days = json.loads(at.get("plotly_chart")[0].proto.spec)["layout"]["xaxis"]["range"]
    return [date(1970, 1, 1) + timedelta(days=day) for day in days]


@pytest.mark.usefixtures("set_today")
def test_the_band_is_of_the_one_channel() -> None:
    """The page of a channel has its band alone."""
    at = run_page(PAGE_CHANNEL, parties="China; India", channel="Defence ministers")
    assert at.get("plotly_chart")[0].proto.alt.startswith("Band of Defence ministers")


def test_the_whole_record_is_shown_unless_a_range_is_chosen(put_record: Put) -> None:
    """With all of its observations; nothing is said to be left out."""
    put_record(csv_text(_ROWS))
    at = run_page(PAGE_CHANNEL)
    assert _axis(at) == [date(2000, 1, 1), date(2024, 1, 1)]
    page = markup(at)
    assert "The whole record of this channel" in page
    assert "in the days shown" not in page


def test_years_that_are_chosen_end_with_the_as_of_day(put_record: Put) -> None:
    """The heading names them, and the list has their observations."""
    put_record(csv_text(_ROWS))
    at = run_page(PAGE_CHANNEL)
    at.segmented_control(key="view_range").set_value("10y").run()
    assert values(at, "range") == ["10y"]
    assert _axis(at) == [date(2014, 1, 1), date(2024, 1, 1)]
    page = markup(at)
    assert "This channel, 1 Jan 2014 – 1 Jan 2024" in page
    assert "3 of 5 observations fall in the days shown." in page
    assert "Cut." not in page


def test_a_past_stretch_is_drawn_as_of_its_last_day(put_record: Put) -> None:
    """Band, words and what those who do not see it are told go by that day; the headline stays."""
    put_record(csv_text(_ROWS))
    at = run_page(PAGE_CHANNEL, range="2011-01-01..2013-01-01")
    assert _axis(at) == [date(2011, 1, 1), date(2013, 1, 1)]
    alt = at.get("plotly_chart")[0].proto.alt
    assert alt == (
        "Band of Talks from 1 Jan 2011 to 1 Jan 2013: severed since 1 Mar 2012, severed 1 time. "
        "Observations: 1 change, 0 checks, 0 contacts, 0 overtures, 0 refusals."
    )
    page = markup(at)
    assert "This channel, 1 Jan 2011 – 1 Jan 2013" in page
    assert "Drawn as of 1 Jan 2013, the last day chosen; the rest of the page is as of" in page
    assert "1 of 5 observations falls in the days shown." in page
    assert "Severed once since 2000, for 730 of 8,766 days." in page


def test_the_picture_of_a_stretch_says_its_days(
    put_record: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Title and source line have them, and so does the figure in another page."""
    put_record(csv_text(_ROWS))
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    stretch = {"range": "2011-01-01..2013-01-01", "figure": "band"}
    page = markup(run_page(PAGE_CHANNEL, **stretch))
    assert "A–B, Talks: severed since 1 Mar 2012, 1\u00a0Jan\u00a02011" in page
    assert "1 Jan 2011 – 1 Jan 2013 shown" in page


def test_a_stretch_before_the_channel_says_that_there_is_none(put_record: Put) -> None:
    """Nothing is drawn, and the list says how many observations are of other days."""
    put_record(csv_text(_ROWS))
    at = run_page(PAGE_CHANNEL, range="1990-01-01..1995-01-01")
    assert not at.exception
    assert not at.get("plotly_chart")
    page = markup(at)
    assert "No channel is on record up to 1 Jan 1995, the last day chosen." in page
    assert "None of the 5 observations falls in the days shown." in page


def test_a_range_that_begins_too_late_is_told_and_all_is_shown(put_record: Put) -> None:
    """The page shows what it shows unless told."""
    put_record(csv_text(_ROWS))
    at = run_page(PAGE_CHANNEL, range="2025-01-01..")
    assert _axis(at) == [date(2000, 1, 1), date(2024, 1, 1)]
    assert "The range begins on 1 Jan 2025, not before the as-of day" in markup(at)
