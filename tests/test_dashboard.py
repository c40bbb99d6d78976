"""Status, run as Streamlit runs it."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from openline.process import lifespan
from tests.bundled import bundled_table, counted
from tests.screen import DASHBOARD, csv_text, markup, run_page, values

Put = Callable[[str], Path]
US = {"parties": "China; United States", "asof": "2023-10-05"}
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "**bold** [link](https://evil.example) :material/home:",
    "=HYPERLINK(1)",
    "</style><script>alert(1)</script>",
    "$x$ `code` &amp; \u202e",
]


def _many(number: int, sets: int) -> str:
    rows = [
        (f"Channel {i:03}", f"Side {i % sets:02}; Zone", f"20{10 + i % 14}-03-01", "", state)
        for i in range(number)
        for state in [("open", "partial", "severed")[i % 3]]
    ]
    return csv_text(rows)


@pytest.mark.usefixtures("set_today")
def test_the_headline_counts_the_channels_of_the_parties() -> None:
    """The first sentence says how many channels are in which state on the day."""
    at = run_page(**US)
    assert not at.exception
    page = markup(at)
    assert "9 of 12 China–United States channels are severed" in page
    assert "317 days earlier, on 22 Nov 2022" in page
    assert f"China–United States · 12 of {len(bundled_table('status'))} channels" in page


@pytest.mark.usefixtures("set_today")
def test_the_whole_record_is_the_first_view() -> None:
    """Without parameters every channel is shown, on the last day that the record covers."""
    at = run_page()
    assert not at.exception
    page = markup(at)
    assert "the record ends 30 Jun 2026, 146 days before today" in page
    number = len(bundled_table("status"))
    assert f"All parties · {number} channels" in page
    assert len(at.dataframe[0].value) == number


@pytest.mark.usefixtures("set_today")
def test_what_an_address_says_wrongly_is_named_and_ignored() -> None:
    """Bad values, unknown parameters and unknown names are named; the page is still drawn."""
    at = run_page(asof="2023-02-30", levl="military", range="10")
    assert not at.exception
    page = markup(at)
    assert "There is no such day as 2023-02-30." in page
    assert "Write level." in page
    assert "Write 10y." in page
    assert "as of <span" in page


@pytest.mark.usefixtures("set_today")
def test_a_name_that_the_record_lacks_matches_nothing() -> None:
    """An unknown level is named and shows no channel, with a way back to all of them."""
    at = run_page(level="militry")
    assert not at.exception
    page = markup(at)
    assert "The record has no level “militry”" in page
    assert "Is it “military”?" in page
    assert "No channel matches these filters: militry." in page
    assert "Show all channels" in page
    assert not at.get("plotly_chart")


@pytest.mark.usefixtures("set_today")
def test_names_are_read_without_regard_to_case() -> None:
    """A name in another case fills the widget with the record's own spelling."""
    at = run_page(level="MILITARY", parties="united states; china")
    assert not at.exception
    assert at.multiselect(key="view_level").value == ["military"]
    assert at.multiselect(key="view_parties").value == ["China; United States"]


@pytest.mark.usefixtures("set_today")
def test_another_record_shows_a_note_and_no_data() -> None:
    """A record that does not exist is never replaced by the bundled one."""
    at = run_page(record="mine@abc")
    assert not at.exception
    page = markup(at)
    assert "“mine@abc” is not a revision of a record; nothing is shown." in page
    assert "channels" not in page
    assert not at.dataframe


@pytest.mark.usefixtures("set_today")
def test_a_day_before_the_record_says_when_it_begins() -> None:
    """Before the first state there is a sentence in place of figures."""
    at = run_page(asof="1950-01-01")
    assert not at.exception
    page = markup(at)
    assert "On 1 Jan 1950 no channel had a recorded state; the first dates from Jul 1953." in page


