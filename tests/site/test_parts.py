"""The sets of parties of a site."""

from openline.site.parts import NO_PARTIES, Part


def test_parties_are_named_as_the_board_names_them() -> None:
    """And have files that differ."""
    part = Part("China; United States", (0,))
    assert (part.name, part.sides) == ("China–United States", ["China", "United States"])
    assert part.file.startswith("parties/china-united-states-")
    assert part.list_file.startswith("lists/china-united-states-")
    assert Part("", (0,)).name == NO_PARTIES
