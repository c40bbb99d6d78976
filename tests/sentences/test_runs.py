"""Runs of text, and counting in words."""

import pytest

from openline.sentences.runs import (
    Run,
    count,
    count_days,
    list_runs,
    on_date,
    plain,
    show_sides,
    show_stretch,
)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no rows"), (1, "1 row"), (2, "2 rows"), (1204, "1,204 rows")]
)
def test_things_are_counted_in_the_right_number(number: int, words: str) -> None:
    """One is singular, none and many are plural."""
    assert count(number, "row") == words


def test_days_are_counted_in_the_right_number() -> None:
    """One day is a day."""
    assert (count_days(1), count_days(2205), count_days(0)) == ("1 day", "2,205 days", "0 days")


def test_lists_end_in_and() -> None:
    """Two are joined by and, more by commas before it."""
    runs = [Run("a"), Run("b"), Run("c")]
    assert [plain(list_runs(runs[:n])) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-11-22", "on 22 Nov 2022"),
        ("2022-08", "in Aug 2022"),
        ("2020", "in 2020"),
        ("2022-08-02/2022-08-05", "on 2–5 Aug 2022"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(text: str, words: str) -> None:
    """A day is on, a month or a year is in."""
    assert on_date(text) == words


def test_parties_are_joined_by_a_dash() -> None:
    """Sides are shown with an en dash; missing parties are nothing."""
    assert show_sides("China; United States") == "China–United States"
    assert show_sides(float("nan")) == ""


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-01-01", "2020-03-01", "1 Jan 2020 – 1 Mar 2020"),
        ("2022-08-02/2022-08-05", "2023-11-15", "2–5 Aug 2022 – 15 Nov 2023"),
        ("2015-02-05", "2018-01-29/2018-02-02", "5 Feb 2015 until 29 Jan – 2 Feb 2018"),
        ("2022-08-05/2023-07-18", "2023-08-14", "5 Aug 2022 – 18 Jul 2023 until 14 Aug 2023"),
        ("2022-08-05/2023-07-18", None, "since 5 Aug 2022 – 18 Jul 2023"),
    ],
)
def test_a_stretch_is_told_apart_from_its_dates(start: str, end: str | None, words: str) -> None:
    """Where a date has a dash of its own, a word stands between the two."""
    assert show_stretch(start, end) == words
