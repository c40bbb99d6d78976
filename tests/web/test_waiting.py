"""The words of a page that is loading."""

import re

from openline.figures.theme import DARK, LIGHT
from openline.ui.markup.sheet import style_sheet
from openline.web.waiting import WAITING


def test_the_board_s_style_ends_what_the_words_wait_for() -> None:
    """Each property that the words hang on is set by the style sheet of every page."""
    waited = re.findall(r"var\((--[\w-]+), \w+\)", WAITING)
    assert waited == ["--ol-waiting", "--ol-drawn"]
    assert ":root { --ol-drawn: 1; --ol-waiting: none; }" in style_sheet({})


def test_the_words_have_the_colours_of_the_board() -> None:
    """In light and in dark."""
    assert f"color: light-dark({LIGHT.muted}, {DARK.muted})" in WAITING
