"""The dialog in which a picture is made: what the board draws for it."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from openline.figures.theme import DARK, LIGHT
from tests.screen import run_page

_ASKED = {"turn": "1", "layout": "wide", "theme": "light", "width": 900}
_PAIR = {"parties": "China; United States", "asof": "2023-10-05"}


def _told(at: AppTest) -> dict[str, Any]:
    found = [item.proto for item in at.get("bidi_component")]
    told = [json.loads(item.json) for item in found if item.component_name == "openline_saving"]
    return next(item for item in told if item["chart"] == "ol_timeline")


def _drawn(**asked: object) -> dict[str, Any]:
    """What is answered to what a browser asks for."""
    at = run_page(**_PAIR)
    at.session_state["ol_take_timeline_picture_asked"] = {**_ASKED, **asked}
    answer = _told(at.run())["drawing"]
    assert isinstance(answer, dict)
    assert _told(at.run())["drawing"] is None
    return answer


@pytest.mark.usefixtures("set_today")
def test_nothing_is_drawn_before_it_is_asked_for() -> None:
    """A page costs its readers no drawing that they do not save."""
    assert _told(run_page(**_PAIR))["drawing"] is None


@pytest.mark.usefixtures("set_today")
def test_a_figure_is_drawn_once_as_it_was_asked_for() -> None:
    """It has the width and the theme that were chosen, and the turn that waits for it."""
    answer = _drawn(turn="7", width=640, theme="dark")
    assert answer["turn"] == "7"
    assert 'viewBox="0 0 640 ' in answer["svg"]
    assert DARK.severed in answer["svg"]
    assert LIGHT.severed not in answer["svg"]


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(("width", "drawn"), [(1, 240), (10**9, 6000), (0, 1008.75)])
def test_a_width_is_held_to_its_bounds(width: int, drawn: float) -> None:
    """No browser makes the board draw without end; without a width a figure has its own."""
    assert f'viewBox="0 0 {drawn} ' in _drawn(width=width)["svg"]


@pytest.mark.usefixtures("set_today")
def test_a_size_or_a_theme_of_no_known_name_is_the_usual_one() -> None:
    """What a browser says is held to what there is."""
    assert LIGHT.severed in _drawn(layout="moon", theme=["dark"], width="wide")["svg"]


@pytest.mark.usefixtures("set_today")
def test_the_sizes_are_said() -> None:
    """Each size says how wide it is on paper, or which shape it has."""
    words = [size["words"] for size in _told(run_page(**_PAIR))["sizes"]]
    assert words == [
        "As on the screen",
        "Column, 90 mm",
        "Page, 180 mm",
        "Slide, 16:9",
        "Square",
    ]
