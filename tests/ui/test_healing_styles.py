"""The style of time to reopening and of the causes."""

from openline.ui.healing_styles import HEALING
from openline.ui.styles import style_sheet


def test_every_page_has_the_style() -> None:
    """The style sheet of a page holds the sections' own."""
    assert HEALING in style_sheet({})


def test_colours_are_tokens() -> None:
    """No colour is named here."""
    assert "#" not in HEALING
    assert "var(--severed)" in HEALING
