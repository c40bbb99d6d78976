"""The words of the questions on what a file means."""

import pytest

from openline.sentences.questions import apply_words, choose_words, said_of


@pytest.mark.parametrize(
    ("what", "proposed", "label"),
    [
        ("columns", 0, "Use these columns"),
        ("columns", 1, "Use the proposed column"),
        ("columns", 7, "Use the 7 proposed columns"),
        ("left_out", 2, "Leave these rows out"),
        ("dates_end", 1, "Use these dates"),
    ],
)
def test_the_button_names_what_it_does(what: str, proposed: int, label: str) -> None:
    """Proposals are counted where that says more."""
    assert apply_words(said_of(what), proposed) == label


def test_what_is_proposed_is_listed_and_what_is_not_is_counted() -> None:
    """Three proposals at most; a column may be left as it is, a word may not."""
    named = [f"{letter} → open" for letter in "abcde"]
    assert choose_words(said_of("words"), named, 1) == (
        "Choose what its words mean: a → open, b → open, c → open and 2 more. "
        "1 word still needs a meaning."
    )
    assert choose_words(said_of("columns"), [], 3) == "Choose which of its columns is which."
