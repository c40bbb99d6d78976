"""Gaps, run as Streamlit runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from tests.bundled import Rows, bundled_rows, bundled_table, counted
from tests.screen import csv_text, markup, run_page, values

Put = Callable[[str], Path]
PAGE = "pages/gaps.py"


CUT: Final = "severance"
STILL: Final = "silence"


def _days(until: str) -> str:
    (summary,) = bundled_table("survival", summary=True, until=until)
    return f"{summary['median']:,} days"


def _unused(severances: Rows) -> int:
    """How many are over because their channel ended, or go on unseen for over 730 days."""
    status = bundled_table("status")
    unseen = {(row["parties"], row["channel"]): row["days_unobserved"] for row in status}
    return sum(
        row["ended_by"] == "ended"
        or (row["ongoing"] and unseen[row["parties"], row["channel"]] > 730)
        for row in severances
    )


def _alts(at: AppTest) -> list[str]:
    return [chart.proto.alt for chart in at.get("plotly_chart")]


@pytest.mark.usefixtures("set_today")
def test_the_page_answers_in_a_sentence() -> None:
    """Severed and silent channels are counted apart, the longest is named and linked."""
    at = run_page(PAGE)
    assert not at.exception
    page = markup(at)
    cut, still = (len(bundled_rows("gaps", gap=gap, ongoing=True)) for gap in (CUT, STILL))
    assert f"{cut} channels are severed" in page
    assert f"and {still} have gone silent." in page
    known = bundled_rows("gaps", gap=CUT, onset_known=True)
    assert (
        f"for 12,600–12,920 days. Of {len(known)} severances with a known first day, half " in page
    )
    assert f"half had reopened after {_days('raised')}, if only in part; half were fully" in page
    assert f"fully open after {_days('open')}; {_unused(known)} are of channels no longer" in page
    assert 'href="channel?parties=China%3B+North+Korea%3B+United+Nations+Command&amp;' in page


@pytest.mark.usefixtures("set_today")
def test_both_figures_state_their_finding_and_share_a_scale() -> None:
    """What is severed and what is silent stand one under the other on one scale of years."""
    at = run_page(PAGE)
    severed, silent, history = _alts(at)[:3]
    cut, still = (len(bundled_rows("gaps", gap=gap, ongoing=True)) for gap in (CUT, STILL))
    first = "China–North Korea–United Nations Command Military Armistice Commission 35.4 yr"
    assert severed.startswith(f"Severed on 30 Jun 2026, longest first: {cut} channels. {first}")
    assert silent.startswith(f"Silent on 30 Jun 2026, longest first: {still} channels. China–India")
    assert history.startswith("History of the gaps of 40 channels from 30 Jun 2016")
    specs = [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")[:2]]
    ranges = [spec["layout"]["xaxis"]["range"] for spec in specs]
    assert ranges[0] == ranges[1]


@pytest.mark.usefixtures("set_today")
def test_each_severance_has_its_rank_cause_and_source() -> None:
    """The list below the figure has a row for each, which leads to its channel."""
    page = markup(run_page(PAGE))
    cut = bundled_rows("gaps", gap=CUT, ongoing=True)
    assert f"{len(cut)} severances as a list, with sources" in page
    armistice = bundled_rows("unusual", channel="Military Armistice Commission")[0]
    assert armistice["longer_least"] == armistice["longer_than"] == armistice["ended"]
    assert "12,600–12,920 d" in page
    assert f"longer than all {armistice['ended']} ended" in page
    assert "Dispute over the senior delegate" in page
    assert 'rel="noopener noreferrer"' in page


@pytest.mark.usefixtures("set_today")
def test_the_least_days_change_address_sentence_and_figure() -> None:
    """Asking for longer silences leaves fewer of them, on the page and in the address."""
    at = run_page(PAGE)
    at.number_input(key="view_min_days").set_value(3000).run()
    assert not at.exception
    assert values(at, "min_days") == ["3000"]
    asked = bundled_table("gaps", min_days=3000)
    still = sum(row["gap"] == STILL and row["ongoing"] for row in asked)
    assert f"and {still} have gone silent." in markup(at)
    assert "(3,000 days where none is set)" in markup(at)
    assert f"longest first: {still} channels." in _alts(at)[1]


@pytest.mark.usefixtures("set_today")
def test_the_range_is_that_of_the_history() -> None:
    """All years show what ended before the last ten."""
    at = run_page(PAGE)
    assert "Others ended earlier." in markup(at)
    at.segmented_control(key="view_range").set_value("all").run()
    assert values(at, "range") == ["all"]
    page = markup(at)
    gaps = counted("gaps", "gap")
    assert f"In the years shown: {gaps[CUT]} <" in page
    assert f"no observation supports them; {gaps[STILL]} <" in page
    assert "Others ended" not in page


@pytest.mark.usefixtures("set_today")
def test_each_figure_can_be_taken() -> None:
    """Beside each figure's words stand its picture and its table."""
    labels = [button.proto.label for button in run_page(PAGE).get("download_button")]
    assert labels.count("CSV") >= 3
    assert "Download data" in labels


