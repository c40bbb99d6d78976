"""What a page asks the other tabs: the journeys of `tests/browser/test_reload.py` double a tab."""

from openline.ui.doubled import SETTLE


def test_the_script_has_one_listener_a_page() -> None:
    """Both components that bring it share what the first one made."""
    assert SETTLE.count("new BroadcastChannel") == 1
    assert "window.openlineTab ??= listening()" in SETTLE
