"""What is new since a day, on Status."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from openline.store.store import Store
from openline.ui.status.since import NEWEST
from tests.screen import csv_text, markup, run_page, type_choice, values

Put = Callable[[str], Path]
HOSTILE = "<a href='https://x.example'>{x}</a> *b* $x$ =1+1"
ROWS = [
    ("Line", "A; B", "2020-01-01", "change", "open", ""),
    ("Line", "A; B", "2022-10-01", "change", "severed", "Cut"),
    ("Talks", "A; C", "2020-01-01", "change", "severed", ""),
    ("Talks", "A; C", "2022-12-20", "contact", "partial", "Met"),
    ("Talks", "A; C", "2022-12-30", "contact", "", "Met again"),
    ("Post", "B; C", "2020-01-01", "change", "open", ""),
    ("Post", "B; C", "2022-12-31", "refusal", "", HOSTILE),
]


def test_the_sentence_says_what_is_new(put_record: Put) -> None:
    """A year unless another day is asked for, in the address or by the choice."""
    put_record(csv_text(ROWS))
    at = run_page(asof="2023-01-01")
    assert "Since 1 Jan 2022: " in markup(at)
    assert '1 closed</span>, <span class="ol-strong ol-one-line">1 refusal' in markup(at)
    at.selectbox(key="ol_since_choice").select("7d").run()
    assert not at.exception
    assert values(at, "since") == ["7d"]
    page = markup(at)
    assert "Since 25 Dec 2022: " in page
    assert "1 closed" not in page
    assert "as a week before" in page


def test_a_day_of_choice_is_typed_and_linked(put_record: Put) -> None:
    """Another day opens a field; the day is in the address, and the same for everybody."""
    put_record(csv_text(ROWS))
    at = run_page(asof="2023-01-01")
    at.selectbox(key="ol_since_choice").select("day").run()
    at.text_input(key="ol_since_day").set_value("19 Dec 2022").run()
    assert not at.exception
    assert values(at, "since") == ["2022-12-19"]
    assert "Since 19 Dec 2022: " in markup(at)
    linked = run_page(asof="2023-01-01", since="2022-12-19")
    assert "Since 19 Dec 2022: " in markup(linked)
    assert linked.selectbox(key="ol_since_choice").value == "day"


def test_a_day_is_typed_in_place_of_a_choice(put_record: Put) -> None:
    """What is no day is named, and the day that was shown stays."""
    put_record(csv_text(ROWS))
    at = run_page(asof="2023-01-01")
    type_choice(at, "ol_since_choice", "19 December 2022")
    assert values(at, "since") == ["2022-12-19"]
    type_choice(at, "ol_since_choice", "Christmas")
    assert not at.exception
    assert values(at, "since") == ["2022-12-19"]
    assert at.text_input(key="ol_since_day").value == "Christmas"
    assert "“Christmas” cannot be read as a day" in markup(at)


def test_closings_come_first_and_the_rest_is_behind_a_line(put_record: Put) -> None:
    """The list begins with what is to worry about; all of it is one press away."""
    rows = [(f"C{i}", "A; B", "2022-06-01", "change", "open", "") for i in range(NEWEST + 1)]
    rows += [("C0", "A; B", "2022-07-01", "change", "severed", "Cut")]
    put_record(csv_text(rows))
    page = markup(run_page(asof="2023-01-01"))
    assert "All 6 changes" in page
    news = page[page.index("ol-news") :]
    assert news.index("severed") < news.index("established")


def test_each_kind_of_many_changes_opens_for_itself(put_record: Put) -> None:
    """Thirteen openings and a closing: closings are open, and the line of openings is below."""
    rows = [(f"C{i:02}", "A; B", "2022-06-01", "change", "open", "") for i in range(13)]
    rows += [("C00", "A; B", "2022-07-01", "change", "severed", "Cut")]
    put_record(csv_text(rows))
    page = markup(run_page(asof="2023-01-01"))
    listed = page[page.index("All 14 changes") :]
    assert listed.index("<details open>") < listed.index("Closed: 1</summary>")
    assert listed.count("<details open>") == 1
    put_record(csv_text(rows[9:]))
    few = markup(run_page(asof="2023-01-01"))
    assert few[few.index("changes</summary>") :].count("<details open>") == 2


def test_rows_that_moved_are_marked_in_figure_and_table(put_record: Put) -> None:
    """Not by colour alone: by an arrow and, in the table, a word; the legend explains them."""
    put_record(csv_text(ROWS))
    at = run_page(asof="2023-01-01")
    board = at.dataframe[0].value
    assert dict(zip(board["Channel"], board["Moved"], strict=True)) == {
        "Line": "↓ closed",
        "Talks": "↑ opened",
        "Post": "",
    }
    assert "Since 1 Jan 2022: ↓ closed or ended, ↑ opened." in markup(at)
    drawn = json.loads(at.get("plotly_chart")[0].proto.spec)["layout"]["annotations"]
    assert [words["text"][-8:] for words in drawn if "↓" in words["text"]] == ["<b>↓</b>"]
    still = run_page(asof="2023-01-01", since="2022-12-31")
    assert "Moved" not in still.dataframe[0].value


def test_hostile_text_stays_text(put_record: Put) -> None:
    """A summary in the list is shown as it stands."""
    put_record(csv_text(ROWS))
    page = markup(run_page(asof="2023-01-01"))
    assert "<a href='https://x.example'>" not in page


@pytest.mark.usefixtures("set_today")
def test_a_bad_day_is_named_and_ignored() -> None:
    """The address keeps its note, and the year stays."""
    at = run_page(since="2023-02")
    assert not at.exception
    assert "since is ignored" in markup(at)
    assert "Since 30 Jun 2025" in markup(at)


def test_after_the_record_s_end_nothing_is_said_to_be_new(put_record: Put) -> None:
    """A count of days says how many of them the record covers."""
    put_record(csv_text(ROWS))
    page = markup(run_page(asof="2023-01-10", since="7d"))
    assert "Since 3 Jan 2023: nothing is known, as the record ends on 31 Dec 2022." in page
    assert "Last known on 31 Dec 2022: " in page
    page = markup(run_page(asof="2023-01-10", since="30d"))
    assert "The record ends on 31 Dec 2022 and covers 20 of these 30 days." in page


@pytest.mark.usefixtures("set_today")
def test_what_entered_a_saved_record_late_is_new(store: Store) -> None:
    """A revision saved since then may tell of an earlier day; it is marked."""
    first, second = csv_text(ROWS[:4]), csv_text([*ROWS[:4], ROWS[6]])
    then, now = (datetime(2026, month, 1, tzinfo=UTC) for month in (9, 11))
    store.save("Mine", first.encode(), "Ann", "", None, now=then)
    store.save("Mine", second.encode(), "Ann", "", 1, now=now)
    page = markup(run_page(record="Mine", since="2026-10-01", asof="today"))
    assert "entered later" in page
    assert "All of it happened earlier and was entered since" in page
    assert date(2022, 12, 31).isoformat() in second
