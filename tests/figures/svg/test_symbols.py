"""The shapes of marks."""

import pytest

from openline.figures.svg.symbols import is_open, symbol_path

_NAMES = ("circle", "diamond", "triangle-up", "triangle-right", "triangle-left", "x")


@pytest.mark.parametrize("name", _NAMES)
def test_a_filled_mark_is_closed(name: str) -> None:
    """Its path returns to where it began."""
    assert symbol_path(name, 10, 10, 8).endswith("Z")
    assert not is_open(name)


@pytest.mark.parametrize("name", ["line-ns-open", "x-thin-open"])
def test_a_mark_of_lines_is_open(name: str) -> None:
    """It takes the colour of the mark, and is not filled."""
    assert not symbol_path(name, 10, 10, 8).endswith("Z")
    assert is_open(name)


def test_a_tick_is_as_high_as_on_the_screen() -> None:
    """Plotly draws it 1.4 times its size."""
    assert symbol_path("line-ns-open", 10, 10, 6) == "M10 5.8L10 14.2"
