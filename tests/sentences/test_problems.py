"""What is said of problems."""

from openline.record.problems import ERROR, Problem
from openline.sentences.problems import broken_file_note, limit_words, no_room_words

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
        "The file channels.csv is missing or cannot be read; there is no record to show."
    )
    assert broken_file_note((), missing=None, kept=True) == ""


def test_every_limit_of_a_file_is_said() -> None:
    """Size, rows, columns, channels and cells, then those of a cell and of a line."""
    words = limit_words(
        megabytes=50,
        rows=1_000_000,
        columns=500,
        channels=20_000,
        cells=4_000_000,
        line=2_000_000,
        letters=32_767,
    )
    assert words == (
        "Up to 50 MB, 1,000,000 rows, 500 columns, 20,000 channels and 4,000,000 cells; "
        "32,767 characters per cell and 2,000,000 bytes per line."
    )


def test_what_has_no_room_names_who_can_make_some() -> None:
    """Whoever reads it, colleagues, and whoever runs the board."""
    words = no_room_words(1_400)
    assert "may take 1,400 MB together. Nothing was changed." in words
    assert "Close tabs whose work is saved, ask colleagues to close theirs" in words
    assert "Whoever runs the board can allow more." in words
