"""The figure of openings and closings."""

from typing import Any

import pandas as pd
import pytest

from openline.figures.openings.quarters import counted_moves, quarters, quarters_alt
from openline.figures.theme import DARK, LIGHT, MEDIUM, NARROW, WIDE
from tests.figures.moved import moves_of

DAY = pd.Timestamp("2023-10-05")
START = pd.Timestamp("2013-10-05")
MOVES = moves_of(
    "2021-11-01 reopened",
    "2021-12-01 established",
    "2021-12-31 resumed",
    "2022-08-05 severed",
    "2022-08-05 severed",
    "2022-08-06 narrowed",
    "2023-10-03 widened",
)


def _drawn(width: str = WIDE, moves: pd.DataFrame = MOVES) -> dict[str, Any]:
    found = counted_moves(moves, DAY, START, whole=True, width=width)
    drawn = quarters(found, LIGHT, width)
    traces = [{"name": trace.name, **trace.to_plotly_json()} for trace in drawn.data]
    return {"data": traces, "layout": drawn.layout.to_plotly_json()}


def _trace(name: str, **options: Any) -> dict[str, Any]:
    return next(trace for trace in _drawn(**options)["data"] if trace["name"] == name)


def test_openings_stand_above_the_line_and_closings_below() -> None:
    """Heights are negative upward, in pixels, and as high as the counts."""
    raised, severed = _trace("raised"), _trace("severed")
    assert [round(y / severed["y"][0], 6) for y in raised["y"]] == [-1.0, -0.5]
    assert raised["base"][0] == severed["base"][0]


def test_hollow_bars_stand_on_the_solid_ones() -> None:
    """What ended a silence is added above, what narrowed below, on the page's ground."""
    raised, resumed = _trace("raised"), _trace("resumed")
    assert resumed["base"][0] == raised["base"][0] + raised["y"][0]
    assert _trace("lowered")["base"][0] == _trace("severed")["base"][0] + _trace("severed")["y"][0]
    assert resumed["marker"]["color"] == LIGHT.background
    assert resumed["marker"]["line"]["color"] == LIGHT.open


def test_a_quarter_that_has_just_begun_is_still_seen() -> None:
    """Its bar is narrower than the others, and ends at the as-of line."""
    raised = _trace("raised")
    edge = _drawn()["layout"]["xaxis"]["range"][1]
    assert 0 < raised["width"][-1] < raised["width"][0] / 3
    assert raised["x"][-1] + raised["width"][-1] / 2 <= edge


def test_hovering_tells_the_period() -> None:
    """Every period can be hovered over, also an empty one."""
    hovers = _trace("periods")["hovertext"]
    assert len(hovers) == 40
    found = next(text for text in hovers if "3rd quarter of 2022" in text)
    assert found == (
        "<b>3rd quarter of 2022</b><br>no openings<br>3 closings: 2 severed, 1 narrowed or ended"
    )


@pytest.mark.parametrize("width", [WIDE, MEDIUM, NARROW])
def test_one_unit_is_a_pixel(width: str) -> None:
    """One unit of y is one pixel of the figure's height."""
    found = counted_moves(MOVES, DAY, START, whole=True, width=width)
    layout = quarters(found, DARK, width).to_dict()["layout"]
    margin = layout["margin"]
    assert layout["yaxis"]["range"][0] == layout["height"] - margin["t"] - margin["b"]


def test_years_keep_clear_of_the_as_of_day_on_a_phone() -> None:
    """The day at the lower right has no year's label beside it."""
    axis = _drawn(width=NARROW)["layout"]["xaxis"]
    shown = [day for day, word in zip(axis["tickvals"], axis["ticktext"], strict=True) if word]
    first, last = axis["range"]
    assert (last - max(shown)) / (last - first) * 322 >= 100
    assert axis["side"] == "bottom"


def test_nothing_to_count_draws_still() -> None:
    """A table without rows makes a figure without bars."""
    drawn = _drawn(moves=moves_of())
    assert all(not len(trace["x"]) for trace in drawn["data"] if trace["name"] == "raised")


def test_the_alternative_states_the_finding() -> None:
    """Those who do not see the figure read totals and extremes."""
    assert quarters_alt(counted_moves(MOVES, DAY, START, whole=True)) == (
        "Openings and closings by quarter from 1 Jan 2014 to 5 Oct 2023: 4 openings and "
        "3 closings. Most openings: 3, 4th quarter of 2021. Most closings: 3, 3rd quarter of "
        "2022."
    )


def test_a_number_keeps_clear_of_the_as_of_line() -> None:
    """Where the largest period has just begun, its number stands left of the line."""
    found = counted_moves(moves_of("2023-10-03 widened"), DAY, START, whole=True)
    layout = quarters(found).layout
    number = next(item for item in layout.annotations if item.xref == "x")
    first, last = layout.xaxis.range
    assert (last - number.x) / (last - first) * 816 > 10
