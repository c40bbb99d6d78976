"""The style of what can be taken from a figure."""

from openline.ui.taking_styles import TAKING


def test_what_can_be_taken_is_not_printed() -> None:
    """On paper nothing can be saved, so its buttons are gone."""
    assert "@media print" in TAKING
    assert TAKING.count("{") == TAKING.count("}")
