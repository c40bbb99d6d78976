"""The header: which column is which, and what is missing, doubled or in two forms."""

from collections.abc import Collection
from functools import partial
from typing import Any

import pytest

from openline.record.delimited import place_columns
from openline.record.header import check_header, nearest
from tests.steps import lines_run


def test_columns_stand_where_the_header_says() -> None:
    """The format's columns are found by any spelling, in any order; others keep their own."""
    places = place_columns(["State", "Note to self", "CHANNEL", "Cadence-Days", "date"])
    assert places == {"state": 0, "Note to self": 1, "channel": 2, "cadence_days": 3, "date": 4}


def test_start_and_end_are_of_the_format_only_together() -> None:
    """`End` is another column of the file unless there is a `start`."""
    assert place_columns(["channel", "date", "End"]) == {"channel": 0, "date": 1, "End": 2}
    assert place_columns(["channel", "Start", "End"]) == {"channel": 0, "start": 1, "end": 2}


def test_of_a_repeated_column_the_first_counts() -> None:
    """A column that comes twice is read at its first place."""
    assert place_columns(["date", "channel", "Date"]) == {"date": 0, "channel": 1}


def _found(*header: str) -> list[tuple[str, str | None]]:
    return [(item.code, item.column) for item in check_header(header)]


def test_a_sound_header_has_no_problem() -> None:
    """The three needed columns are enough, and `start` stands for `date`."""
    assert _found("state", "date", "channel") == []
    assert _found("state", "start", "channel") == []


@pytest.mark.parametrize("name", ["channel", "date", "state"])
def test_a_needed_column_is_missed_by_name(name: str) -> None:
    """A header without a needed column is an error that names it, on line 1."""
    header = [other for other in ("channel", "date", "state", "summary") if other != name]
    (problem,) = check_header(header)
    assert (problem.code, problem.line, problem.column) == ("column-missing", 1, name)


def test_a_missing_column_names_the_nearest_header() -> None:
    """Where a header looks like the missing one, it is named; else the header is listed."""
    (near,) = check_header(["chanel", "date", "state"])
    assert "chanel" in near.suggestion
    (far,) = check_header(["x", "date", "state"])
    assert "x, date, state" in far.message


@pytest.mark.parametrize(
    ("begin", "end"),
    [("date_start", "date_end"), ("start_date", "end_date"), ("opened", "closed"), ("from", "to")],
)
def test_a_begin_and_an_end_are_named_as_intervals(begin: str, end: str) -> None:
    """Where `date` is missing and a begin and an end are there, both are named together."""
    (found,) = check_header(["channel", begin, end, "state"])
    assert (found.code, found.column) == ("column-missing", "date")
    assert found.suggestion == (
        f"Are {begin!r} and {end!r} the start of intervals and the first day after them?"
        " Rename them 'start' and 'end'."
    )


def test_a_date_in_several_columns_is_to_be_joined() -> None:
    """Where a year and a month stand in columns of their own, none of them is the date."""
    (found,) = check_header(["channel", "state", "Year", "month", "day"])
    assert found.suggestion == "Join 'Year' and 'month' and 'day' to one column: 2022-08-05."
    (found,) = check_header(["channel", "state", "day"])
    assert found.suggestion == "Is it 'day'? Rename that column."


def test_cells_apart_by_a_bar_are_named() -> None:
    """A bar separates cells only where the file says so, and the hint says how."""
    problems = check_header(["channel|date|state"])
    assert {item.suggestion for item in problems} == {
        "If | separates the cells, begin the file with the line sep=|."
    }


def test_an_end_under_its_name_asks_for_the_begin() -> None:
    """Where `end` stands by its name, only the begin is to be renamed."""
    (found,) = check_header(["channel", "opened", "end", "state"])
    assert found.suggestion == "Is 'opened' where intervals begin? Rename it 'start'."


def test_a_header_that_fits_another_column_better_is_not_named() -> None:
    """`Rename that column` never names one that is more likely something else."""
    found = check_header(["date", "channel_status", "update"])
    assert [(item.column, item.suggestion) for item in found] == [
        ("channel", "Add a column named 'channel'."),
        ("state", "Is it 'channel_status'? Rename that column."),
    ]


def test_a_header_of_50_000_columns_is_checked_at_once() -> None:
    """Looking for repeated names takes linear time, and the message stays short."""
    header = [f"column {i}" for i in range(50_000)]
    few, many = (lines_run(partial(check_header, header[:n])) for n in (5_000, 20_000))
    assert many < 5 * few
    found = check_header([*header, "column 7"])
    assert [item.code for item in found] == ["column-repeated", *["column-missing"] * 3]
    assert "and 49,981 more" in found[1].message


def test_a_repeated_column_is_an_error_however_it_is_spelled() -> None:
    """Two spellings of one name are the same column twice."""
    assert _found("channel", "date", "state", "Cadence Days", "cadence_days") == [
        ("column-repeated", "cadence_days")
    ]
    assert _found("channel", "date", "state", "Note", "note") == [("column-repeated", "note")]


def test_both_forms_at_once_are_an_error() -> None:
    """A header with `date` and `start` could be read in two ways."""
    assert _found("channel", "date", "start", "state") == [("date-and-start", "start")]


def test_the_nearest_word_ignores_case() -> None:
    """The nearest choice is found whatever its case, and none where none is near."""
    assert nearest("OPNE", ["open", "partial"]) == "open"
    assert nearest("zzz", ["open", "partial"]) is None


def test_looking_for_a_near_word_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long word is not looked for, and of many choices some that begin alike are compared."""
    compared: list[int] = []

    def counted(word: str, choices: Collection[str], **_: Any) -> list[str]:
        compared.append(len(choices))
        return sorted(choices)[:1]

    monkeypatch.setattr("difflib.get_close_matches", counted)
    names = [f"{begin}{place}" for place in range(2_000) for begin in ("ab", "xy")]
    assert nearest("ABC", names) == "ab0"
    assert nearest("a" * 61, names) is None
    assert compared == [500]