@pytest.mark.usefixtures("set_today")
def test_a_filter_changes_page_and_address() -> None:
    """Choosing a level narrows the sentence and writes the address."""
    at = run_page(**US)
    at.multiselect(key="view_level").set_value(["military"]).run()
    assert not at.exception
    assert values(at, "level") == ["military"]
    assert "· military ·" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_notes_end_when_something_is_changed() -> None:
    """A note stays and goes with the address that it is about."""
    at = run_page(asof="never")
    assert "asof is ignored" in markup(at)
    at.multiselect(key="view_kind").set_value(["talks"]).run()
    assert "asof is ignored" not in markup(at)
    assert values(at, "asof") == []


@pytest.mark.usefixtures("set_today")
def test_the_order_of_the_board_follows_the_choice() -> None:
    """The board is ordered as the timeline is."""
    at = run_page(**US)
    assert at.dataframe[0].value["State"].iloc[0] == "severed"
    at.selectbox(key="view_sort").set_value("name").run()
    names = at.dataframe[0].value["Channel"].tolist()
    assert names == sorted(names)
    assert values(at, "sort") == ["name"]


@pytest.mark.usefixtures("set_today")
def test_a_wider_range_begins_earlier() -> None:
    """The range moves the left edge of the time axis."""
    edges = []
    for name in ("3y", "25y"):
        spec = json.loads(run_page(**US, range=name).get("plotly_chart")[0].proto.spec)
        edges.append(spec["layout"]["xaxis"]["range"][0])
    assert edges[1] < edges[0]


@pytest.mark.usefixtures("set_today")
def test_a_day_of_one_s_own_begins_with_the_day_that_is_shown() -> None:
    """Choosing another day offers the present one to change."""
    at = run_page()
    at.selectbox(key="view_asof").set_value("day").run()
    assert not at.exception
    assert values(at, "asof") == ["2026-06-30"]
    at.text_input(key="view_day_field").set_value("5 Oct 2023").run()
    assert values(at, "asof") == ["2023-10-05"]
    assert "On 5 Oct 2023, " in markup(at)


@pytest.mark.usefixtures("set_today")
def test_carry_makes_old_states_unknown() -> None:
    """With a short carry, states without recent evidence are unknown."""
    at = run_page(carry="30", **US)
    assert not at.exception
    assert "states carried for 30 days" in markup(at)


def test_the_link_keeps_the_day(put_record: Put) -> None:
    """The link to a view names its day, so that it shows the same data later."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page(range="3y")
    assert not at.exception
    assert at.code[0].value.endswith("/?asof=2020-05-01&range=3y")


def test_hostile_text_is_shown_as_text(put_record: Put) -> None:
    """No markup from a record takes effect, in no part of the page."""
    rows = [
        (f"{text} {i}", f"{text}; Zone", "2024-01-01", "", "open", text, "javascript:alert(1)")
        for i, text in enumerate(HOSTILE)
    ]
    put_record(csv_text(rows))
    at = run_page()
    assert not at.exception
    page = markup(at)
    assert "<img" not in page
    assert "<script" not in page
    assert "javascript:" not in page
    assert not at.markdown
    assert at.dataframe[0].value["Source"].isna().all()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_are_shown_as_text(put_record: Put, text: str) -> None:
    """A note shows the values of an address as text."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page(level=text, **{text: text})
    assert not at.exception
    assert "<img" not in markup(at)
    assert "<script" not in markup(at)


