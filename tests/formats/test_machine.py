"""JSON and CSV as programs read them."""

import csv
import io
import json

import numpy as np
import pandas as pd
import pytest

from openline.formats.machine import text_of


@pytest.fixture
def frame() -> pd.DataFrame:
    """A frame with a day, a number, a word and a truth, each missing once."""
    return pd.DataFrame(
        {
            "day": pd.to_datetime(["2022-08-05", None]),
            "days": pd.Series([3, None], dtype="Int64"),
            "share": [1 / 3, np.nan],
            "name": pd.Series(['Ü "x", y', None], dtype="str"),
            "overdue": pd.Series([True, None], dtype="boolean"),
        }
    )


def test_json_is_an_array_of_objects(frame: pd.DataFrame) -> None:
    """Each row is an object with the columns in order, missing as null."""
    first, second = json.loads(text_of(frame, "json"))
    assert first == {
        "day": "2022-08-05",
        "days": 3,
        "share": 1 / 3,
        "name": 'Ü "x", y',
        "overdue": True,
    }
    assert list(second.items()) == [(name, None) for name in frame]


def test_json_keeps_letters(frame: pd.DataFrame) -> None:
    """Letters beyond ASCII are written as they are."""
    assert "Ü" in text_of(frame, "json")


def test_json_without_rows_is_an_empty_array(frame: pd.DataFrame) -> None:
    """A table without rows is an array without objects."""
    assert text_of(frame.iloc[:0], "json") == "[]\n"


def test_json_has_no_number_that_json_lacks() -> None:
    """A missing fraction is null, never NaN."""
    assert "NaN" not in text_of(pd.DataFrame({"a": [np.nan]}), "json")


def test_csv_ends_lines_as_the_standard_says(frame: pd.DataFrame) -> None:
    """Every line ends with carriage return and line feed."""
    text = text_of(frame, "csv")
    assert text.count("\r\n") == text.count("\n") == 3
    assert text.endswith("\r\n")


def test_csv_leaves_the_missing_empty(frame: pd.DataFrame) -> None:
    """Missing cells are empty, truths are words and numbers are unrounded."""
    rows = list(csv.reader(io.StringIO(text_of(frame, "csv"), newline="")))
    assert rows[0] == list(frame)
    assert rows[1] == ["2022-08-05", "3", repr(1 / 3), 'Ü "x", y', "true"]
    assert rows[2] == [""] * 5


def test_csv_keeps_line_breaks_within_cells() -> None:
    """A cell with a line break is quoted and read back whole."""
    text = text_of(pd.DataFrame({"a": ["one\ntwo"], "b": [False]}), "csv")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], ["one\ntwo", "false"]]


def test_csv_without_rows_is_the_header(frame: pd.DataFrame) -> None:
    """A table without rows still names its columns."""
    assert text_of(frame.iloc[:0], "csv") == "day,days,share,name,overdue\r\n"
