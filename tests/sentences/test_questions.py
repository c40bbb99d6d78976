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
    """As many proposals as there is room for; a column may be left as it is, a word may not."""
    assert choose_words(said_of("words"), ["up → open", "shut → severed"], 1) == (
        "Choose what its words mean: up → open, shut → severed. 1 word still needs a meaning."
    )
    long = ["a" * 100, "b" * 100, "c" * 100]
    assert choose_words(said_of("words"), long, 0).endswith(f"mean: {'a' * 100} and 2 more.")
    assert choose_words(said_of("columns"), [], 3) == "Choose which column is which."