def test_a_record_of_one_channel_has_a_sentence_and_a_row(put_record: Put) -> None:
    """With fewer than three channels there are no counters and no cells."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "partial")]))
    at = run_page()
    assert not at.exception
    page = markup(at)
    assert "the A–B channel is partial" in page
    assert "ol-counters" not in page
    assert "ol-cells" not in page


def test_a_record_without_parties_is_shown(put_record: Put) -> None:
    """Parties are not needed."""
    rows = [(f"Talks {i}", f"2020-05-0{i}", "open") for i in range(1, 5)]
    put_record(csv_text(rows, ("channel", "date", "state")))
    at = run_page()
    assert not at.exception
    assert "all 4 channels are open" in markup(at)
    assert "Parties" not in at.dataframe[0].value


def test_many_channels_of_many_parties_are_an_overview_in_pages(put_record: Put) -> None:
    """Three hundred channels are lines, and more than one page of them."""
    put_record(_many(300, 20))
    at = run_page()
    assert not at.exception
    assert "the parties with the most severed channels come first" in markup(at)
    assert len(at.get("pagination")) == 1
    assert "100 of 300 channels are severed" in markup(at)


def test_many_channels_of_one_set_of_parties_are_rows_in_pages(put_record: Put) -> None:
    """A hundred rows of one set of parties are three pages; a page past them is named."""
    put_record(_many(100, 1))
    at = run_page(page="9")
    assert not at.exception
    page = markup(at)
    assert "There is no page 9; page 3 is shown." in page
    assert "A bar is a channel" in page
    assert len(at.get("pagination")) == 1


def test_a_change_of_filter_returns_to_the_first_page(put_record: Put) -> None:
    """A page number belongs to one selection; another begins on its first page."""
    put_record(_many(100, 1))
    at = run_page(page="2")
    at.selectbox(key="view_sort").set_value("name").run()
    assert not at.exception
    assert values(at, "page") == []


def test_a_bad_edit_leaves_the_last_good_record_with_a_note(put_record: Put) -> None:
    """While the file is bad the board stays; when it is good again it is shown."""
    path = put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page()
    assert "the A–B channel is open" in markup(at)
    _edit(path, csv_text([("Talks", "A; B", "05/01/2020", "", "shut")]))
    at.run()
    assert not at.exception
    assert "the A–B channel is open" in markup(at)
    assert "The record&#39;s file has 2 errors; the last good record is shown." in markup(at)
    _edit(path, csv_text([("Talks", "A; B", "2020-05-01", "", "severed")]))
    at.run()
    assert "the A–B channel is severed" in markup(at)
    assert "errors" not in markup(at)
    path.unlink()
    at.run()
    assert (
        "The file channels.csv is missing or cannot be read; the last good record is shown."
        in markup(at)
    )


def test_a_record_that_was_never_good_leaves_a_note(put_record: Put) -> None:
    """A board that starts with a bad file runs, and says what is wrong with it."""
    put_record("")
    at = run_page()
    assert not at.exception
    assert "The record&#39;s file has 1 error; there is no record to show." in markup(at)


def test_the_entry_is_an_application_when_it_is_imported() -> None:
    """Streamlit finds the application in the entry's text, with the quick lifespan."""
    entry = re.sub(r"\s+", "", DASHBOARD.read_text(encoding="utf-8"))
    assert "app=st.App(__file__,lifespan=partial(lifespan," in entry
    assert callable(lifespan)
    assert os.access(DASHBOARD, os.R_OK)


def _edit(path: Path, text: str) -> None:
    """Write a file with a new modification time."""
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))


@pytest.mark.usefixtures("set_today")
def test_a_day_to_come_is_said_to_be_one() -> None:
    """A day after today is a projection, and a note says so."""
    page = markup(run_page(asof="2099-01-01"))
    assert "1 Jan 2099 is after today; the record knows nothing after 30 Jun 2026" in page
    assert "is after today" not in markup(run_page(asof="today"))


def test_another_file_is_called_by_its_name(put_record: Put) -> None:
    """A file named in the settings is never taken for the bundled record."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page()
    assert "Record channels.csv · as of" in markup(at)
    assert "Bundled record" not in markup(at)
    assert at.selectbox(key="view_record").options == ["Record channels.csv"]


@pytest.mark.usefixtures("set_today")
def test_parties_are_known_in_any_case_and_order() -> None:
    """Sides in another case and order match the record's own."""
    at = run_page(parties="UNITED STATES; china")
    assert "The record has no parties" not in markup(at)
    assert at.multiselect(key="view_parties").value == ["China; United States"]


