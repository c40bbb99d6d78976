"""Days in words."""

from datetime import date

import pytest

from openline.sentences.days import change_since, covered_words, on_day

DAY = date(2024, 1, 31)


def test_a_sentence_begins_with_its_day_or_with_the_last_known() -> None:
    """Only a day after the record's end is told by what was last known."""
    assert on_day(DAY) == on_day(DAY, DAY) == "On 31 Jan 2024, "
    assert on_day(DAY, date(2024, 1, 1)) == "Last known on 1 Jan 2024: "


@pytest.mark.parametrize(
    ("days", "last", "words"),
    [
        (30, DAY, ""),
        (30, None, ""),
        (30, date(2024, 1, 21), "The record ends on 21 Jan 2024 and covers 20 of these 30 days."),
        (7, date(2024, 1, 1), "The record ends on 1 Jan 2024 and covers none of these 7 days."),
        (1, date(2024, 1, 1), "The record ends on 1 Jan 2024 and covers none of this day."),
    ],
)
def test_it_is_said_how_many_days_the_record_covers(
    days: int, last: date | None, words: str
) -> None:
    """Nothing is said where it covers all of them."""
    assert covered_words(days, DAY, last) == words


@pytest.mark.parametrize(
    ("difference", "since", "words"),
    [
        (2, "1y", "+2 on a year before"),
        (-1, "1d", "−1 on the day before"),
        (0, "30d", "as 30 days before"),
        (0, DAY, "as on 31 Jan 2024"),
        (1204, DAY, "+1,204 since 31 Jan 2024"),
    ],
)
def test_a_change_names_the_other_day(difference: int, since: str | date, words: str) -> None:
    """A step back by its name, a day by itself."""
    assert change_since(difference, since) == words
