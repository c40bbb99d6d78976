"""Spelling: slips of the hand are told from words of their own."""

import pytest

from openline.record.spelling import is_slip
from tests.steps import lines_run


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("opne", "open"),
        ("poen", "open"),
        ("opeen", "open"),
        ("severd", "severed"),
        ("sevred", "severed"),
        ("parital", "partial"),
        ("unkown", "unknown"),
        ("chnage", "change"),
        ("confrimed", "confirmed"),
        ("confimd", "confirmed"),
        ("infered", "inferred"),
    ],
)
def test_a_slip_is_one_wrong_letter(word: str, meant: str) -> None:
    """A letter that is wrong, lost, doubled or swapped makes a slip; in long words two do."""
    assert is_slip(word, meant)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("unopened", "open"),
        ("reopen", "open"),
        ("not open", "open"),
        ("never severed", "severed"),
        ("reserved", "severed"),
        ("several", "severed"),
        ("served", "severed"),
        ("no contact", "contact"),
        ("contract", "contact"),
        ("chance", "change"),
        ("unconfirmed", "confirmed"),
        ("conformed", "confirmed"),
        ("deported", "reported"),
        ("unreported", "reported"),
        ("preferred", "inferred"),
        ("Argentina", "partial"),
        ("impartial", "partial"),
        ("known", "unknown"),
        ("bended", "ended"),
        ("open?", "open"),
        ("open*", "open"),
        ("", "open"),
        ("on", "open"),
    ],
)
def test_a_word_of_its_own_is_no_slip(word: str, meant: str) -> None:
    """What stands before a word, a longer word and other words of the language are no slips."""
    assert not is_slip(word, meant)


def test_a_long_word_is_dismissed_at_once() -> None:
    """A word of megabytes is not compared letter by letter."""
    assert not is_slip("open" * 1_000_000, "open")
    assert lines_run(lambda: is_slip("open" * 1_000_000, "open")) < 20
