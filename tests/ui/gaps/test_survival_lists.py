"""Time to reopening in words and tables."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd

from openline.analysis.survival import durations, survival_summary
from openline.questions import filters_of
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.gaps.survival_lists import few_html, lengths_html, summary_html
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.screen import csv_text
from tests.ui.gaps.cuts import COLUMNS, cuts

Put = Callable[[str], Path]
TODAY = date(2026, 11, 23)


def _scene(view: View) -> Scene:
    record = load_bundled(TODAY).record
    assert record is not None
    as_of, filters = view.as_of_day(record, TODAY), filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    return Scene(STATUS_PAGE, view, record, as_of, TODAY, filters, found)


def _few(by: str | None) -> str:
    scene = _scene(View(by=by, asof=date(2020, 12, 31)))
    evidence = scene.tables.evidence
    lengths = durations(evidence)
    lengths = lengths.assign(group=lengths[by] if by else "all")
    return few_html(scene, lengths, survival_summary(evidence, by), by)


def test_each_severance_has_its_length_and_leads_to_its_channel(put_record: Put) -> None:
    """A line is a channel's link, the first day and the length."""
    put_record(cuts([10], ongoing=1))
    html = _few(None)
    assert 'href="channel?asof=2020-12-31&amp;parties=A%3B+B&amp;channel=Line+0' in html
    assert "1 Jan 2020" in html
    assert "10 d<" in html
    assert "365 d so far" in html
    assert html.index("Line 1") < html.index("Line 0")


def test_groups_with_a_curve_are_not_listed(put_record: Put) -> None:
    """A list holds only what is too little for a curve."""
    put_record(cuts([10, 20, 30, 40, 50]))
    assert _few("level") == ""


def test_groups_are_named(put_record: Put) -> None:
    """Each group has its name, one without says what is missing."""
    put_record(cuts([10]))
    assert "A–B" in _few("parties")
    assert "A–B" not in _few(None).replace("A–B, Line", "")
    put_record(cuts([10], cause=""))
    assert "No cause given" in _few("cause")


def test_many_groups_fold(put_record: Put) -> None:
    """Many groups stand behind one line."""
    rows = [(f"Line {i}", f"A{i}; B", "", "2020-01-01", "", "severed") for i in range(70)]
    put_record(csv_text(rows, COLUMNS))
    html = _few("parties")
    assert "70 groups have too few reopenings for a curve: their severances" in html
    assert "10 more groups are in the table." in html


def test_a_long_group_is_cut(put_record: Put) -> None:
    """Of many severances of one group the longest are listed."""
    put_record(cuts([], ongoing=43))
    assert "and 3 more" in _few(None)


def test_all_severances_stand_behind_the_curve(put_record: Put) -> None:
    """Every length of the estimate leads to its channel, longest first; very many are cut."""
    put_record(cuts([10, 20]))
    scene = _scene(View(asof=date(2020, 12, 31)))
    html = lengths_html(scene, durations(scene.tables.evidence))
    assert "All 2 severances, longest first" in html
    assert html.index("A–B, Line 1") < html.index("A–B, Line 0")
    put_record(cuts([], ongoing=301))
    scene = _scene(View(asof=date(2020, 12, 31)))
    assert "The longest 300 of 301" in lengths_html(scene, durations(scene.tables.evidence))


def test_the_summary_is_a_table() -> None:
    """Numbers have commas, what is missing is empty, groups have their names."""
    frame = pd.DataFrame(
        {
            "group": ["A; B", None],
            "n": [1200, 3],
            "events": [1000, 1],
            "decisions": [900, 3],
            "median": ["not reached", None],
            "median_lower": [386.0, None],
            "median_upper": [None, None],
            "unused": [77, 0],
            "note": ["interval too narrow", None],
        }
    )
    html = summary_html(frame, "parties")
    for words in ("A–B", "No parties given", "1,200", "not reached", ">386<", ">77<", "too narrow"):
        assert words in html
    assert "nan" not in html.lower()
    assert ">all<" in summary_html(frame.head(1), None)