@pytest.mark.usefixtures("set_today")
def test_the_history_has_pages() -> None:
    """The second page of the history has the other channels."""
    first, second = (_alts(run_page(PAGE, page=page))[2] for page in ("1", "2"))
    assert first.startswith("History of the gaps of 40 channels")
    assert second.startswith("History of the gaps of ")
    assert first != second


@pytest.mark.usefixtures("set_today")
def test_one_pair_of_parties_is_named_in_the_sentence() -> None:
    """The filters hold, and names leave out what is the same in all rows."""
    page = markup(run_page(PAGE, parties="China; United States", asof="2023-10-05"))
    assert "9 China–United States channels are severed" in page


@pytest.mark.usefixtures("set_today")
def test_no_match_keeps_no_figure() -> None:
    """An empty filter says so and leads back to all channels."""
    at = run_page(PAGE, level="lunar")
    assert "No channel matches these filters: lunar." in markup(at)
    assert 'href="gaps"' in markup(at)
    assert not at.get("plotly_chart")


def test_before_the_record_nothing_is_claimed(put_record: Put) -> None:
    """Before the first state the page says when that is."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    assert "the first dates from 1 May 2020." in markup(run_page(PAGE, asof="2019-01-01"))


def test_nothing_severed_and_nothing_silent(put_record: Put) -> None:
    """A record without a gap has sentences in place of figures."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page(PAGE)
    assert not at.exception
    page = markup(at)
    assert "no A–B channel is severed and none has gone silent." in page
    assert "None on 1 May 2020." in page
    assert "No severance and no silence is on record up to 1 May 2020." in page
    assert not at.get("plotly_chart")


def test_one_channel_without_parties(put_record: Put) -> None:
    """Parties are not needed, and one gap is enough."""
    rows = [("Line", "2020-05-01", "severed"), ("Line", "2021-05-01", "severed")]
    put_record(csv_text(rows, ("channel", "date", "state")))
    at = run_page(PAGE)
    assert not at.exception
    assert "1 channel is severed" in markup(at)
    assert 'href="channel?channel=Line"' in markup(at)


def test_hostile_text_is_shown_as_text(put_record: Put) -> None:
    """No markup of a record takes effect in sentence, list or figure."""
    bad = "<img src=x onerror=alert(1)>"
    columns = ("channel", "parties", "date", "event", "state", "summary", "source_url", "source")
    rows = [
        (bad, f"{bad}; B", "2020-05-01", "", "severed", bad, "javascript:alert(1)", bad),
        (f"{bad}2", f"{bad}; B", "2020-05-01", "contact", "open", bad, "javascript:alert(1)", bad),
        (f"{bad}2", f"{bad}; B", "2021-05-01", "check", "open", bad, "", bad),
    ]
    put_record(csv_text(rows, columns))
    at = run_page(PAGE)
    assert not at.exception
    assert "<img" not in markup(at)
    assert 'href="javascript' not in markup(at)
    assert all("<img" not in chart.proto.spec for chart in at.get("plotly_chart"))


def test_three_hundred_severed_channels(put_record: Put) -> None:
    """Of very many the figure draws the longest forty and the list has two hundred."""
    rows = [
        (f"Line {i}", f"Side {i % 60}; Z", f"{2001 + i % 20}-03-04", "", "severed")
        for i in range(300)
    ]
    put_record(csv_text(rows))
    at = run_page(PAGE)
    assert not at.exception
    page = markup(at)
    assert "300 channels are severed" in page
    assert "The 40 longest of 300." in page
    assert "The 200 longest of 300; the download has them all." in page
    assert len(at.get("plotly_chart")[0].proto.spec) < 150_000
