"""What is said where there is nothing."""

from datetime import date

from openline.sentences.empty import before_record, found_words, no_channel, no_moves, nothing_found
from openline.sentences.runs import plain


def test_no_channel_names_the_filters() -> None:
    """The reader sees which filters left nothing."""
    assert plain(no_channel(["military", "talks"])) == (
        "No channel matches these filters: military, talks."
    )
    assert plain(no_channel([])) == "No channel matches these filters."


def test_before_the_record_the_first_day_is_told() -> None:
    """A day before the first state says when that is."""
    assert plain(before_record(date(1960, 1, 1), "1963-06-20")) == (
        "On 1 Jan 1960 no channel had a recorded state; the first dates from 20 Jun 1963."
    )
    assert plain(before_record(date(1960, 1, 1), None)) == (
        "On 1 Jan 1960 no channel had a recorded state."
    )


def test_an_empty_list_names_its_window() -> None:
    """No move is said with the days that were looked at."""
    assert plain(no_moves(date(2023, 10, 5), 365)) == "None in the 365 days before 5 Oct 2023."
    assert plain(no_moves(date(2023, 10, 5), 2000)) == "None in the 2,000 days before 5 Oct 2023."
    assert plain(no_moves(date(2023, 10, 5), 0)) == "None on 5 Oct 2023."


def test_what_is_found_is_counted() -> None:
    """Observations, and the channels that they are of."""
    assert plain(found_words("us", 1, 1)) == "“us”: 1 observation in 1 channel."
    assert plain(found_words("us", 1204, 3)) == "“us”: 1,204 observations in 3 channels."


def test_nothing_found_says_where_it_was_looked_for() -> None:
    """The day, the other filters, and the columns."""
    words = plain(nothing_found("zebra", date(2024, 1, 31)))
    assert words.startswith("Nothing found for “zebra” up to 31 Jan 2024, under the other")
