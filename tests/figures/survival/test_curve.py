"""The curve of time to reopening."""

from typing import Any

import pandas as pd
import pytest

from openline.figures.survival.curve import survival_curve
from openline.figures.theme import DARK, LIGHT, MEDIUM, NARROW, WIDE
from tests.figures.curves import curve, summary

_DAYS = (*range(100, 4100, 100),)


def _layout(row: pd.Series, width: str = WIDE, days: tuple[int, ...] = _DAYS) -> Any:
    return survival_curve(curve(*days), row, width=width).to_dict()["layout"]


def _texts(row: pd.Series, width: str = WIDE, days: tuple[int, ...] = _DAYS) -> list[str]:
    return [item["text"] for item in _layout(row, width, days)["annotations"]]


@pytest.mark.parametrize("width", [WIDE, MEDIUM, NARROW])
def test_the_height_is_the_same(width: str) -> None:
    """Every curve has the same height, at any width."""
    figure = survival_curve(curve(*_DAYS), summary(), "raised", DARK, width)
    assert figure.layout.height == 398


def test_the_median_stands_beside_its_line() -> None:
    """Median and interval stand right of where it drops, above the band."""
    layout = _layout(summary(median=1950))
    words = layout["annotations"][0]
    assert "<b>Half had reopened after 1,950 days</b>" in words["text"]
    assert "95 % interval: 50 to 200 days" in words["text"]
    assert words["x"] > 1950
    assert words["y"] > 50
    assert len(layout["shapes"]) == 2


def test_a_late_median_keeps_its_words_in_the_figure() -> None:
    """Near the right edge the words move left."""
    words = _layout(summary(median=2900))["annotations"][0]
    assert words["x"] < 2200


def test_a_median_that_is_not_reached_has_no_lines() -> None:
    """Without a median the words say so, at the right."""
    layout = _layout(summary(median="not reached"))
    assert "Fewer than half have reopened" in layout["annotations"][0]["text"]
    assert layout["shapes"] == []


def test_the_end_of_the_line_says_what_is_left() -> None:
    """The share at the cut stands right of the line, with the name of the band."""
    texts = _texts(summary())
    assert any("27 % still severed" in text for text in texts)
    assert "95 % band" in texts


def test_narrow_the_end_stands_above_the_line() -> None:
    """On a telephone there is no room at the right."""
    layout = _layout(summary(), NARROW)
    end = next(item for item in layout["annotations"] if "still severed" in item["text"])
    upper = curve(*_DAYS).set_index("days")["upper"]
    assert end["y"] > 100 * upper[upper.index <= 2000].iloc[-1] > 100 * upper.iloc[-1] + 10
    assert (end["xanchor"], layout["margin"]["r"]) == ("right", 14)
    assert all("band" not in item["text"] for item in layout["annotations"])


def test_the_numbers_at_risk_stand_under_each_year() -> None:
    """Under each mark stands how many remain; thousands thin out where it is narrow."""
    assert _texts(summary())[-9:] == ["40", "37", "33", "30", "26", "22", "19", "15", "11"]
    many = _DAYS * 30
    assert _texts(summary(), NARROW, many)[-5:] == ["1,200", "990", "780", "570", "330"]


def test_it_is_drawn_in_the_colour_of_severed() -> None:
    """The line is severed's, its band survival's, the ticks are ink."""
    data = survival_curve(curve(*_DAYS, over=30), summary(), "raised", DARK).to_dict()["data"]
    assert data[2]["line"]["color"] == DARK.severed
    assert data[1]["fillcolor"] == DARK.survival_band
    assert data[3]["marker"]["color"] == DARK.text
    assert DARK.severed != LIGHT.severed
