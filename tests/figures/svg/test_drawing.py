"""A whole figure as a drawing."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from openline.figures.frames import Frames
from openline.figures.svg.drawing import svg_of
from openline.figures.theme import DARK, LIGHT, NARROW, SHEET, WIDE
from openline.figures.timeline.rows import page_count
from openline.figures.timeline.timeline import timeline

FramesOf = Callable[..., Frames]


def test_every_word_of_a_figure_is_in_its_drawing(few: Frames) -> None:
    """Names, states and the day stand there, in the colours of the theme."""
    drawn = ElementTree.fromstring(svg_of(timeline(few)))  # noqa: S314 - made here
    words = "".join(drawn.itertext())
    assert all(name in words for name in few.status["channel"])
    assert LIGHT.text in svg_of(timeline(few))
    assert LIGHT.text not in svg_of(timeline(few, DARK))


def test_a_hostile_name_makes_no_element(frames_of: FramesOf) -> None:
    """Text of a record stays text."""
    name = "<script>x</script>"
    frames = frames_of(f"{name},A; B,2020-01-01,change,open,s,,")
    drawing = svg_of(timeline(frames))
    assert "<script" not in drawing
    assert "&lt;script&gt;" in drawing


def test_stripes_are_lines_cut_to_their_bars(frames_of: FramesOf) -> None:
    """No pattern is used, which some browsers print as a picture for each bar."""
    rows = [f"H,A; B,{year}-01-01,change,partial,s,," for year in (2020, 2023)]
    drawing = svg_of(timeline(frames_of(*rows)))
    assert "<pattern" not in drawing
    assert drawing.count("<clipPath") == 1
    assert LIGHT.partial in drawing


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_drawing_is_as_large_as_its_figure(few: Frames, width: str) -> None:
    """Its view box is the figure's width and height."""
    figure = timeline(few, width=width)
    box = f'viewBox="0 0 {figure.layout.width:g} {figure.layout.height:g}"'
    assert box in svg_of(figure)


def test_the_columns_of_a_sheet_share_the_channels(many: Frames) -> None:
    """All columns together have every channel's parties once, and openness stands above the
    first alone."""
    number = page_count(many.status, width=SHEET)
    drawings = [svg_of(timeline(many, width=SHEET, page=at + 1)) for at in range(number)]
    assert number > 1
    assert [drawing.count("Openness of") for drawing in drawings] == [1] + [0] * (number - 1)
    heights = [timeline(many, width=SHEET, page=at + 1).layout.height for at in range(number)]
    assert max(heights) < 1.2 * min(heights)