@pytest.mark.usefixtures("set_today")
def test_a_channel_is_left_out_of_status_with_a_note() -> None:
    """Status shows all channels, and a note says so if an address names one."""
    page = markup(run_page(channel="Defence ministers"))
    assert "Only the page Channel shows “Defence ministers” alone" in page
    states = counted("status", "state")
    there = states.total() - states["ended"]
    assert f"{states['severed']} of {there} channels" in re.sub("<[^>]+>", "", page)


FRESH = "Leave out states not seen since 5 Oct 2021"
OLD_AND_NEW = csv_text(
    [
        ("Old", "A; B", "2021-10-04", "", "severed"),
        ("Edge", "A; B", "2021-10-05", "", "open"),
        ("New", "A; B", "2023-01-01", "", "open"),
        ("Lost", "A; B", "2020-01-01", "", "unknown"),
    ]
)


def test_the_switch_leaves_out_stale_states(put_record: Put) -> None:
    """One switch removes stale channels from sentence, figure and table, and the address keeps
    it."""
    put_record(OLD_AND_NEW)
    at = run_page(asof="2023-10-05")
    assert "1 of 4 A–B channels is severed (not seen since 5 Oct 2021), 2 open and" in _told(at)
    assert len(at.dataframe[0].value) == 4
    switch = at.toggle(key="view_fresh")
    assert switch.label == FRESH
    drawn = list(at.main)
    (figure,) = at.get("plotly_chart")
    assert drawn.index(switch) < drawn.index(figure)
    switch.set_value(True).run()
    assert not at.exception
    assert values(at, "fresh") == ["on"]
    assert (
        "2 of 3 A–B channels are open and 1 unknown; states not seen since 5 Oct 2021 are left out."
        in _told(at)
    )
    assert "states not seen for two years left out · 3 of 4 channels" in markup(at)
    assert at.get("plotly_chart")[0].proto.alt.startswith("Timeline of 3 channels")
    assert len(at.dataframe[0].value) == 3
    at.toggle(key="view_fresh").set_value(False).run()
    assert values(at, "fresh") == []
    assert len(at.dataframe[0].value) == 4


def test_the_switch_is_there_where_it_changes_something(put_record: Put) -> None:
    """If nothing is stale there is no switch, except to turn it off where an address has it on."""
    put_record(OLD_AND_NEW)
    assert not [box for box in run_page(asof="2023-10-04").toggle if box.key == "view_fresh"]
    assert run_page(asof="2023-10-04", fresh="on").toggle(key="view_fresh").value


def test_all_may_be_stale(put_record: Put) -> None:
    """If every channel is left out, the page says why, and how to restore them."""
    put_record(csv_text([("Old", "A; B", "2011-01-01", "", "open")]))
    at = run_page(asof="2023-10-05", fresh="on")
    assert not at.exception
    assert "states not seen for two years left out" in markup(at)
    assert "Show all channels" in markup(at)


def test_the_tables_to_take_leave_out_the_same(put_record: Put) -> None:
    """The file of the board has the rows that the board has."""
    put_record(OLD_AND_NEW)
    at = run_page(asof="2023-10-05", fresh="on")
    assert sorted(at.dataframe[0].value["Channel"]) == ["Edge", "Lost", "New"]


@pytest.mark.parametrize("page", ["gaps", "openings", "compare", "channel"])
def test_other_pages_hold_stale_channels_too(put_record: Put, page: str) -> None:
    """Only Status leaves out stale states; other pages show everything."""
    put_record(OLD_AND_NEW)
    at = run_page(f"pages/{page}.py", asof="2023-10-05", fresh="on")
    assert not at.exception
    assert "4 channels" in markup(at)
    assert "left out" not in markup(at)


def _told(at: AppTest) -> str:
    return re.sub("<[^>]+>", "", markup(at))
