"""The curves of groups."""

from typing import Any

import pandas as pd
import pytest

from openline.figures.survival.panels import survival_panels
from openline.figures.theme import MEDIUM, NARROW, WIDE
from tests.figures.curves import curve, summary

_DAYS = (*range(100, 2100, 100),)
_BAD = "<img src=x>"


def _figure(names: list[str], width: str = WIDE, by: str = "cause") -> Any:
    curves = pd.concat([curve(*_DAYS[i:], group=name) for i, name in enumerate(names)])
    rows = pd.DataFrame([summary(group=name) for name in names])
    return survival_panels(curves, rows, curve(*_DAYS), by, width=width).to_dict()


@pytest.mark.parametrize(("width", "rows"), [(WIDE, 2), (MEDIUM, 3), (NARROW, 5)])
def test_the_height_is_that_of_its_rows(width: str, rows: int) -> None:
    """Five groups stand in rows of three, of two, or one under another."""
    found = _figure(list("abcde"), width)
    assert found["layout"]["height"] == rows * 369


def test_each_group_has_its_curve_over_all_together() -> None:
    """A group's axes hold its band, its line, its ticks and the line of all."""
    found = _figure(["a", "b"])
    assert [trace.get("xaxis") for trace in found["data"]] == ["x"] * 5 + ["x2"] * 5
    assert found["data"][0]["name"] == found["data"][5]["name"] == "all"


def test_all_groups_have_one_scale() -> None:
    """The longest curve gives the axis of all."""
    layout = _figure(["a", "b"])["layout"]
    assert layout["xaxis"]["range"] == layout["xaxis2"]["range"] == [0, 1800]


def test_a_group_says_what_it_finds() -> None:
    """Name, median, interval and numbers stand above each curve."""
    words = _figure(["A; B", "b"], by="parties")["layout"]["annotations"][0]["text"]
    assert "<b>A–B</b>" in words
    assert "Half had reopened after 100 days" in words
    assert "10 severances, 10 reopened" in words


def test_severances_without_a_name_are_a_group_too() -> None:
    """A group may lack its name: the severances that no cause is given for."""
    rows = pd.DataFrame([summary(group=name) for name in (None, "b")])
    curves = pd.concat([curve(*_DAYS, group="b"), curve(*_DAYS[1:]).assign(group=None)])
    found = survival_panels(curves, rows, curve(*_DAYS), "cause")
    assert "<b>No cause given</b>" in found.layout.annotations[0].text
    assert [line.x[1] for line in found.data if line.name == "survival"] == [200, 100]


def test_what_is_left_stands_where_there_is_room() -> None:
    """A line that ends early has its share right of it, one at the edge above it."""
    curves = pd.concat([curve(*_DAYS, group="a"), curve(*range(10, 110, 10), group="b")])
    rows = pd.DataFrame([summary(group=name) for name in ("a", "b")])
    layout = survival_panels(curves, rows, curve(*_DAYS), "cause").to_dict()["layout"]
    ends = [item for item in layout["annotations"] if " %</b>" in item["text"]]
    assert [end["xanchor"] for end in ends] == ["right", "left"]


def test_numbers_at_risk_stop_where_the_curve_stops() -> None:
    """A short curve has no number beyond its end, and every curve says what the numbers are."""
    curves = pd.concat([curve(*_DAYS, group="a"), curve(*range(10, 110, 10), group="b")])
    rows = pd.DataFrame([summary(group=name) for name in ("a", "b")])
    layout = survival_panels(curves, rows, curve(*_DAYS), "cause").to_dict()["layout"]
    numbers = [item for item in layout["annotations"] if item["text"].isdigit()]
    assert [item["x"] for item in numbers if item["xref"] == "x2"] == [0]
    assert len([item for item in numbers if item["xref"] == "x"]) > 1
    assert [item["text"] for item in layout["annotations"]].count("Lasted this long") == 2


def test_names_of_groups_are_text() -> None:
    """No markup of a record takes effect, and a long name is whole on hover."""
    long = f"{_BAD} {'word ' * 40}"
    words = _figure([long])["layout"]["annotations"][0]
    assert "<img" not in words["text"]
    assert "<img" not in words["hovertext"]
    assert "…" in words["text"]


def test_panels_do_not_overlap() -> None:
    """Each small curve has its own part of the figure."""
    layout = _figure(list("abcd"))["layout"]
    domains = [
        (tuple(layout[f"xaxis{n}"]["domain"]), tuple(layout[f"yaxis{n}"]["domain"]))
        for n in ("", "2", "3", "4")
    ]
    assert len(set(domains)) == 4
    assert domains[0][0][1] < domains[1][0][0]
    assert domains[0][1][0] > domains[2][1][1]
