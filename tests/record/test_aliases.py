"""Other names of states and organisations."""

from itertools import combinations

from openline.record.aliases import ALIASES, names_alike
from openline.record.names import plain_words


def test_no_name_stands_for_two() -> None:
    """What is ambiguous is left out of the table."""
    groups = [set(map(plain_words, group)) for group in ALIASES]
    assert all(not one & other for one, other in combinations(groups, 2))


def test_a_name_has_its_others_whatever_its_case_accents_and_stops() -> None:
    """An unknown name has itself alone."""
    assert "china" in names_alike("PRC")
    assert names_alike("u.s.") == names_alike("United States") == names_alike("USA")
    assert "turkey" in names_alike("TÜRKIYE")
    assert names_alike("Ruritania") == {"ruritania"}
