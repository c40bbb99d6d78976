"""The forms of single dates, and what reading them depends on."""

import pytest

from openline.intake.date_forms import Form, Ways, read_single

_NOTHING: set[str] = set()


@pytest.mark.parametrize(
    ("text", "expected", "needs"),
    [
        ("8/5/2022", "2022-05-08", {"order"}),
        ("5/5/2022", "2022-05-05", _NOTHING),
        ("8/5/22", "2022-05-08", {"order", "pivot"}),
        ("2022/8/5", "2022-08-05", _NOTHING),
        ("20220805", "2022-08-05", _NOTHING),
        ("8/2022", "2022-08", _NOTHING),
        ("2022.8", "2022-08", _NOTHING),
        ("2022-8", "2022-08", _NOTHING),
        ("2022年8月5日", "2022-08-05", _NOTHING),
        ("2022年8月", "2022-08", _NOTHING),
        ("2022년 8월 5일", "2022-08-05", _NOTHING),
        ("ngày 5 tháng 8 năm 2022", "2022-08-05", _NOTHING),
        ("44778", "2022-08-05", {"epoch"}),
        ("44778.5", "2022-08-05", {"epoch", "time"}),
        ("44778.0", "2022-08-05", {"epoch"}),
        ("aug-22", "2022-08", {"month_year", "pivot"}),
        ("aug '22", "2022-08", {"month_year", "pivot"}),
        ("5-aug-22", "2022-08-05", {"pivot"}),
        ("friday, august 5th, 2022", "2022-08-05", _NOTHING),
        ("5 de agosto de 2022", "2022-08-05", _NOTHING),
        ("q3 2021", "2021-07/2021-09", _NOTHING),
        ("1659657600", "2022-08-05", {"time"}),
    ],
)
def test_a_form_says_what_it_depends_on(text: str, expected: str, needs: set[str]) -> None:
    """Nothing where it can be read in one way alone."""
    found = read_single(text, Ways())
    assert found is not None
    assert (found.text, {*found.needs}) == (expected, needs)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8/5",
        "30/2/2022",
        "spring 2022",
        "5 aug 5",
        "99999/1/1",
        "4477",
        "447780",
        "aug",
        "aug 5",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    """Nor is a date that does not exist, or has too little."""
    assert read_single(text, Ways()) is None


def test_names_are_read_in_the_first_language_that_knows_them() -> None:
    """The name is told, so that it can be asked what it means."""
    text = "5. listopada 2022"
    polish, croatian = (
        read_single(text, Ways(languages=order)) for order in (("pl", "hr"), ("hr",))
    )
    assert polish == Form("2022-11-05", frozenset(), ("listopada",))
    assert croatian == Form("2022-10-05", frozenset(), ("listopada",))
    assert read_single(text, Ways(languages=("en",))) is None


def test_two_names_of_months_are_no_single_date() -> None:
    """A Spanish Tuesday is spelled as March is."""
    assert read_single("jan-mar 2020", Ways()) is None


def test_short_years_and_numbers_of_days_go_by_what_is_said() -> None:
    """The pivot is the last year of this century; days are counted from 1900 or 1904."""
    assert [read_single(f"5 aug {year}", Ways(pivot=26)) for year in ("26", "27")] == [
        Form("2026-08-05", frozenset({"pivot"}), ("aug",)),
        Form("1927-08-05", frozenset({"pivot"}), ("aug",)),
    ]
    assert read_single("43525", Ways(epoch=1900)) == Form("2019-03-01", frozenset({"epoch"}))
    assert read_single("43525", Ways(epoch=1904)) == Form("2023-03-02", frozenset({"epoch"}))
