"""The style of what is read."""

import re

from openline.ui.reading_styles import READING


def test_no_colour_is_named_here() -> None:
    """Colours come from the theme's own tokens."""
    assert not re.search(r"#[0-9a-f]{3,6}\b(?![^{]*\{)|rgb", READING)


def test_a_meaning_is_shown_on_hover_and_on_focus() -> None:
    """Pointer and keyboard both bring a meaning up."""
    assert ".ol-explained:hover .ol-tip, .ol-term:focus + .ol-tip { display: block; }" in READING


def test_braces_are_paired() -> None:
    """A rule that is not closed would swallow those after it."""
    assert READING.count("{") == READING.count("}")
