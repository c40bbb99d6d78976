"""Names of months."""

import pytest
from babel.dates import get_month_names

from openline.intake.month_names import (
    LANGUAGES,
    is_beside_a_date,
    month_key,
    months_of,
    weekdays_of,
)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        *[("August", 8), ("aug", 8), ("Sept.", 9), ("août", 8), ("aout", 8), ("févr.", 2)],
        *[("März", 3), ("Maerz", None), ("agosto", 8), ("marzo", 3), ("março", 3), ("mrt", 3)],
        *[("sierpnia", 8), ("августа", 8), ("авг.", 8), ("серпня", 8), ("Ağustos", 8)],
        *[("Kasım", 11), ("KASIM", 11), ("Αυγούστου", 8), ("август", 8), ("avgust", 8)],
        *[("kolovoza", 8), ("أغسطس", 8), ("شباط", 2), ("اوت", 8), ("אוגוסט", 8)],
        *[("באוגוסט", 8), ("अगस्त", 8), ("十二月", 12), ("Agustus", 8), ("summer", None)],
        *[("", None), ("ma", None), ("marching", None)],
    ],
)
def test_a_name_means_a_month(word: str, month: int | None) -> None:
    """In each of the languages, in full or short, with or without accents."""
    assert {*months_of(word).values()} == ({month} if month else set())


def test_a_name_can_mean_two_months() -> None:
    """November in Polish is October in Croatian."""
    assert months_of("listopada") == {"pl": 11, "hr": 10}
    assert months_of("lis") == {"pl": 11, "hr": 10}


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"vi", "zh"}))
def test_every_language_names_all_months(language: str) -> None:
    """As CLDR has the names; those of Vietnamese and some of Chinese are numbers."""
    names = get_month_names("wide", "format", language)
    assert [months_of(names[month])[language] for month in range(1, 13)] == [*range(1, 13)]


def test_what_stands_beside_a_date_says_nothing() -> None:
    """Weekdays and small words; never one that is a month in some language."""
    assert all(map(is_beside_a_date, ("Friday", "lundi", "de", "г.", "th", "er")))
    assert not any(map(is_beside_a_date, ("mar", "about", "before", "early", "not")))


def test_a_name_of_a_weekday_is_of_one_day() -> None:
    """From Monday on; a word that is a month elsewhere is none."""
    assert weekdays_of("Thu") == {3}
    assert weekdays_of("воскресенье") == {6}
    assert weekdays_of("mar") == weekdays_of("evening") == frozenset()


def test_names_are_compared_without_case_and_accents() -> None:
    """And without a mark of abbreviation."""
    assert month_key("FÉVR.") == month_key("fevr")
