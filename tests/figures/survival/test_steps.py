"""The parts of curves of survival."""

import numpy as np
import pytest

from openline.figures.survival.steps import (
    LONGEST_DRAWN,
    at_risk,
    curve_traces,
    cut_day,
    day_ticks,
    drop_lines,
    length_axis,
    share_axis,
    share_on,
    whole_trace,
)
from openline.figures.theme import LIGHT
from tests.figures.curves import curve, summary

_TEN = tuple(range(100, 1100, 100))


def test_a_curve_is_cut_where_fewer_than_three_remain() -> None:
    """The third longest length is the last day drawn."""
    assert cut_day(curve(*_TEN)) == 800


def test_no_curve_goes_beyond_eight_years() -> None:
    """However long severances last, eight years are drawn; and a month at least."""
    assert cut_day(curve(*[4000] * 9)) == LONGEST_DRAWN
    assert cut_day(curve(*[0] * 9)) == 30


def test_values_hold_until_the_next_row() -> None:
    """A share between two lengths is that of the shorter one."""
    found = curve(*_TEN)
    assert share_on(found, 99) == 1
    assert share_on(found, 100) == pytest.approx(0.9)
    assert share_on(found, 199) == pytest.approx(0.9)


def test_those_at_risk_have_lasted_so_long() -> None:
    """A length is at risk on its own last day, and no longer."""
    assert at_risk(curve(*_TEN), [0, 100, 101, 1000, 1001]) == [10, 10, 9, 1, 0]


def test_marks_stand_at_years_or_at_days() -> None:
    """From two years on the axis counts years, else days in round steps."""
    assert day_ticks(LONGEST_DRAWN)[1] == ["0", "1 year", *map(str, range(2, 9))]
    assert day_ticks(LONGEST_DRAWN, sparse=True)[1] == ["0", "2 years", "4", "6", "8"]
    assert day_ticks(300)[1] == ["0", "50 days", "100", "150", "200", "250", "300"]
    assert day_ticks(30)[1] == ["0", "10 days", "20", "30"]
    assert day_ticks(730)[1][-1] == "700"
    assert length_axis(300)["range"] == [0, 300]


def test_shares_go_from_none_to_all() -> None:
    """The scale has its unit at both ends."""
    assert share_axis()["ticktext"] == ["0 %", "25", "50", "75", "100 %"]


def test_the_line_holds_to_the_cut() -> None:
    """The last values go on to the edge, and no row beyond it is drawn."""
    found = curve(*_TEN)
    low, high, line, _ = curve_traces(found, 850, "raised", LIGHT)
    assert line["x"][-1] == 850
    assert line["y"][-1] == pytest.approx(20)
    assert (low["y"] <= line["y"]).all()
    assert (high["y"] >= line["y"]).all()
    assert {trace["line"]["shape"] for trace in (low, high, line)} == {"hv"}


def test_the_hover_tells_the_step() -> None:
    """A day of the curve tells its share, its interval and who is still at risk."""
    line = curve_traces(curve(*_TEN), 850, "raised", LIGHT)[2]
    assert "After 100 days: 90 % still severed" in line["hovertext"][1]
    assert "10 severances lasted this long" in line["hovertext"][1]
    assert "1 reopened on that day" in line["hovertext"][1]
    assert "2 severances lasted this long" in line["hovertext"][-1]


def test_censored_lengths_are_ticks_on_the_line() -> None:
    """A length that was not over when last seen has its tick in ink."""
    ticks = curve_traces(curve(*_TEN, over=7), 800, "raised", LIGHT)[3]
    assert list(ticks["x"]) == [800]
    assert ticks["marker"]["color"] == LIGHT.text
    assert ticks["y"][0] == pytest.approx(30)


def test_the_median_drops_where_it_is_drawn() -> None:
    """A median beyond the cut, or none, has no lines."""
    axes = ("x", "y")
    across, down = drop_lines(summary(), 800, LIGHT, axes)
    assert (across["x1"], across["y0"]) == (100, 50)
    assert (down["x0"], down["y1"]) == (100, 0)
    assert drop_lines(summary(median="not reached"), 800, LIGHT, axes) == []
    assert drop_lines(summary(median=np.nan), 800, LIGHT, axes) == []
    assert drop_lines(summary(median=900), 800, LIGHT, axes) == []


def test_all_together_are_a_quiet_line() -> None:
    """Behind a group stands the line of all, up to where it is cut itself."""
    line = whole_trace(curve(*_TEN), 2000, LIGHT, {"xaxis": "x2", "yaxis": "y2"})
    assert line["x"][-1] == 800
    assert (line["xaxis"], line["line"]["color"]) == ("x2", LIGHT.axis)
