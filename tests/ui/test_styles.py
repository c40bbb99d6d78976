"""The style of pages."""

from openline.figures.theme import css_variables
from openline.record.columns import STATUS_WORDS
from openline.ui.styles import grown, reserved, style_sheet


def test_colours_come_from_the_figures_theme() -> None:
    """Apart from the theme's own tokens the style names no colour."""
    sheet = style_sheet({}).replace(css_variables(), "")
    assert "#" not in sheet.replace("#root", "")
    assert "rgb" not in sheet


def test_each_state_has_a_class() -> None:
    """A run of a state's role finds its colour."""
    sheet = style_sheet({})
    assert all(f".ol-{state} {{" in sheet for state in STATUS_WORDS)


def test_places_keep_their_height_and_may_grow() -> None:
    """A place is at least as high as it was announced."""
    assert "min-height: 30px" in style_sheet({"ol_context": 30})
    assert "min-height: 444px" in reserved("ol_timeline", 444)
    assert "overflow: visible" in grown("ol_top", 300)
