"""Time to reopening on the page."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from openline.cli import main
from tests.budget import budget
from tests.bundled import bundled_table
from tests.screen import csv_text, markup, run_page, values
from tests.ui.gaps.cuts import COLUMNS, PAGE_GAPS, cuts

Put = Callable[[str], Path]
_GROUPED: Final = (
    *(("parties", "raised"), ("parties", "open"), ("level", "open"), ("level", "raised")),
    *(("kind", "raised"), ("kind", "open"), ("cause", "open"), ("cause", "raised")),
)
"""Each grouping with each end; every other one has each of both."""


def _summary(until: str = "raised") -> Any:
    """The estimate of the whole record."""
    (summary,) = bundled_table("survival", summary=True, until=until)
    return summary


def _curve(at: AppTest) -> Any:
    """The chart of the section, None where it has none."""
    charts = [item.proto for item in at.get("plotly_chart") if "ol_survival" in item.proto.id]
    return charts[0] if charts else None


def _shown(at: AppTest) -> list[list[str]]:
    """The curve's table as the page shows it once it is opened."""
    at.session_state["ol_survival_numbers"] = True
    at.run()
    return [[str(cell) for cell in row] for row in at.dataframe[0].value.to_numpy()]


@pytest.mark.usefixtures("set_today")
def test_the_curve_states_its_finding() -> None:
    """Numbers stand in the line above the curve, the finding in its alternative text."""
    at = run_page(PAGE_GAPS)
    assert not at.exception
    found = _summary()
    told = f"{found['n']} severances, {found['events']} reopened, if only in part"
    assert told in markup(at)
    assert f"but come from {found['decisions']} decisions, as the same parties" in markup(at)
    left = next(row for row in reversed(bundled_table("survival")) if row["days"] <= 8 * 365.25)
    assert "Drawn to 8 years, where " in markup(at)
    half = f"Half had reopened after {found['median']:,} days, 95 % interval: "
    assert f"{half}{found['median_lower']:,} to {found['median_upper']:,}" in _curve(at).alt
    assert f"after 8 years {100 * left['survival']:.0f} % still severed" in _curve(at).alt


@pytest.mark.usefixtures("set_today")
def test_until_changes_address_words_and_curve() -> None:
    """Counting only full openings changes what is asked, said and drawn."""
    at = run_page(PAGE_GAPS)
    before = _curve(at).spec
    at.segmented_control(key="view_until").set_value("open").run()
    assert values(at, "until") == ["open"]
    assert f"{_summary('open')['events']} fully open again" in markup(at)
    assert "not yet open" in _curve(at).alt
    assert _curve(at).spec != before


@pytest.mark.usefixtures("set_today")
def test_by_changes_address_words_and_curve() -> None:
    """A grouping gives a small curve each, and none takes it back."""
    at = run_page(PAGE_GAPS)
    at.selectbox(key="view_by").set_value("level").run()
    assert values(at, "by") == ["level"]
    assert "each group against all combined" in markup(at)
    assert _curve(at).alt.startswith("Curves of the time to reopening by level. political: Half")
    at.selectbox(key="view_by").set_value(None).run()
    assert values(at, "by") == []
    assert _curve(at).alt.startswith(
        f"Curve of the time to reopening of {_summary()['n']} severances"
    )


@pytest.mark.usefixtures("set_today")
def test_an_address_is_what_it_says() -> None:
    """A link with grouping and end opens on them."""
    at = run_page(PAGE_GAPS, by="parties", until="open")
    assert at.selectbox(key="view_by").value == "parties"
    assert at.segmented_control(key="view_until").value == "open"
    assert "Too few full reopenings (3) for a curve." in markup(at)


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(("by", "until"), _GROUPED[:: budget(2, 1)])
def test_every_grouping_can_be_drawn(by: str, until: str) -> None:
    """Each grouping and each end gives a figure or a list."""
    at = run_page(PAGE_GAPS, by=by, until=until)
    assert not at.exception
    assert _curve(at) is not None


