"""Sides: which parties typed words mean."""

import pytest

from openline.analysis.sides import meant, sides_of_several

_SETS = [
    "ASEAN; China",
    "Australia; China",
    "China; Japan; South Korea",
    "China; United States",
    "Greece; Türkiye",
    "Japan; South Korea",
]


@pytest.mark.parametrize(
    ("typed", "parties"),
    [
        ("us china", ("China; United States",)),
        ("United States-China", ("China; United States",)),
        ("china united", ("China; United States",)),
        ("United States; China", ("China; United States",)),
        ("greece turkey", ("Greece; Türkiye",)),
        ("korea japan", ("Japan; South Korea",)),
        ("prc", ("China",)),
        ("south korea", ("South Korea",)),
        ("china japan", ("China; Japan; South Korea",)),
        ("an china", ("ASEAN; China",)),
        ("zebra", ()),
    ],
)
def test_words_mean_a_side_or_the_fewest_parties(typed: str, parties: tuple[str, ...]) -> None:
    """In any order, by any name of a side; a pair comes before three that hold it."""
    assert meant(typed, _SETS) == parties


def test_words_mean_nothing_where_there_are_no_parties() -> None:
    """A record may have none."""
    assert meant("china", []) == ()


def test_only_a_side_of_several_sets_is_listed() -> None:
    """With the number of its sets; a name that one set has twice counts once."""
    assert sides_of_several(["A; B", "A; C", "D; D"]) == {"A": 2}
