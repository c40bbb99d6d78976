"""Words that the format lacks, and which could be meant."""

import pytest

from openline.intake.words import UnknownWord, unknown_words
from openline.record.vocabulary import VOCABULARIES


def test_unknown_words_are_counted() -> None:
    """Each word is named once with its rows, case ignored, the most frequent first."""
    texts = {
        "state": {"frozen solid": 1, "Suspended": 1, "suspended": 1, "Active": 1, "OPEN": 9},
        "event": {"change": 3, "Meeting": 1},
        "confidence": {"high": 1, "confirmed": 1},
        "summary": {"shut": 3},
    }
    assert unknown_words(texts, {}) == (
        UnknownWord("state", "Suspended", 2, "severed"),
        UnknownWord("state", "Active", 1, "open"),
        UnknownWord("state", "frozen solid", 1, None),
        UnknownWord("event", "Meeting", 1, "contact"),
        UnknownWord("confidence", "high", 1, "confirmed"),
    )


def test_words_that_were_chosen_are_not_asked_about_again() -> None:
    """Whatever their case, and only in the column for which they were chosen."""
    texts = {"state": {"Shut": 1, "up": 1}, "event": {"shut": 1}}
    found = unknown_words(texts, {"state": {" SHUT": "severed"}})
    assert [(item.column, item.word) for item in found] == [("state", "up"), ("event", "shut")]


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("opne", "open"),
        ("cut", "severed"),
        ("Limited", "partial"),
        ("n/a", "unknown"),
        ("zz", None),
        ("not open", None),
    ],
)
def test_a_word_of_the_format_is_suggested(word: str, suggestion: str | None) -> None:
    """Words in use elsewhere and slips lead to one of the format's, others to none."""
    (found,) = unknown_words({"state": {word: 1}}, {})
    assert found.suggestion == suggestion


def _suggested(
    states: dict[str, int], known: dict[str, str] | None = None
) -> dict[str, str | None]:
    found = unknown_words({"state": states}, {"state": known or {}})
    return {item.word: item.suggestion for item in found}


def test_a_slip_of_a_word_of_the_file_s_own_means_the_same() -> None:
    """Where that word stands in more rows, and what it means is known or was chosen."""
    states = {"cut": 3, "cutt": 1, "limited": 2, "limitd": 1, "quiet": 4, "quite": 1}
    found = _suggested(states)
    assert (found["cutt"], found["limitd"], found["quite"]) == ("severed", "partial", None)
    assert _suggested(states, {"Quiet": "open"})["quite"] == "open"
    assert _suggested({"cutt": 1, "cut": 1}) == {"cut": "severed", "cutt": None}
    many = {"cut": 2, "cutt": 1} | {f"word {i}": 1 for i in range(100)}
    assert _suggested(many)["cutt"] is None


def test_suggestions_are_words_of_their_column() -> None:
    """No suggestion leads to a word that its column does not have."""
    words = ("suspended", "status", "low", "cut", "call", "unanswered", "yes", "verified")
    for item in unknown_words({column: dict.fromkeys(words, 1) for column in VOCABULARIES}, {}):
        assert item.suggestion is None or item.suggestion in VOCABULARIES[item.column]
