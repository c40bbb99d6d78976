"""Words that the format lacks, and which could be meant."""

import pytest

from openline.intake.words import UnknownWord, unknown_words
from openline.record.vocabulary import VOCABULARIES
from tests.asking import read


def test_unknown_words_are_counted() -> None:
    """Each word is named once with its rows, case ignored, the most frequent first."""
    record = read(
        "channel,date,state,event,confidence",
        "A,2020,frozen solid,change,confirmed",
        "A,2021,Suspended,change,high",
        "A,2022,suspended,change,",
        "A,2023,Active,Meeting,",
    )
    assert unknown_words(record.problems) == (
        UnknownWord("state", "Suspended", 2, "severed"),
        UnknownWord("state", "Active", 1, "open"),
        UnknownWord("state", "frozen solid", 1, None),
        UnknownWord("event", "Meeting", 1, "contact"),
        UnknownWord("confidence", "high", 1, "confirmed"),
    )


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("opne", "open"),
        ("cut", "severed"),
        ("Limited", "partial"),
        ("n/a", "unknown"),
        ("zz", None),
    ],
)
def test_a_word_of_the_format_is_suggested(word: str, suggestion: str | None) -> None:
    """Words in use elsewhere and slips lead to one of the format's, others to none."""
    (found,) = unknown_words(read("channel,date,state", f"A,2020,{word}").problems)
    assert found.suggestion == suggestion


def test_planned_has_no_suggestion_of_its_own() -> None:
    """The event that is held back is named like any unknown word."""
    record = read("channel,date,state,event", "A,2020,open,", "A,2027,,planned")
    assert [item.word for item in unknown_words(record.problems)] == ["planned"]


def test_words_of_the_format_are_not_named() -> None:
    """An event that intervals cannot have is a fault, but no unknown word."""
    record = read("channel,start,state,event", "A,2020,open,contact")
    assert record.has_errors
    assert unknown_words(record.problems) == ()


def test_suggestions_are_words_of_their_column() -> None:
    """No suggestion leads to a word that its column does not have."""
    rows = [
        f"A,2020,{word},{word},{word}"
        for word in ("suspended", "status", "low", "cut", "call", "unanswered", "yes", "verified")
    ]
    for item in unknown_words(read("channel,date,state,event,confidence", *rows).problems):
        assert item.suggestion is None or item.suggestion in VOCABULARIES[item.column]
