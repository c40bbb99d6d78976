"""Parties as a list offers them."""

from openline.ui.frame.parties import listed_sides


def test_only_what_joins_sides_stands_between_spaces() -> None:
    """A dash or hyphen within a name stays as it is."""
    assert listed_sides("A–B; Timor-Leste; C") == "A–B – Timor-Leste – C"
