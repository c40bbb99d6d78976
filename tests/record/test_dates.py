"""Dates: what is read, what is refused and how, and how a date is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.record.dates import (
    DateFault,
    DateRange,
    canonical_date,
    parse_date,
    show_date,
    show_day,
)

DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "canonical"),
    [
        ("2022-08-05", "2022-08-05", "2022-08-05", "2022-08-05"),
        ("2022-08", "2022-08-01", "2022-08-31", "2022-08"),
        ("2022", "2022-01-01", "2022-12-31", "2022"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("1900-02", "1900-02-01", "1900-02-28", "1900-02"),
        ("2022-08-02/2022-08-05", "2022-08-02", "2022-08-05", "2022-08-02/2022-08-05"),
        ("[2022-08-02..2022-08-05]", "2022-08-02", "2022-08-05", "2022-08-02/2022-08-05"),
        ("[2022-08..2023]", "2022-08-01", "2023-12-31", "2022-08/2023"),
        ("2022-08/2022-09-15", "2022-08-01", "2022-09-15", "2022-08/2022-09-15"),
        ("2022-08-20/2022-08", "2022-08-20", "2022-08-31", "2022-08-20/2022-08"),
        ("2022-08-05 00:00:00", "2022-08-05", "2022-08-05", "2022-08-05"),
        ("2022-08-05T00:00", "2022-08-05", "2022-08-05", "2022-08-05"),
        ("2022-08-05T00:00:00.000Z", "2022-08-05", "2022-08-05", "2022-08-05"),
        ("2022-08-02T00:00/2022-08-05 00:00", "2022-08-02", "2022-08-05", "2022-08-02/2022-08-05"),
        ("0001-01-01", "0001-01-01", "0001-01-01", "0001-01-01"),
        ("9999", "9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_a_date_is_bound_by_the_days_that_it_allows(
    text: str, earliest: str, latest: str, canonical: str
) -> None:
    """A date of the format gives its earliest and latest day and one canonical text."""
    expected = DateRange(date.fromisoformat(earliest), date.fromisoformat(latest), canonical)
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30",
        "2023-02-29",
        "2023-13",
        "2023-00",
        "2023-01-00",
        "2023-01-32",
        "0000",
        "2022-08-05/2022-08-02",
        "2022-08/2022-07",
        "[2022-08-05..2022-08-02]",
        "2022-08-01/2022-02-30",
    ],
)
def test_a_day_that_does_not_exist_is_impossible(text: str) -> None:
    """A date in the right form that no calendar has, or an interval that runs backwards, is
    impossible."""
    fault = parse_date(text)
    assert isinstance(fault, DateFault)
    assert fault.code == "date-impossible"


_ACCEPTED = "Write 2022-08-05, 2022-08 or 2022, or two of these joined by /."


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("05/08/2022", "Write 2022-08-05 or 2022-05-08."),
        ("5.8.2022", "Write 2022-08-05 or 2022-05-08."),
        ("25/12/2022", "Write 2022-12-25."),
        ("12/25/2022", "Write 2022-12-25."),
        ("05/05/2022", "Write 2022-05-05."),
        ("2022/08/05", "Write 2022-08-05."),
        ("2022-8-5", "Write 2022-08-05."),
        ("20220805", "Write 2022-08-05."),
        ("5 Aug 2022", "Write 2022-08-05."),
        ("5 August 2022", "Write 2022-08-05."),
        ("Aug 5, 2022", "Write 2022-08-05."),
        ("2022-08-05 12:30", "Write 2022-08-05."),
        ("2022-08-05T14:30:00Z", "Write 2022-08-05."),
        ("05/08/2022 2:30 PM", "Write 2022-08-05 or 2022-05-08."),
        ("Aug 2022", "Write 2022-08."),
        ("2022-09-05 - 2022-09-07", "Write 2022-09-05/2022-09-07."),
        ("2022-09-05 – 2022-09-07", "Write 2022-09-05/2022-09-07."),
        ("2022-09-05 to 2022-09-07", "Write 2022-09-05/2022-09-07."),
        ("2022-09-05 12:00 - 2022-09-07 13:00", "Write 2022-09-05/2022-09-07."),
        ("2022-08-02 / 2022-08-05", "Write 2022-08-02/2022-08-05."),
        ("[2022-08-02 .. 2022-08-05]", "Write 2022-08-02/2022-08-05."),
        ("2022-08 – 2022-09", "Write 2022-08/2022-09."),
        ("2021–2022", "Write 2021/2022."),
        ("5 Aug 2022 – 7 Aug 2022", "Write 2022-08-05/2022-08-07."),
        (
            "05.08.2022 – 07.08.2022",
            "Write 2022-08-05/2022-08-07 or 2022-05-08/2022-07-08.",
        ),
        ("05.08.2022 bis 17.08.2022", "Write 2022-08-05/2022-08-17."),
        ("5/8/2022/7/8/2022", _ACCEPTED),
        ("2022-09-05 until further notice", _ACCEPTED),
        ("2022-09-07 - 2022-09-05", _ACCEPTED),
        ("2022-09-05 and after", _ACCEPTED),
        ("5–7 Aug 2022", _ACCEPTED),
        ("202285", _ACCEPTED),
        ("5 Marble 2022", _ACCEPTED),
    ],
)
def test_another_form_is_refused_with_what_to_write(text: str, hint: str) -> None:
    """A date in another form is no date, and what it may mean is told in the right form."""
    fault = parse_date(text)
    assert isinstance(fault, DateFault)
    assert (fault.code, fault.suggestion) == ("date-form", hint)


def test_a_day_or_month_first_date_is_said_to_be_ambiguous() -> None:
    """A date that two conventions read differently says so and names both days."""
    fault = parse_date("05/08/2022")
    assert isinstance(fault, DateFault)
    assert "ambiguous" in fault.message
    assert "5 Aug 2022" in fault.message
    assert "8 May 2022" in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2022-",
        "-2022",
        "22-08-05",
        "2022-08-05/",
        "/2022-08-05",
        "2022-08-02/2022-08-03/2022-08-05",
        "2022-08-05T00:00:01",
        "2022-08 00:00",
        "[2022-08-02...2022-08-05]",
        "[2022-08-02/2022-08-05]",
        "2022-08-05 ",
        "٢٠٢٢-٠٨-٠٥",
        "2022-08-05?",
        "31/31/2022",
        "44778",
        "32 Foo 2022",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """A text that is no date of the format is named as such, with the forms that are read."""
    fault = parse_date(text)
    assert isinstance(fault, DateFault)
    assert fault.code == "date-form"
    assert fault.suggestion


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    """No text makes reading a date fail: it gives a date or says why not."""
    found = parse_date(text)
    assert isinstance(found, (DateRange, DateFault))


@given(st.tuples(DAYS, DAYS).map(sorted))
def test_a_canonical_date_reads_as_its_days(days: list[date]) -> None:
    """The text made for two days is read as these, and reading its text again changes nothing."""
    found = parse_date(canonical_date(days[0], days[1]))
    assert isinstance(found, DateRange)
    assert [found.earliest, found.latest] == days
    assert parse_date(found.text) == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2022-08-05", "5 Aug 2022"),
        ("2022-08", "Aug 2022"),
        ("2022", "2022"),
        ("2022-08-02/2022-08-05", "2–5 Aug 2022"),
        ("2022-05/2022-08", "May–Aug 2022"),
        ("2020/2022", "2020–2022"),
        ("2022-07-30/2022-08-05", "30 Jul – 5 Aug 2022"),
        ("2021-12-30/2022-01-02", "30 Dec 2021 – 2 Jan 2022"),
        ("2022-08-05/2022-08-05", "5 Aug 2022"),
        ("2021-12/2022-01-02", "Dec 2021 – 2 Jan 2022"),
        ("2022-01-02/2023", "2 Jan 2022 – 2023"),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_was_given(text: str, shown: str) -> None:
    """A date is shown with the precision that the file gave, an interval without repeating."""
    assert show_date(text) == shown


@given(DAYS)
def test_a_day_is_shown_in_words(day: date) -> None:
    """A day is shown as day, short month and year, alike from a date and from its text."""
    assert show_day(day) == show_date(day.isoformat())
    assert show_day(day) == f"{day.day} {day:%b} {day.year:04}"


def test_an_early_year_is_seen_to_be_one() -> None:
    """`1 Jan 1` would be read as two days."""
    assert show_day(date(1, 1, 1)) == "1 Jan 0001"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[2022-08-02..2022-08-05]", "2022-08-02/2022-08-05"),
        ("[2022-08..2022-09]", "2022-08/2022-09"),
        ("[2021..2022-03-01]", "2021/2022-03-01"),
        ("2022-08-02T00:00/2022-08-05 00:00:00", "2022-08-02/2022-08-05"),
    ],
)
def test_an_interval_has_one_form(text: str, expected: str) -> None:
    """EDTF's form of an interval and midnights after its days are written with a slash."""
    found = parse_date(text)
    assert isinstance(found, DateRange)
    assert found.text == expected


