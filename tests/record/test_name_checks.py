"""Names of channels and parties, compared across the record."""

from functools import partial

import pytest

from tests.asking import codes, read
from tests.steps import lines_run

_HEADER = "channel,parties,date,state"


def test_names_that_look_alike_are_a_warning() -> None:
    """Channels of the same parties, and parties, are named once where they look alike."""
    rows = ("Line,X; Y,2020,open", "LINE,X; Y,2021,open", "LINE,X; Y,2022,open")
    assert codes(_HEADER, *rows) == [("names-alike", 3)]
    assert codes(_HEADER, "Line,X; Y,2020,open", "LINE,X; Z,2021,open") == []
    assert ("names-alike", 3) in codes(_HEADER, "Line,X; Y,2020,open", "Other,x; Z,2021,open")


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ("Hotline", "hotline", "case"),
        ("Café", "Cafe\u0301", "the form of its letters"),
        ("Hotline", "Hot\u200bline", "characters that cannot be seen"),
        ("Seoul-Tokyo", "Seoul–Tokyo", "a dash, an apostrophe or a quotation mark"),
        ("Seoul-Tokyo", "SEOUL–Tokyo", "a dash, an apostrophe or a quotation mark"),
    ],
)
def test_names_say_in_what_they_differ(first: str, second: str, difference: str) -> None:
    """The warning says what tells two names apart that look the same."""
    problems = read("channel,date,state", f"{first},2020,open", f"{second},2021,open").problems
    (found,) = [item for item in problems if item.code == "names-alike"]
    assert found.message.endswith(f"only in {difference} and counts as a different name.")
    assert (found.line, found.column, found.value) == (3, "channel", second)


def test_channels_of_parties_that_look_alike_are_compared() -> None:
    """The same channel under two spellings of its parties is told of the parties alone."""
    found = read(_HEADER, "Line,X; Y,2020,open", "Line,x; Y,2021,open").problems
    assert [(item.code, item.line, item.column) for item in found] == [
        ("names-alike", 3, "parties")
    ]


def test_a_channel_with_and_without_parties_is_a_warning() -> None:
    """A name that stands both ways is named once, at the later row, with both lines."""
    rows = ("North line,A; B,2019,open", "North line,,2021,severed", "North line,,2022,open")
    (found,) = read(_HEADER, *rows).problems
    assert (found.code, found.line, found.column) == ("parties-missing", 3, "parties")
    assert "has no parties in line 3" in found.message
    assert "line 2 it has A; B" in found.message
    assert codes(_HEADER, rows[1], rows[0]) == [("parties-missing", 3)]


@pytest.mark.parametrize("rows", [("A,X; Y,2019,open", "A,X; Z,2020,open"), ("A,,2019,open",)])
def test_parties_everywhere_or_nowhere_are_no_warning(rows: tuple[str, ...]) -> None:
    """Channels of one name with other parties are two, and a record needs no parties."""
    assert codes(_HEADER, *rows, "B,X; Y,2020,open") == []


@pytest.mark.parametrize(
    "written",
    [
        "Arland–Berland",
        "Berland - Arland",
        "Arland/Berland",
        '"Arland, Berland"',
        "arland and Berland",
        "Arland vs. Berland",
        "Arland & Berland",
        "Berland ↔ Arland",
        "Arland und Berland",
    ],
)
def test_two_names_in_one_are_a_warning(written: str) -> None:
    """A single name that is made of names which the file has apart is named with these."""
    found = read(_HEADER, "Line,Arland; Berland,2019,open", f"Other,{written},2020,open").problems
    assert [(item.code, item.line, item.column) for item in found] == [
        ("parties-joined", 3, "parties")
    ]
    assert "land; " in found[0].suggestion


@pytest.mark.parametrize(
    "written", ["Guinea-Bissau", "Arland–Cland", "Trinidad and Tobago", "Arland Berland"]
)
def test_a_name_that_is_one_is_no_warning(written: str) -> None:
    """A name with a dash or an `and` is one where the file has not all of its parts apart."""
    rows = ("Line,Arland; Berland,2019,open", f"Other,{written},2020,open")
    assert codes(_HEADER, *rows) == []


def test_three_names_in_one_are_found() -> None:
    """A list of names with commas and an `and` is taken apart as a whole."""
    rows = ("Line,A; B; C,2019,open", 'Other,"A, B and C",2020,open')
    assert codes(_HEADER, *rows) == [("parties-joined", 3)]


def test_a_name_of_over_500_letters_is_an_error() -> None:
    """Names of channels and of each party have at most 500 letters."""
    assert codes("channel,date,state", f"{'a' * 500},2020,open") == []
    assert codes("channel,date,state", f"{'a' * 501},2020,open") == [("name-too-long", 2)]
    assert codes(_HEADER, f"A,{'b' * 500}; {'c' * 500},2020,open") == []
    found = read(_HEADER, f"A,b; {'c' * 60_000},2020,open")
    assert [(item.code, item.column) for item in found.problems] == [("name-too-long", "parties")]
    assert len(found.problems[0].message) < 300
    assert found.observations.empty


def test_names_are_compared_in_linear_time() -> None:
    """Four times the channels take no more than five times the steps."""
    rows = [f"Line {i},Party {i}–Other; X,2020,open" for i in range(4_000)]
    few, many = (lines_run(partial(read, _HEADER, *rows[:n])) for n in (1_000, 4_000))
    assert many < 5 * few
