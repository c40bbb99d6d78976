"""Choosing what something of a file means."""

from openline.ui.records_choice import cut


def test_long_names_are_cut() -> None:
    """A name of many lines is one line, and no longer than there is room for."""
    assert cut("a\nb") == "a b"
    assert len(cut("x" * 99)) == 40
