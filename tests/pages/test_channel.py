"""Channel, run as Streamlit runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen import PAGE_CHANNEL, csv_text, markup, run_page

Put = Callable[[str], Path]


@pytest.mark.usefixtures("set_today")
def test_one_channel_has_its_story() -> None:
    """The page says the state, the last contact and how often the channel was severed."""
    at = run_page(PAGE_CHANNEL, parties="China; United States", channel="Defence ministers")
    assert not at.exception
    page = markup(at)
    assert "China–United States · political · counterpart" in page
    assert "Open for 294 days. The last recorded contact was 241 days earlier" in page
    assert "Severed 6 times since 1998, for 2,211 of 10,389 days." in page
    assert "284 d" in page
    assert len(at.get("plotly_chart")) == 1


@pytest.mark.usefixtures("set_today")
def test_a_channel_leads_back_to_the_list_of_all() -> None:
    """Under the day of the view, without its parties."""
    at = run_page(
        PAGE_CHANNEL, channel="Defence ministers", parties="China; India", asof="2023-10-05"
    )
    assert 'href="channel?asof=2023-10-05" target="_self">All channels</a>' in markup(at)


@pytest.mark.usefixtures("set_today")
def test_a_line_whose_routine_use_is_not_logged_has_its_last_contact() -> None:
    """Days silent are missing there, and the page still says how long ago a contact was."""
    at = run_page(
        PAGE_CHANNEL,
        parties="China; North Korea; United Nations Command",
        channel="Military Armistice Commission",
    )
    assert not at.error
    assert "The last recorded contact was" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_lengths_as_of_today_say_where_the_record_ends() -> None:
    """Days that no observation reaches are named beside the lengths that count them."""
    at = run_page(
        PAGE_CHANNEL, parties="China; United States", channel="Defence ministers", asof="today"
    )
    page = markup(at)
    assert "Open for 440 days." in page
    assert "The record ends on 30 Jun 2026; the 146 days since are carried forward." in page


@pytest.mark.usefixtures("set_today")
def test_without_a_channel_the_page_lists_them_as_links() -> None:
    """Where none is named, each channel is a link under its parties."""
    at = run_page(PAGE_CHANNEL, parties="China; United States")
    assert not at.exception
    page = markup(at)
    assert "Choose one of 12 channels" in page
    assert "channel=Defence+ministers" in page


@pytest.mark.usefixtures("set_today")
def test_a_name_that_several_parties_share_lists_each() -> None:
    """A channel's name alone may stand for several channels."""
    page = markup(run_page(PAGE_CHANNEL, channel="Defence ministers"))
    assert "China–India" in page
    assert "Russia–United States" in page


@pytest.mark.usefixtures("set_today")
def test_a_channel_that_is_not_there_is_named() -> None:
    """An unknown channel is named, with the nearest one."""
    page = markup(run_page(PAGE_CHANNEL, channel="Defense minister"))
    assert "The record has no channel “Defense minister”" in page
    assert "No channel matches these filters: Defense minister." in page


def test_the_rows_are_newest_first_in_pages(put_record: Put) -> None:
    """Sixty observations are a page; the second one has the oldest."""
    rows = [("Talks", "A; B", f"{1950 + i}", "contact", "", f"Round {i}.") for i in range(70)]
    put_record(csv_text([("Talks", "A; B", "1950", "", "open", "Begun."), *rows]))
    first = markup(run_page(PAGE_CHANNEL))
    assert first.index("Round 69.") < first.index("Round 68.")
    assert "Round 5." not in first
    assert "Begun." in markup(run_page(PAGE_CHANNEL, page="2"))


def test_other_columns_and_causes_are_shown(put_record: Put) -> None:
    """What a record has beyond the format stands with the observation."""
    columns = ("channel", "date", "state", "cause", "place")
    put_record(csv_text([("Talks", "2020-05-01", "open", "Thaw", "Geneva <3")], columns))
    page = markup(run_page(PAGE_CHANNEL))
    assert "place: Geneva &lt;3" in page
    assert "Cause: Thaw" in page


def test_a_row_that_may_be_later_is_marked(put_record: Put) -> None:
    """A date that reaches beyond the as-of day says so."""
    put_record(csv_text([("Talks", "A; B", "2020", "", "open")]))
    page = markup(run_page(PAGE_CHANNEL, asof="2020-05-01"))
    assert "may be later" in page


def test_hostile_text_is_shown_as_text(put_record: Put) -> None:
    """No markup of a record takes effect on its channel's page."""
    bad = "<img src=x onerror=alert(1)>"
    row = (bad, f"{bad}; B", "2020-05-01", "", "severed", bad, "javascript:alert(1)", bad, bad)
    columns = (
        "channel",
        "parties",
        "date",
        "event",
        "state",
        "summary",
        "source_url",
        "source",
        bad,
    )
    put_record(csv_text([row], columns))
    at = run_page(PAGE_CHANNEL)
    assert not at.exception
    assert "<img" not in markup(at)
    assert 'href="javascript' not in markup(at)


def test_an_ended_channel_says_so(put_record: Put) -> None:
    """A channel that ceased to exist keeps its story."""
    rows = [("Talks", "A; B", "2020-05-01", "", "open"), ("Talks", "A; B", "2021-05-01", "ended")]
    put_record(csv_text(rows))
    at = run_page(PAGE_CHANNEL, asof="2022-05-01")
    assert not at.exception
    assert "Ended 365 days earlier." in markup(at)


@pytest.mark.usefixtures("set_today")
def test_gaps_that_go_on_are_ranked_among_all_channels() -> None:
    """The rank is of the whole record, though the page is of one channel; both are marked."""
    pair = {"parties": "China; United States", "asof": "2023-10-05"}
    page = markup(run_page(PAGE_CHANNEL, channel="Defence ministers", **pair))
    assert "The silence of 317 days so far is longer than " in page
    assert " ended across all channels; in its channel, longer than 2 of 12 before." in page
    assert page.count("ol-going") == 2


def test_a_channel_of_the_longest_name_can_be_linked(put_record: Put) -> None:
    """A name may have 500 letters, and each of its sides too: their link shows the channel."""
    name, parties = "n" * 500, f"{'a' * 500}; {'b' * 500}"
    put_record(csv_text([(name, parties, "2024-01-01", "", "severed")]))
    at = run_page(PAGE_CHANNEL, parties=parties, channel=name)
    assert not at.exception
    page = markup(at)
    assert f"{'a' * 500}–{'b' * 500}" in page
    assert "Severed" in page
    assert "is ignored" not in page
