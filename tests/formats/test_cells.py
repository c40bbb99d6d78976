"""Cells as plain values: days, whole numbers, words and what is missing."""

from datetime import date

import numpy as np
import pandas as pd

from openline.formats.cells import plain_column, plain_rows, problem_frame, visible_cells
from openline.formats.machine import text_of
from openline.record.problems import PROBLEM_FIELDS, WARNING, Problem


def test_days_are_iso_dates() -> None:
    """A column of days has its days as text and missing ones as None."""
    days = pd.Series(pd.to_datetime(["2022-08-05", None]))
    assert plain_column(days) == ["2022-08-05", None]


def test_days_far_from_today_are_kept() -> None:
    """A day that nanoseconds cannot hold is written like any other."""
    days = pd.Series(np.array(["0001-01-01", "9999-12-31"], dtype="datetime64[us]"))
    assert plain_column(days) == ["0001-01-01", "9999-12-31"]


def test_days_among_other_values_are_iso_dates() -> None:
    """A day in a mixed column loses its time of day and stays a date."""
    mixed = pd.Series([date(2022, 8, 5), pd.Timestamp("2022-08-06"), "x"], dtype=object)
    assert plain_column(mixed) == ["2022-08-05", "2022-08-06", "x"]


def test_whole_numbers_stay_whole_beside_missing_ones() -> None:
    """A nullable column of whole numbers gives whole numbers and None."""
    values = plain_column(pd.Series([3, None], dtype="Int64"))
    assert values == [3, None]
    assert type(values[0]) is int


def test_numbers_are_not_rounded() -> None:
    """A fraction is given as it was computed."""
    assert plain_column(pd.Series([1 / 3, np.nan])) == [1 / 3, None]


def test_booleans_stay_booleans() -> None:
    """Yes and no are no numbers, in plain and in nullable columns."""
    assert [type(value) for value in plain_column(pd.Series([True, False]))] == [bool, bool]
    assert plain_column(pd.Series([True, None], dtype="boolean")) == [True, None]


def test_every_missing_value_is_none() -> None:
    """Whatever a library writes for nothing becomes None."""
    assert plain_column(pd.Series([None, np.nan, pd.NA, pd.NaT], dtype=object)) == [None] * 4


def test_rows_follow_the_columns() -> None:
    """Rows are tuples in the order of the frame's columns."""
    frame = pd.DataFrame({"b": ["x", "y"], "a": [1, 2]})
    assert plain_rows(frame) == [("x", 1), ("y", 2)]


def test_no_rows_and_no_columns_give_nothing() -> None:
    """An empty frame has no rows, with columns or without."""
    assert plain_rows(pd.DataFrame()) == []
    assert plain_rows(pd.DataFrame({"a": []})) == []


def test_a_table_shows_what_cannot_be_seen() -> None:
    """In its texts alone, missing ones left out; the frame itself stays as it is."""
    frame = pd.DataFrame({"name": ["\u202egnp.exe", None], "days": [1, 2]})
    mixed = pd.DataFrame({"cell": pd.Series(["\u200b", 3, None], dtype=object)})
    assert visible_cells(mixed)["cell"].to_list()[:2] == ["\ufffd", 3]
    shown = visible_cells(frame)
    assert shown["name"].to_list()[0] == "�gnp.exe"
    assert shown["name"].isna().to_list() == [False, True]
    assert shown["days"].to_list() == [1, 2]
    assert frame["name"].to_list()[0] == "\u202egnp.exe"


def test_a_problem_is_a_row() -> None:
    """With its line as a whole number, and nothing where it has none."""
    of_file = Problem(WARNING, "encoding-guessed", None, None, None, "Guessed.", "Look.")
    of_row = Problem(WARNING, "date-future", 3, "date", "2099", "Later.", "Look.")
    assert text_of(problem_frame([of_file, of_row]), "csv") == (
        "severity,code,line,column,value,message,suggestion\r\n"
        "warning,encoding-guessed,,,,Guessed.,Look.\r\n"
        "warning,date-future,3,date,2099,Later.,Look.\r\n"
    )
    assert list(problem_frame([])) == list(PROBLEM_FIELDS)
