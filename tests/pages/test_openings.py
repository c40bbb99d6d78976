"""Openings, run as Streamlit runs it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from openline.cli import main
from openline.markup.text import escape
from openline.ui.markup.links import address
from openline.view.view import View
from tests.bundled import counted
from tests.screen import csv_text, markup, run_page, values

Put = Callable[[str], Path]
PAGE = "pages/openings.py"
BAD = "<img src=x onerror=alert(1)>"
CLOSINGS = {"severed", "narrowed", "ended"}


def _counts(as_of: str = "2026-06-30", window: int = 365) -> tuple[int, int]:
    """How many openings and closings a window has."""
    moves = counted("openings", "change", as_of, window=window, closings=True)
    closed = sum(moves[change] for change in CLOSINGS)
    return moves.total() - closed, closed


def _page(at: AppTest) -> str:
    assert not at.exception
    return markup(at)


@pytest.mark.usefixtures("set_today")
def test_the_year_is_told_in_a_sentence() -> None:
    """The headline counts, and the second sentence says what is newest and what was before."""
    page = _page(run_page(PAGE))
    assert "In the year to 30 Jun 2026, " in page
    opened, closed = _counts()
    assert f">{opened} openings</span> and " in page
    assert f">{closed} closings</span>." in page
    assert "Military Coordination Group for Lebanon (MCG4L), established on 26 Jun 2026." in page
    before, shut = _counts("2025-06-29")
    assert f"The previous year had {before} openings and {shut} closings." in page


@pytest.mark.usefixtures("set_today")
def test_the_list_is_newest_first_and_its_channels_are_links() -> None:
    """Rows tell what ended after how long, and lead to the channel under the same filters."""
    page = _page(run_page(PAGE, level="operational"))
    assert page.index("22 Jun 2026") < page.index("6 Jan 2026")
    assert "severed → partial" in page
    assert "after 5,390 d" in page
    sides, name = ("Iran; United States",), ("Military hotline",)
    query = View(level=("operational",), parties=sides, channel=name).to_query()
    assert escape(address("channel", query)) in page


@pytest.mark.usefixtures("set_today")
def test_a_narrower_window_changes_address_sentence_and_lists() -> None:
    """Any number of days can be asked for; Back is left to the address."""
    at = run_page(PAGE)
    assert "22 Jun 2026" in markup(at)
    at.number_input(key="view_window").set_value(5).run()
    page = _page(at)
    assert values(at, "window") == ["5"]
    assert "In the 5 days to 30 Jun 2026, " in page
    assert "22 Jun 2026" not in page
    assert "0 in the 5 days" in page


@pytest.mark.usefixtures("set_today")
def test_a_usual_window_is_chosen_with_a_click() -> None:
    """A choice writes the number and the address, and shows which one is chosen."""
    at = run_page(PAGE, window="400")
    choice = at.segmented_control(key="ol_window_choice")
    assert choice.value is None
    choice.set_value(730).run()
    assert values(at, "window") == ["730"]
    assert at.number_input(key="view_window").value == 730
    assert "In the two years to 30 Jun 2026, " in _page(at)


@pytest.mark.usefixtures("set_today")
def test_the_range_changes_the_figure_alone() -> None:
    """Three years begin later in the figure; sentence and lists stay."""
    at = run_page(PAGE)
    opened = f"{_counts()[0]} openings"
    assert opened in markup(at)
    at.segmented_control(key="view_range").set_value("3y").run()
    assert values(at, "range") == ["3y"]
    assert "from 1 Jul 2023" in at.get("plotly_chart")[0].proto.alt
    assert opened in _page(at)


@pytest.mark.usefixtures("set_today")
def test_what_is_not_moved_stands_apart() -> None:
    """Signs of the year before 5 Oct 2023 are told once for all channels that they were in."""
    page = _page(run_page(PAGE, asof="2023-10-05", parties="China; United States"))
    left, right = page.split(", not counted above")
    assert "in 4 severed channels" in right
    assert "Blinken asked in Beijing" in right
    assert "Blinken asked in Beijing" not in left


def test_an_empty_window_says_so(put_record: Put) -> None:
    """Where nothing moved in the window or in the range there is a sentence and no figure."""
    put_record(csv_text([("Talks", "A; B", "2000-05-01", "", "open")]))
    at = run_page(PAGE, asof="2023-10-05", range="3y")
    page = _page(at)
    assert "no openings and no closings in the A–B channel." in page
    assert page.count("None in the 365 days before 5 Oct 2023.") == 2
    assert "None from 1 Jan 2021 to 5 Oct 2023." in page
    assert not at.get("plotly_chart")


@pytest.mark.usefixtures("set_today")
def test_an_empty_filter_leads_back_to_all_channels() -> None:
    """Without a channel the filters are named, and a link shows all of them here."""
    page = _page(run_page(PAGE, level="militry"))
    assert "No channel matches these filters: militry." in page
    assert 'href="openings"' in page


@pytest.mark.usefixtures("set_today")
def test_a_day_before_the_record_says_when_it_begins() -> None:
    """Before the first state there is a sentence in place of figures."""
    page = _page(run_page(PAGE, asof="1950-01-01"))
    assert "On 1 Jan 1950 no channel had a recorded state" in page


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("window", ["-1", "many", "100001"])
def test_a_window_that_cannot_be_read_is_named(window: str) -> None:
    """A bad value gives a note, and the year is shown."""
    page = _page(run_page(PAGE, window=window))
    assert "window is ignored" in page
    assert "In the year to 30 Jun 2026, " in page


def test_a_long_list_has_pages(put_record: Put) -> None:
    """Forty rows are a page; another window begins with the first one."""
    rows = [(f"C{i:03}", "A; B", "2020-01-01", "", "open") for i in range(90)]
    put_record(csv_text(rows))
    at = run_page(PAGE, page="3")
    page = _page(at)
    assert page.count("ol-move") - page.count("ol-moves") == 10
    assert "C089" in page
    at.number_input(key="view_window").set_value(30).run()
    assert values(at, "page") == []
    assert "C000" in _page(at)


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(
    ("moves", "title"),
    [("openings", "Openings</button>"), ("closings", "Closings</button>")],
)
def test_openings_or_closings_are_listed_alone(moves: str, title: str) -> None:
    """The list has one of them on demand; the sentence and the figure keep both."""
    at = run_page(PAGE)
    at.segmented_control(key="view_moves").set_value(moves).run()
    page = _page(at)
    assert values(at, "moves") == [moves]
    opened, closed = _counts()
    assert page.count('class="ol-move"') == (opened if moves == "openings" else closed)
    assert title in page
    assert f">{opened} openings</span> and " in page


@pytest.mark.usefixtures("set_today")
def test_the_list_leads_to_the_comparison_of_its_days() -> None:
    """A move on the first day of the window is after the first day of the comparison."""
    page = _page(run_page(PAGE, asof="2023-10-05", window="30"))
    assert 'href="compare?asof=2023-10-05&amp;from=2023-09-04&amp;window=30"' in page
    assert "even if it was later reversed" in page
    run_page(PAGE, asof="1970-01-01", window="100000")


def test_a_list_that_ends_before_the_other_says_so(put_record: Put) -> None:
    """On a page with signs alone, the list says that there is nothing further back."""
    rows = [("Talks", "A; B", "2020-01-01", "", "severed")]
    rows += [("Talks", "A; B", f"2020-02-{day:02}", "overture", "") for day in range(1, 29)]
    rows += [("Talks", "A; B", f"2020-03-{day:02}", "overture", "") for day in range(1, 29)]
    put_record(csv_text(rows))
    page = _page(run_page(PAGE, page="2"))
    assert "There is nothing earlier in the window." in page
    assert "1 Feb 2020" in page


def test_a_row_that_may_be_later_is_marked(put_record: Put) -> None:
    """A date that reaches beyond the as-of day says so."""
    put_record(csv_text([("Talks", "A; B", "2020", "", "open")]))
    assert "may be later" in _page(run_page(PAGE, asof="2020-05-01"))


@pytest.mark.parametrize("event", ["", "overture"])
def test_hostile_text_is_shown_as_text(put_record: Put, event: str) -> None:
    """No markup of a record takes effect, in the list or among the signs."""
    columns = ("channel", "parties", "date", "event", "state", "summary", "source_url", "source")
    rows = [
        (BAD, f"{BAD}; B", "2020-05-01", "", "severed", BAD, "javascript:alert(1)", BAD),
        (BAD, f"{BAD}; B", "2020-05-02", event, "" if event else "open", BAD, '"onx="', f'"{BAD}'),
    ]
    put_record(csv_text(rows, columns))
    page = _page(run_page(PAGE))
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_channels_without_parties_are_named_alone(put_record: Put) -> None:
    """Neither sentence nor list puts a comma before a channel without parties."""
    put_record("channel,date,event,state\nTalks,2020-05-01,,severed\nTalks,2020-05-02,overture,\n")
    page = _page(run_page(PAGE))
    assert "The newest closing: Talks, severed on 1 May 2020." in page
    assert ", Talks" not in page


@pytest.mark.usefixtures("set_today")
def test_the_figure_speaks_and_has_its_table() -> None:
    """The finding stands in the figure's text, every count in a table behind it."""
    at = run_page(PAGE)
    alt = at.get("plotly_chart")[0].proto.alt
    assert alt.startswith("Openings and closings by quarter from 1 Jul 2016 to 30 Jun 2026: ")
    assert "Most closings: 16, 1st quarter of 2022." in alt
    assert "The counts as a table, quarter by quarter" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_the_download_has_the_rows_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is downloaded is what the command prints for the same view, closings among it."""
    taken: list[bytes] = []

    def take(scene: object, data: Callable[[], bytes]) -> None:
        taken.append(data())

    monkeypatch.setattr("openline.ui.frame.page_of_channels.draw_share", take)
    page = _page(run_page(PAGE, window="300", min_days="30", level="political"))
    options = ("--closings", "--window", "300", "--min-days", "30", "--level", "political")
    main(["openings", *options, "--format", "csv"])
    printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(csv.DictReader(io.StringIO(taken[0].decode("utf-8-sig")))) == printed
    assert page.count('class="ol-move"') == len(printed) > 3
