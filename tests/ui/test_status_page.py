"""What Status asks and gives away."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openline.analysis.status import STATUS
from openline.ui.cache import Look, load_bundled, tables
from openline.ui.frame import Scene, filters_of
from openline.ui.pages_table import STATUS_PAGE
from openline.ui.status_page import answer_bytes, question_of, unfiltered
from openline.view import View
from tests.screen import csv_text

Put = Callable[[str], Path]
TODAY = date(2026, 11, 23)


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


def test_a_question_has_the_view_s_day_and_carry(put_record: Put) -> None:
    """What is asked is what is looked at."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    question = question_of(_scene(View(asof=date(2021, 1, 1), carry=10)))
    assert (question.as_of, question.carry) == (date(2021, 1, 1), 10)


def test_all_channels_are_shown_by_leaving_the_filters_out() -> None:
    """The way back keeps day and range."""
    view = View(parties=("A",), confidence="confirmed", asof="today", range="3y")
    assert unfiltered(view) == View(asof="today", range="3y")