@pytest.mark.usefixtures("set_today")
def test_the_table_has_the_numbers_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """What the page tabulates is what the command prints for the same view."""
    at = run_page(PAGE_GAPS, by="level", until="open")
    assert main(["survival", "--by", "level", "--until", "open", "--format", "csv"]) == 0
    printed = list(csv.reader(io.StringIO(capsys.readouterr().out)))[1:]
    shown = _shown(at)
    assert [[float(cell) for cell in row[1:]] for row in shown] == [
        pytest.approx([float(cell) for cell in row[1:]]) for row in printed
    ]
    assert [row[0] for row in shown] == [row[0] for row in printed]


def test_too_few_reopenings_are_listed(put_record: Put) -> None:
    """Under five events there is no curve: each severance stands with its length."""
    put_record(cuts([10, 20, 30], ongoing=2))
    at = run_page(PAGE_GAPS, asof="2020-12-31")
    assert not at.exception
    page = markup(at)
    assert _curve(at) is None
    assert "Too few reopenings (3) for a curve." in page
    assert page.count("365 d so far") >= 2
    assert "Line 1" in page


def test_five_reopenings_make_a_curve(put_record: Put) -> None:
    """From five events on the curve is drawn, in days where it is short."""
    put_record(cuts([10, 20, 30, 40, 50]))
    at = run_page(PAGE_GAPS, asof="2020-12-31")
    assert "Half had reopened after 30 days" in _curve(at).alt
    assert "but come from 1 decision, as the same parties severed" in markup(at)
    assert "10 days" in _curve(at).spec


def test_without_severances_the_section_says_so(put_record: Put) -> None:
    """A record in which nothing was severed has neither curve nor table."""
    put_record(csv_text([("Line", "A; B", "", "2020-01-01", "", "open")], COLUMNS))
    at = run_page(PAGE_GAPS)
    assert not at.exception
    assert "No severance is on record here." in markup(at)
    assert _curve(at) is None


def test_severances_without_an_onset_are_told(put_record: Put) -> None:
    """A severance whose first day is not known is named as left out."""
    put_record(csv_text([("Line", "A; B", "", "2020-01-01", "check", "severed")], COLUMNS))
    assert "none with a known first day" in markup(run_page(PAGE_GAPS))


def test_hostile_names_are_text(put_record: Put) -> None:
    """Markup in a group's name is shown, in lists, in titles and in the alternative text."""
    bad = "<img src=x onerror=alert(1)>"
    put_record(cuts([10, 20, 30, 40, 50], cause=bad))
    at = run_page(PAGE_GAPS, by="cause", asof="2020-12-31")
    assert not at.exception
    assert "<img" not in markup(at)
    assert "<img" not in _curve(at).spec


def test_many_groups_are_drawn_in_part(put_record: Put) -> None:
    """Of many groups those with most severances are drawn, the words say of how many."""
    rows = []
    for i in range(14 * 5):
        name = (f"Line {i}", f"A{i // 5:02}; B", "")
        rows += [(*name, "2020-01-01", "", "severed"), (*name, f"2020-02-0{1 + i % 5}", "", "open")]
    put_record(csv_text(rows, COLUMNS))
    at = run_page(PAGE_GAPS, by="parties")
    assert not at.exception
    assert "The 12 groups with the most severances of 14 are drawn; “The numbers" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_groups_stand_alone_as_panels(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figure is that which the page draws for a view: a curve, or one for each group."""
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    at = run_page("pages/gaps.py", figure="survival", by="level", asof="2023-10-05")
    assert not at.exception
    assert "Half of severed channels had reopened after 485 days in operat" in markup(at)
    few = run_page("pages/gaps.py", figure="survival", parties="China; Philippines")
    assert "There is nothing to draw here." in markup(few)
