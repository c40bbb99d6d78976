"""The style of what is said of saved records."""

from openline.ui.newer_styles import NEWER
from openline.ui.styles import style_sheet


def test_every_page_has_the_style() -> None:
    """The note floats over the page, so that nothing jumps, and is not printed."""
    assert NEWER in style_sheet({})
    assert "position: fixed" in NEWER
    assert "@media print" in NEWER
