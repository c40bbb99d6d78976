"""Groups of channels."""

from openline.site.groups import NO_PARTIES, Group, Grouping, Part, column_groupings, side_grouping
from tests.site.built import site_of


def test_a_party_has_the_channels_of_all_its_sets() -> None:
    """One that is named twice in a set has them once."""
    parts = (Part("A; B", (0, 3)), Part("A; A; C", (1,)))
    grouping = side_grouping(parts)
    assert [(one.name, one.channels) for one in grouping.groups] == [
        ("A", (0, 3, 1)),
        ("B", (0, 3)),
        ("C", (1,)),
    ]
    assert [one.has_page_elsewhere for one in grouping.groups] == [False, True, True]


def test_a_record_without_levels_has_no_groups_by_level() -> None:
    """Nothing leads to an empty list."""
    assert column_groupings(site_of().brief.status) == []


def test_the_largest_come_first_and_those_alike_by_name() -> None:
    """Up to as many as are asked for."""
    groups = tuple(
        Group(name, name, ids) for name, ids in (("b", (1,)), ("a", (2,)), ("c", (3, 4)))
    )
    largest = Grouping("kind", "kinds", "kinds", groups).largest(2)
    assert [group.name for group in largest] == ["c", "a"]


def test_parties_are_named_as_the_board_names_them() -> None:
    """And have files that differ."""
    part = Part("China; United States", (0,))
    assert (part.name, part.sides) == ("China–United States", ["China", "United States"])
    assert part.file.startswith("parties/china-united-states-")
    assert part.list_file.startswith("lists/china-united-states-")
    assert Part("", (0,)).name == NO_PARTIES
