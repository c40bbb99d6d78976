"""The sides of a channel in one cell."""

from functools import partial

import pytest

from openline.intake.sides import (
    MARKS,
    SideMark,
    Sides,
    country_names,
    find_aliases,
    find_marks,
    mark_words,
    side_key,
)
from tests.steps import lines_run


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("China / Japan", "/", "China; Japan"),
        ("Arland–Berland", "–", "Arland; Berland"),
        ("Arland — Berland", "–", "Arland; Berland"),
        ("US and China", "and", "US; China"),
        ("DPRK-ROK", "-", "DPRK; ROK"),
        ("Iran - Iraq", " - ", "Iran; Iraq"),
        ("Iran - Iraq", "-", "Iran - Iraq"),
        ("China, Japan, Taiwan", ",", "China; Japan; Taiwan"),
        ("Iran vs. Iraq", "vs", "Iran; Iraq"),
        ("Iran <-> Iraq", "<->", "Iran; Iraq"),
        ("China / China", "/", "China"),
        ("Guinea-Bissau-Senegal", "-", "Guinea-Bissau; Senegal"),
        ("Timor-Leste", "-", "Timor-Leste"),
        ("Bosnia and Herzegovina and Serbia", "and", "Bosnia and Herzegovina; Serbia"),
        ("Korea, South, Japan", ",", "Korea, South; Japan"),
        ("China;  Japan-Line", "-", "China; Japan-Line"),
        ("Sandland", "and", "Sandland"),
        ("", "/", ""),
        ("/", "/", "/"),
    ],
)
def test_sides_are_told_apart_at_a_mark(text: str, marks: str, expected: str) -> None:
    """A name with the mark within it stays whole, and so do sides that `;` parts already."""
    assert Sides((marks,)).read(text) == expected


def test_a_name_can_be_said_to_stay_whole() -> None:
    """One that no list of countries has."""
    assert Sides(("and",), ("Trial and Error",)).read("Trial and Error and B") == (
        "Trial and Error; B"
    )


def test_each_party_goes_by_one_name() -> None:
    """Points and case make no difference; where nothing is called otherwise the cell stays."""
    sides = Sides(("/",), (), (("U.S.", "United States"), ("ROK", "South Korea")))
    assert sides.read("US / rok") == "United States; South Korea"
    assert sides.read("US;ROK") == "United States; South Korea"
    assert sides.read("US / U.S.") == "United States"
    assert Sides().read("A;B") == "A;B"
    assert sides.read("China;Japan") == "China; Japan"


def test_marks_are_proposed_where_names_stand_between_them() -> None:
    """Names that are known, or stand in other cells too; with the sides that there would be."""
    texts = {"China / Japan": 3, "US and China": 2, "Arland–Berland": 1, "Arland; Berland": 1}
    assert find_marks(texts) == (
        SideMark("/", 3, (("China / Japan", ("China", "Japan")),)),
        SideMark("and", 2, (("US and China", ("US", "China")),)),
        SideMark("–", 1, (("Arland–Berland", ("Arland", "Berland")),)),
    )


def test_a_name_that_stands_beside_other_marks_is_a_name_too() -> None:
    """Parties that nobody knows are told by standing in several cells, whatever parts them."""
    texts = {
        "Arland / Berland": 3,
        "Arland and Berland": 2,
        "Arland – Caria": 1,
        "Berland-Caria": 1,
    }
    assert [item.mark for item in find_marks(texts)] == ["/", "and", "–", "-"]


@pytest.mark.parametrize(
    "texts",
    [
        {"Guinea-Bissau": 3, "Timor-Leste": 1},
        {"Search and rescue": 4},
        {"2019-2020": 2},
        {"A-1": 1, "B-2": 1},
        {"": 1},
        {"China; Japan": 9},
    ],
)
def test_letters_alone_are_no_reason(texts: dict[str, int]) -> None:
    """Whole names, words and numbers are no sides."""
    assert find_marks(texts) == ()


def test_other_names_of_a_party_are_known() -> None:
    """A short one in capitals alone: `us` is a word."""
    found = find_aliases(["US", "us", "U.S.A.", "dprk", "Korea, South", "Arland", "PRC"])
    assert found == {
        "US": "United States",
        "U.S.A.": "United States",
        "dprk": "North Korea",
        "Korea, South": "South Korea",
        "PRC": "China",
    }


def test_names_are_compared_without_points_case_and_kinds_of_and() -> None:
    """As people write them."""
    assert side_key("Bosnia & Herzegovina") == side_key("BOSNIA and  Herzegovina")
    assert side_key("U.S.") == side_key("us")
    assert side_key("Guinea-Bissau") in country_names()


def test_each_mark_has_a_word() -> None:
    """Those that can be told from each other only in words above all."""
    assert len({mark_words(mark) for mark in MARKS}) == len(MARKS)


def test_long_cells_take_no_time() -> None:
    """A text of more than 200 letters is none of names."""
    every = Sides(tuple(MARKS))
    for piece in (" ", "a ", "- ", "and ", ",", "a-"):
        text = piece * 1_000_000
        assert every.read(text) == text
        assert lines_run(partial(every.read, text)) < 50


def test_codes_of_countries_are_their_names_beside_others() -> None:
    """By itself a code may be a word or an office; a name that is known wins."""
    assert find_aliases(["CHN", "US", "PRK"]) == {
        "CHN": "China",
        "US": "United States",
        "PRK": "North Korea",
    }
    assert find_aliases(["AI", "General Staff"]) == {}
    assert find_aliases(["KR", "Japan"]) == {"KR": "South Korea"}
    assert find_aliases(["kr", "MOD", "Japan"]) == {}


def test_codes_are_sides_at_a_mark() -> None:
    """Where all of a cell's sides are codes, or one of them is known."""
    (mark,) = find_marks({"KR, PRK": 2, "CHN, RUS": 1})
    assert (mark.mark, mark.rows) == (",", 3)
    assert find_marks({"KR, staff": 1}) == ()
