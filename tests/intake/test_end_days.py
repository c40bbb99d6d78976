"""What the ends of intervals mean."""

from openline.intake.end_days import EndDays, count_end_days


def test_intervals_speak_for_their_last_day() -> None:
    """One that ends on the day before the next one starts, or on the day on which it starts."""
    rows = [
        ("North", "1990-01-01", "2010-05-04"),
        ("North", "2010-05-05", "2020-12-31"),
        ("South", "2022-03-05", "2022-03-05"),
        ("South", "2010-05-05", "2011"),
    ]
    assert count_end_days(rows) == EndDays(2, 0, ("2022-03-05", "2020-12-31", "2011-01-01"))


def test_intervals_speak_for_the_day_after() -> None:
    """One that ends on the day on which the next one starts; other channels say nothing."""
    rows = [
        ("North", "2019-03-01", "2020-03-01"),
        ("North", "2020-03-01", "2021-01-01"),
        ("South", "2021-01-01", "9999-12-31"),
        ("South", "soon", "2021-01-01"),
        ("South", "2020-01-01", ""),
    ]
    assert (count_end_days(rows).last, count_end_days(rows).after) == (0, 1)
