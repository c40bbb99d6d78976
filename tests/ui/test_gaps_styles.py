"""The style of the page Gaps."""

from openline.ui.gaps_styles import GAPS
from openline.ui.styles import style_sheet


def test_its_rules_are_in_the_style_sheet() -> None:
    """Every page has the rules, which name colours by token alone."""
    assert GAPS in style_sheet({})
    assert "#" not in GAPS
