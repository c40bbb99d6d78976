"""The head of Compare."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from openline.analysis.compare import COMPARISON
from openline.questions import filters_of
from openline.ui.compare.answer import compared_frame, day_counts_html, dumbbell_how, has_counts
from openline.ui.compare.days import Days, days_of
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.pages import COMPARE_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.screen import broken, csv_text, markup, run_page

DAYS = Days(date(2022, 10, 5), date(2023, 10, 5), date(2022, 10, 5), date(2023, 10, 5))
Put = Callable[[str], Path]
NOW = date(2026, 11, 23)
ROWS = [
    ("Calm", "A; B", "2020-01-01", "", "open", "Opened."),
    ("Back", "A; B", "2020-01-01", "", "open", "Opened."),
    ("Back", "A; B", "2021-02-01", "", "severed", "Cut off."),
    ("Back", "A; B", "2021-08-01", "", "open", "Open again."),
]


def _frame(then: list[str | None], now: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"from_state": then, "to_state": now})


def test_counters_tell_both_days() -> None:
    """Each state has its number on the second day, and that of the first."""
    then, now = ["open", "open", None], ["severed", "open", "open"]
    page = broken(day_counts_html(DAYS, _frame(then, now)))
    assert '1</span> <span class="ol-word ol-severed">severed</span>' in page
    assert "0 on 5 Oct 2022" in page
    assert "as on 5 Oct 2022" in page


def test_both_bars_have_one_scale() -> None:
    """A day with fewer channels leaves the rest of its bar empty."""
    page = day_counts_html(DAYS, _frame(["open", None, None], ["open", "open", "ended"]))
    first, second = page.split("5 Oct 2023")
    assert first.count("ol-cell ol-fill-open") == 1
    assert first.count('class="ol-cell"') == 1
    assert second.count("ol-cell ol-fill-open") == 2


def test_very_many_channels_are_one_piece_a_state() -> None:
    """Cells that could not be told apart are drawn together."""
    page = day_counts_html(DAYS, _frame(["open"] * 150 + [None] * 50, ["severed"] * 200))
    assert "flex-grow:150" in page
    assert "flex-grow:50" in page
    assert page.count("ol-dense") == 2
    assert "ol-many" in day_counts_html(DAYS, _frame(["open"] * 90, ["severed"] * 90))


def test_few_channels_have_no_counters() -> None:
    """Under three channels the sentence says it all."""
    assert not has_counts(_frame(["open"] * 2, ["open"] * 2))
    assert has_counts(_frame(["open"] * 3, ["open"] * 3))


def test_the_figure_is_explained() -> None:
    """Both marks have their day, the glyphs their word."""
    words = dumbbell_how(DAYS)
    assert "5 Oct 2022" in words
    assert "5 Oct 2023" in words
    assert "overtures" in words


@pytest.mark.usefixtures("set_today")
def test_the_figure_leads_to_the_moves_in_between() -> None:
    """Openings of the same days are those after the first, up to the second."""
    page = markup(run_page("pages/compare.py", asof="2023-10-05", **{"from": "2016-10-05"}))
    assert 'href="openings?asof=2023-10-05&amp;window=2555"' in page
    page = markup(run_page("pages/compare.py", **{"from": "2016-10-05", "to": "2016-11-05"}))
    assert 'href="openings?asof=2016-11-05&amp;window=30"' in page


@pytest.mark.usefixtures("set_today")
def test_the_head_has_the_headline() -> None:
    """The headline is the page's one first heading."""
    page = markup(run_page("pages/compare.py"))
    assert page.count('aria-level="1"') == 1
    assert '<div class="ol-headline" role="heading" aria-level="1">Between ' in page


def _scene(view: View) -> Scene:
    record = load_bundled(NOW).record
    assert record is not None
    as_of = view.as_of_day(record, NOW)
    filters = filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    return Scene(COMPARE_PAGE, view, record, as_of, NOW, filters, found)


def test_each_channel_has_its_states_and_its_newest_move(put_record: Put) -> None:
    """The comparison's columns, and what moved a channel between the days."""
    put_record(csv_text(ROWS))
    scene = _scene(View(asof=date(2022, 1, 1)))
    found = compared_frame(scene, days_of(scene))
    assert set(COMPARISON) <= set(found)
    assert found["channel"].tolist() == ["Back", "Calm"]
    assert found["moves"].tolist() == [2, 0]
    assert found["lowest"].fillna("").tolist() == ["severed", ""]
    assert found["summary"].tolist()[0] == "Open again."


def test_the_days_are_those_of_the_comparison(put_record: Put) -> None:
    """The as-of day plays no part where other days are named; equal questions share an answer."""
    put_record(csv_text(ROWS))
    scene = _scene(View(asof=date(2020, 6, 1)))
    days = Days(date(2021, 1, 1), date(2021, 3, 1), date(2021, 1, 1), date(2021, 3, 1))
    found = compared_frame(scene, days)
    assert found["to_state"].tolist() == ["severed", "open"]
    assert compared_frame(scene, days) is found
