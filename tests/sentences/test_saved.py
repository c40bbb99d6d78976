"""Sentences on saved records."""

from datetime import date

import pandas as pd
import pytest

from openline.record.problems import Problem
from openline.sentences.runs import plain
from openline.sentences.saved import (
    Saved,
    again_words,
    change_sentence,
    link_words,
    newer_words,
    older_words,
    record_link_words,
    record_title,
    revision_words,
    revisions_how,
    revisions_title,
    silent_store,
    standing_words,
)

THIRD = Saved("Gulf lines", 3, date(2026, 11, 26), "A. Analyst", "Oman added")
_REST = "All rows count, whatever the filters and the days above."


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


def test_a_revision_and_the_one_before_it_have_the_shorter_title() -> None:
    """Neighbours tell what the later one changed, others from which to which."""
    assert revisions_title(2, 3) == "What revision 3 changed"
    assert revisions_title(1, 1000) == "What changed from revision 1 to revision 1,000"


def test_the_other_revision_is_told_with_its_day_and_note() -> None:
    """Day, saver and note help to recognise a revision; a later one is called so."""
    other = Saved("Gulf lines", 4, date(2026, 11, 25), "Bo", "Cut in May")
    told = "revision 4 of 25 Nov 2026, saved by Bo"
    words = revisions_how(other, is_first=True)
    assert words == f"Compared with {told}, “Cut in May”. {_REST}"
    other = Saved("Gulf lines", 4, date(2026, 11, 25), "Bo")
    words = revisions_how(other, is_first=False)
    assert words == f"Compared with the later {told}. {_REST}"


def test_what_changed_is_counted() -> None:
    """Rows added, removed and changed are told apart, and channels that stand otherwise."""
    rows = pd.DataFrame({"change": ["added", "changed", "added", "removed"]})
    none = pd.DataFrame()
    assert change_sentence(rows, none) == (
        "2 rows added, 1 row removed and 1 row changed; no channel's status changes as a result."
    )
    one = pd.DataFrame({"x": [1]})
    assert "the status of 1 channel changes" in change_sentence(rows.head(1), one)
    assert change_sentence(rows.head(0), none).startswith("The rows are the same")


@pytest.mark.parametrize(
    ("before", "after", "differs", "words"),
    [
        ("open", "severed", "state", "A–B Hotline: open → severed"),
        (None, "open", "state", "A–B Hotline: new, open"),
        ("open", None, "state", "A–B Hotline: open → no longer in the record"),
        ("open", "open", "last_contact", "A–B Hotline: open, last contact differs"),
    ],
)
def test_how_a_channel_stands_is_told(
    before: str | None, after: str | None, differs: str, words: str
) -> None:
    """Both states are named, or what else differs."""
    row = pd.Series(
        {
            "parties": "A; B",
            "channel": "Hotline",
            "from_state": before,
            "to_state": after,
            "differs": differs,
        },
        dtype=object,
    )
    assert plain(standing_words(row)) == words
