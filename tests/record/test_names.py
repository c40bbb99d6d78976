"""When two names are the same, and when they only look so."""

from itertools import combinations

import pytest

from openline.record.names import ALIASES, folded, folded_sides, likeness, names_alike, plain_words


def test_case_and_blanks_tell_no_names_apart() -> None:
    """A name is the same in any case and with any blanks."""
    assert folded(" Defence  Ministers ") == folded("defence ministers")


def test_sides_are_the_same_in_any_order() -> None:
    """Parties are a set of sides, whichever comes first once case is folded."""
    assert folded_sides("UNITED STATES; china") == folded_sides("China;United  States")
    assert folded_sides("China;;") == {"china"}
    assert folded_sides(None) == frozenset()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Defence Hotline", "Defence hotline"),
        ("Café", "Cafe\u0301"),
        ("Ａ１", "a1"),
        ("ﬁrst", "first"),
        ("Hot\u200bline", "Hotline"),
        ("Hotline\ufeff", "Hotline"),
        ("\u202aHotline\u202c", "Hotline"),
        ("Hot\u00adline", "Hotline"),
        ("Seoul–Tokyo", "Seoul-Tokyo"),
        ("Seoul—Tokyo", "Seoul−Tokyo"),
        ("L’Aquila", "L'Aquila"),
        ("L`Aquila", "L´Aquila"),
        ("“Red” line", '"Red" line'),
        ("«Red» line", "„Red“ line"),
        ("STRASSE", "straße"),
        ("Hot  line", "hot\u00a0line"),
    ],
)
def test_names_look_alike(name: str, other: str) -> None:
    """Names look alike that differ in case, Unicode form, hidden marks, or a kind of dash,
    apostrophe or quotation mark."""
    assert likeness(name) == likeness(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Line 1", "Line 2"),
        ("Seoul-Tokyo", "Seoul Tokyo"),
        ("Seoul-Tokyo", "SeoulTokyo"),
        ("L'Aquila", "LAquila"),
        ("Café", "Cafe"),
        ("Линия", "Линии"),
        ("Line", "Line."),
    ],
)
def test_other_names_do_not(name: str, other: str) -> None:
    """A letter, a number, a blank or a mark that is only in one of them makes another name."""
    assert likeness(name) != likeness(other)


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
