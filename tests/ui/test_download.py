"""Data that is downloaded."""

import csv
import io

import pandas as pd
import pytest

from openline.ui.download import neutral, to_download


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\uff1d1"])
def test_a_formula_is_neutralised(text: str) -> None:
    """A cell that a spreadsheet would compute gets an apostrophe before it."""
    assert neutral(text) == f"'{text}"


def test_plain_text_is_left_alone() -> None:
    """A cell that is no formula is written as it stands."""
    assert neutral("Talks = none") == "Talks = none"


def test_cells_and_header_are_neutralised_and_numbers_are_not() -> None:
    """Numbers stay numbers, negative ones too; text of a record cannot act."""
    frame = pd.DataFrame({"=name": ["=1", None, "b"], "days": [-1, 2, 3]})
    rows = list(csv.reader(io.StringIO(to_download(frame).decode("utf-8-sig"))))
    assert rows == [["'=name", "days"], ["'=1", "-1"], ["", "2"], ["b", "3"]]
    assert frame.columns.tolist() == ["=name", "days"]
