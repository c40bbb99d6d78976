"""The button that copies a link."""

from openline.ui import copying


def test_the_button_has_a_way_without_the_clipboard() -> None:
    """On plain http the link is copied by selecting it, and the outcome is told."""
    script = copying._SCRIPT  # noqa: SLF001 - the script has no other door
    assert "navigator.clipboard.writeText" in script
    assert 'execCommand("copy")' in script
    assert "Select the address above" in script
