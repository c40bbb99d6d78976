"""Columns under other names: what is proposed, and how sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.header_guesses import guess_columns


def _names(*header: str) -> dict[str, str]:
    return {column: name for column, (name, _) in guess_columns(header).items()}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            ("Line", "Countries", "Since", "Status"),
            {"channel": "Line", "parties": "Countries", "date": "Since", "state": "Status"},
        ),
        (
            ("Hotline", "From", "To", "Status"),
            {"channel": "Hotline", "start": "From", "end": "To", "state": "Status"},
        ),
        (
            ("channel", "state", "Since", "Until"),
            {"start": "Since", "end": "Until"},
        ),
        (
            ("channel", "date", "state", "From", "URL", "Reason", "Notes"),
            {"source_url": "URL", "cause": "Reason", "summary": "Notes"},
        ),
        (("Chanel", "Dates", "Sate"), {"channel": "Chanel", "date": "Dates", "state": "Sate"}),
        (("channel", "state", "start", "finish"), {"end": "finish"}),
        (
            ("Channel_Name", "Event date", "STATE"),
            {"channel": "Channel_Name", "date": "Event date"},
        ),
        (("Kanal", "Datum", "Zustand"), {"channel": "Kanal", "date": "Datum", "state": "Zustand"}),
    ],
)
def test_other_names_are_recognised(header: tuple[str, ...], expected: dict[str, str]) -> None:
    """The usual names of analysts, other languages and slips lead to the format's columns."""
    assert _names(*header) == expected


def test_a_complete_header_needs_nothing() -> None:
    """Where the needed columns stand and no name is like another, nothing is proposed."""
    assert _names("channel", "date", "state", "xyz") == {}


def test_the_surest_guess_comes_first() -> None:
    """Guesses are in order of how sure they are, which is a share of 1."""
    sure = [sure for _, sure in guess_columns(("Status", "Chanel", "Since")).values()]
    assert sure == sorted(sure, reverse=True)
    assert all(0 < value <= 1 for value in sure)


def test_the_same_word_is_no_guess_twice() -> None:
    """One name is proposed for one column only: the one that it fits best."""
    assert _names("Line", "Since", "Status", "Line ") == {
        "channel": "Line",
        "date": "Since",
        "state": "Status",
    }


@given(st.lists(st.text(max_size=12) | st.sampled_from(["From", "to", "date", "Status", "Line"])))
def test_guesses_are_names_of_the_header(header: list[str]) -> None:
    """Whatever the header, each guess is one of its names, given once."""
    names = list(_names(*header).values())
    assert set(names) <= {name.strip() for name in header}
    assert len(names) == len(set(names))


def test_very_many_columns_are_guessed_by_known_names_alone() -> None:
    """A header of thousands of names is looked through at once, and a name of megabytes too."""
    assert guess_columns(["x" * 3_000_000, "a", "b"]) == {}
    found = guess_columns(["Line", "Sttus", "Status", *(f"measure {i}" for i in range(3_000))])
    assert found["channel"][0] == "Line"
    assert found["state"][0] == "Status"
