"""When two names are the same."""

from openline.record.names import folded, folded_sides


def test_case_and_blanks_tell_no_names_apart() -> None:
    """A name is the same in any case and with any blanks."""
    assert folded(" Defence  Ministers ") == folded("defence ministers")


def test_sides_are_the_same_in_any_order() -> None:
    """Parties are a set of sides, whichever comes first once case is folded."""
    assert folded_sides("UNITED STATES; china") == folded_sides("China;United  States")
    assert folded_sides("China;;") == {"china"}
    assert folded_sides(None) == frozenset()