def test_an_ambiguous_interval_says_both_readings() -> None:
    """An interval whose halves two conventions read differently names both intervals."""
    fault = parse_date("05.08.2022 – 07.08.2022")
    assert isinstance(fault, DateFault)
    assert "5–7 Aug 2022 or 8 May – 8 Jul 2022" in fault.message


def test_a_long_text_is_no_date_in_another_form() -> None:
    """Over 60 letters nothing is tried as another form: blanks, digits and dashes by the
    megabyte are dismissed at once, and told by their first letters."""
    assert getattr(parse_date("5 Aug 2022".rjust(60)), "suggestion", "") == "Write 2022-08-05."
    assert getattr(parse_date("5 Aug 2022".rjust(61)), "suggestion", "") == _ACCEPTED
    for mark in (" ", "1", "-", " - ", "1/", "[", "..", "2022-08-05 "):
        fault = parse_date(mark * 1_000_000)
        assert isinstance(fault, DateFault)
        assert fault.suggestion == _ACCEPTED
        assert len(fault.message) < 200


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("31.6.2023", "'31.6.2023': Jun 2023 has 30 days.", "write 2023-06."),
        ("2/30/2024", "'2/30/2024': Feb 2024 has 29 days.", "write 2024-02."),
        ("31 April 2021", "'31 April 2021': Apr 2021 has 30 days.", "write 2021-04."),
        ("2023.2.29", "'2023.2.29': Feb 2023 has 28 days.", "write 2023-02."),
    ],
)
def test_a_day_that_its_month_lacks_is_said_to_be_that(text: str, message: str, hint: str) -> None:
    """In another form too: the form is not what is wrong with it."""
    fault = parse_date(text)
    assert isinstance(fault, DateFault)
    assert fault.message == f"There is no such day as {message}"
    assert fault.suggestion.endswith(hint)


@pytest.mark.parametrize("text", ["32.6.2023", "31.13.2023", "31.6.0000", "31 Foo 2021"])
def test_what_is_no_day_in_any_month_is_no_date(text: str) -> None:
    """Numbers that no day or month has are not taken for one."""
    fault = parse_date(text)
    assert isinstance(fault, DateFault)
    assert "is not a date in a form that can be read" in fault.message
