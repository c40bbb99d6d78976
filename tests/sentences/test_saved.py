"""Sentences on saved records."""

from datetime import date

import pytest

from openline.record.problems import Problem
from openline.sentences.runs import plain
from openline.sentences.saved import (
    Saved,
    again_words,
    link_words,
    newer_words,
    older_words,
    record_link_words,
    record_title,
    revision_words,
    silent_store,
)

THIRD = Saved("Gulf lines", 3, date(2026, 11, 26), "A. Analyst", "Oman added")


def test_the_title_says_which_record_and_revision() -> None:
    """Record, revision, day and who saved it stand in one line."""
    words = "revision 3 of 26 Nov 2026, saved by A. Analyst"
    assert revision_words(THIRD) == words
    assert record_title(THIRD) == f"Record “Gulf lines”, {words}"


def test_a_newer_revision_is_told_with_its_note() -> None:
    """Whoever follows a record learns who saved what, and what they look at."""
    assert plain(newer_words(THIRD, 2)) == (
        "Revision 3 of “Gulf lines” was saved by A. Analyst on 26 Nov 2026: “Oman added”. "
        "You are looking at revision 2."
    )
    assert "26 Nov 2026. You" in plain(newer_words(Saved("G", 3, THIRD.day, "A"), 2))


def test_whoever_stays_is_told_quietly() -> None:
    """An address that stays with a revision says so."""
    assert plain(older_words(THIRD, 1)) == (
        "This address stays with revision 1. The newest is revision 3 of 26 Nov 2026, "
        "saved by A. Analyst."
    )


def test_the_links_are_told_apart() -> None:
    """One sentence says what each of two links shows."""
    assert "the second always shows revision 3 as of 30 Jun 2026" in link_words(
        3, date(2026, 6, 30)
    )


def test_the_links_to_a_record_are_told_apart() -> None:
    """Without a view there is no day to speak of."""
    assert record_link_words(3).endswith("the second always shows revision 3.")


def test_it_is_said_whose_choices_are_offered() -> None:
    """The revision that was read by them is named, and who saved it when."""
    assert again_words(THIRD) == (
        "It can be read as revision 3, saved by A. Analyst on 26 Nov 2026:"
    )


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("store-unreachable", "The store of saved records does not answer."),
        ("store-damaged", "The store of saved records is damaged."),
        ("store-later", "A setting is wrong."),
    ],
)
def test_a_silent_store_is_told_to_whoever_looks(code: str, cause: str) -> None:
    """The cause is plain; the effect depends on what is shown."""
    problem = Problem("error", code, None, None, None, "A setting is wrong.", "Mend it.")
    bundled = silent_store(problem, is_bundled=True, is_shown=True)
    kept = silent_store(problem, is_bundled=False, is_shown=True)
    none = silent_store(problem, is_bundled=False, is_shown=False)
    assert [item.severity for item in (bundled, kept, none)] == ["warning", "warning", "error"]
    assert all(item.message.startswith(cause) for item in (bundled, kept, none))
    assert none.message.endswith("nothing is shown; the address remains valid.")
