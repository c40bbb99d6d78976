"""The words of the page Records."""

from dataclasses import replace
from datetime import date

import pytest

from openline.sentences.problems import beyond_words
from openline.sentences.records import (
    PASTED_ROWS,
    FileState,
    error_words,
    file_headline,
    file_sentence,
    file_size_words,
    next_step,
    records_headline,
    records_sentence,
    rows_words,
    saved_sentence,
)
from openline.sentences.runs import plain

GOOD = FileState("a.csv", 0, 0, 0, 5, 2, date(2020, 1, 1), date(2022, 8, 5))


@pytest.mark.parametrize(
    ("errors", "rows", "words"),
    [
        (0, 5, "Pasted rows have no errors; they can be saved."),
        (2, 5, "Pasted rows have 2 errors; they can be viewed but not saved yet."),
        (1, 0, "Pasted rows have 1 error; none of them can be read yet."),
    ],
)
def test_pasted_rows_are_several(errors: int, rows: int, words: str) -> None:
    """Rows have no file's name, and the sentence agrees with them."""
    assert plain(file_headline(FileState(PASTED_ROWS, errors, 0, 0, rows, 1))) == words


def test_a_faulty_file_is_told_with_its_counts() -> None:
    """Errors and their lines are counted, and what can be done with the file is said."""
    state = replace(GOOD, errors=3, lines=2)
    words = "a.csv has 3 errors in 2 lines; it can be viewed but not saved yet."
    assert plain(file_headline(state)) == words
    assert "fix what is wrong below" in next_step(state)


def test_a_file_that_cannot_be_read_is_told_so() -> None:
    """An error of the whole file stands in no line, and there is nothing to look at."""
    state = FileState("a.pdf", 1, 0, 0, 0, 0)
    assert plain(file_headline(state)) == ("a.pdf has 1 error; none of its rows can be read yet.")
    assert plain(file_sentence(state)).startswith("Next: see below")


def test_a_good_file_can_be_saved() -> None:
    """Warnings are counted and keep nobody from saving."""
    assert plain(file_headline(GOOD)) == "a.csv has no errors; it can be saved."
    warned = plain(file_headline(replace(GOOD, warnings=1)))
    assert warned == "a.csv has no errors and 1 warning; it can be saved."
    assert "then save it" in next_step(GOOD)


def test_a_saved_file_names_its_revision() -> None:
    """After the save the headline says as what, and the next step is to share it."""
    saved = replace(GOOD, saved_as=("Gulf", 2))
    assert plain(file_headline(saved)) == "a.csv is saved as “Gulf”, revision 2."
    assert next_step(saved) == "Next: share its link, or open it."


def test_choosing_comes_before_mending() -> None:
    """Where words are still to be chosen, that is the next step."""
    state = replace(GOOD, errors=3, lines=2, to_choose=True)
    assert next_step(state) == "Next: choose below how it is to be read."


def test_what_is_still_to_be_chosen_is_progress() -> None:
    """While questions are open, rows are counted as found and errors stand below."""
    state = replace(GOOD, errors=116, lines=58, rows=0, to_choose=True, found=58)
    several = replace(state, asks=("the parties", "the words", "the dates"))
    words = "a.csv: 58 rows found; 3 things are still to be chosen."
    assert plain(file_headline(several)) == words
    assert plain(file_sentence(several)) == (
        "Next: choose the parties, the words and the dates. "
        "Until then there are 116 errors in 58 lines."
    )
    words = "a.csv: 58 rows found; only the dates are still to be chosen."
    assert plain(file_headline(replace(state, asks=("the dates",)))) == words
    mostly_read = replace(several, rows=50)
    assert plain(file_headline(mostly_read)).startswith("a.csv has 116 errors")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (GOOD, "5 rows of 2 channels were read, from 1 Jan 2020 to 5 Aug 2022."),
        (replace(GOOD, rows=1, channels=1, last=GOOD.first), "1 row of 1 channel was read, of"),
        (replace(GOOD, first=None), "5 rows of 2 channels were read."),
    ],
)
def test_what_was_read_is_counted(state: FileState, words: str) -> None:
    """Rows, channels and days are named."""
    assert rows_words(state).startswith(words)


@pytest.mark.parametrize(
    ("saved", "start"),
    [(None, "Add a record"), (0, "Add a record"), (1, "1 record is"), (3, "3 records are")],
)
def test_the_page_begins_with_what_is_saved(saved: int | None, start: str) -> None:
    """Saved records are counted where there are any."""
    assert plain(records_headline(saved)).startswith(start)
    assert plain(records_sentence("Up to 50 MB.")).endswith("until you save it. Up to 50 MB.")


def test_a_save_is_confirmed() -> None:
    """The same bytes are not saved twice, and that is said."""
    assert saved_sentence("Gulf", 2, already=False) == "Saved as “Gulf”, revision 2."
    assert "nothing was added" in saved_sentence("Gulf", 2, already=True)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (14_200, "14 KB"), (2_345_678, "2.3 MB")],
)
def test_sizes_are_told_as_people_do(size: int, words: str) -> None:
    """Bytes, kilobytes and megabytes."""
    assert file_size_words(size) == words


def test_problems_beyond_the_listed_are_counted_by_kind() -> None:
    """What is not listed is told by its kinds and numbers; where all is listed, nothing is."""
    assert beyond_words(10_000, {}) == ""
    assert beyond_words(10_000, {"date-form": 1}) == (
        "The first 10,000 problems are listed; 1 more was counted: date-form 1."
    )
    assert beyond_words(10_000, {"date-form": 1_200, "row-repeated": 3}) == (
        "The first 10,000 problems are listed; 1,203 more were counted:"
        " date-form 1,200, row-repeated 3."
    )


def test_errors_that_are_only_counted_may_be_in_further_lines() -> None:
    """Of 60,000 errors the lines of 10,000 are known."""
    state = replace(GOOD, errors=60_000, lines=10_000, unlisted=50_000)
    words = "60,000 errors in at least 10,000 lines"
    assert words in plain(file_headline(state))
    assert error_words(state).startswith(words)
    asking = replace(state, rows=0, found=60_000, asks=("the words",))
    assert f"Until then there are {words}." in plain(file_sentence(asking))
    assert "60,000 errors in 10,000 lines" in error_words(replace(state, unlisted=0))
