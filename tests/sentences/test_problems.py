"""What is said of problems."""

from openline.record.problems import ERROR, Problem
from openline.sentences.problems import broken_file_note

_ERROR = Problem(ERROR, "date-form", 7, "date", "x", "No date.", "Write a day.")


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
