"""The head of Compare."""

from datetime import date

import pandas as pd
import pytest

from openline.ui.compare.answer import day_counts_html, dumbbell_how, has_counts
from openline.ui.compare.days import Days
from tests.screen import broken, markup, run_page

DAYS = Days(date(2022, 10, 5), date(2023, 10, 5), date(2022, 10, 5), date(2023, 10, 5))


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
