"""Notes under the context line."""

from openline.record.problems import ERROR, WARNING, Problem
from openline.ui.notes import broken_file_note, notes_html

_PROBLEM = Problem(WARNING, "parameter-value", None, "asof", "x", "asof is <x>.", "Write a day.")
_ERROR = Problem(ERROR, "date-form", 7, "date", "x", "No date.", "Write a day.")


def test_a_note_shows_its_text_as_text() -> None:
    """What an address says is never markup."""
    assert "asof is &lt;x&gt;. Write a day." in notes_html([_PROBLEM])


def test_no_problem_makes_no_note() -> None:
    """A page without problems has no empty box."""
    assert notes_html([], [""]) == ""


def test_the_note_of_a_broken_file_names_the_first_error_and_the_number() -> None:
    """The note says how many errors there are, the first of them, and what is shown."""
    note = broken_file_note((_ERROR, _ERROR), missing=None, kept=True)
    assert note == (
        "The record's file has 2 errors; the last good record is shown. "
        "The first is: Line 7: No date. Write a day."
    )


def test_the_note_of_a_missing_file_says_what_is_shown() -> None:
    """A file that is gone is said to be gone."""
    assert broken_file_note((), missing="channels.csv", kept=False) == (
        "The file channels.csv is not there or cannot be read; there is no record to show."
    )
    assert broken_file_note((), missing=None, kept=True) == ""
