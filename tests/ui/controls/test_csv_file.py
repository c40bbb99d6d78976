"""Data that is downloaded."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from openline.analysis.status import STATUS
from openline.questions import filters_of
from openline.ui.controls.csv_file import answer_bytes, neutral, to_download
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.screen import csv_text

Put = Callable[[str], Path]
TODAY = date(2026, 11, 23)


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


def _scene(view: View) -> Scene:
    record = load_bundled(TODAY).record
    assert record is not None
    as_of, filters = view.as_of_day(record, TODAY), filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    return Scene(STATUS_PAGE, view, record, as_of, TODAY, filters, found)


def test_the_download_is_the_table_of_the_view(put_record: Put) -> None:
    """The file has the columns of the status table and the rows of the view."""
    rows = [("Talks", "A; B", "2020-05-01", "", "open"), ("Line", "A; C", "2020-05-01", "", "open")]
    put_record(csv_text(rows))
    data = answer_bytes("status", _scene(View(parties=("A; C",)))).decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(data)))
    assert tuple(found[0]) == STATUS
    assert [row["channel"] for row in found] == ["Line"]


def test_a_download_may_ask_for_more(put_record: Put) -> None:
    """A figure's table is asked for with what the view does not say."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "severed")]))
    scene = _scene(View(asof=date(2020, 5, 2)))
    rows = answer_bytes("openings", scene, closings=True).decode("utf-8-sig").splitlines()
    assert len(answer_bytes("openings", scene).decode("utf-8-sig").splitlines()) == 1
    assert rows[1].startswith("A; B,Talks,2020-05-01,severed")
