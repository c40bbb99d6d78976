"""Which channels filters keep."""

import pandas as pd
import pytest

from openline.analysis.filters import Filters, matching_channels, matching_parties

_CHANNELS = pd.DataFrame(
    [("A; B", "Line", "military", "hotline"), ("A; C", "Desk", "political", "talks")],
    columns=["parties", "channel", "level", "kind"],
)


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), [True, True]),
        (Filters(channels=("line", "DESK")), [True, True]),
        (Filters(levels=("MILITARY",), kinds=("hotline",)), [True, False]),
        (Filters(levels=("military",), kinds=("talks",)), [False, False]),
        (Filters(channels=("Lin",)), [False, False]),
        (Filters(parties=("c",)), [False, True]),
    ],
)
def test_names_are_whole_and_different_filters_all_hold(filters: Filters, kept: list[bool]) -> None:
    """Several names of one filter are "or", several filters "and"; case is ignored."""
    assert matching_channels(_CHANNELS, filters).tolist() == kept


def test_parties_are_found_by_the_set_or_by_a_side() -> None:
    """The order of sides does not matter; part of a name is none."""
    parties = pd.Series(["A; B", "A; C", "B; C"])
    assert matching_parties(parties, ["b;A", "C"]).tolist() == [True, True, True]
    assert matching_parties(parties, ["B; A"]).tolist() == [True, False, False]
    assert matching_parties(parties, ["A; B; C"]).tolist() == [False, False, False]


def test_one_side_is_told_from_a_set_and_from_several() -> None:
    """Only a name that stands alone is one side."""
    assert Filters(parties=("China",)).one_side == "China"
    assert Filters(parties=("China; India",)).one_side == ""
    assert Filters(parties=("China", "India")).one_side == ""
    assert Filters().one_side == ""
