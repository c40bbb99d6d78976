"""What is computed of a comparison."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openline.analysis.compare import COMPARISON
from openline.questions import filters_of
from openline.ui.compare.days import Days, days_of
from openline.ui.compare.tables import compared_frame
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.pages import COMPARE_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.screen import csv_text

Put = Callable[[str], Path]
NOW = date(2026, 11, 23)
ROWS = [
    ("Calm", "A; B", "2020-01-01", "", "open", "Opened."),
    ("Back", "A; B", "2020-01-01", "", "open", "Opened."),
    ("Back", "A; B", "2021-02-01", "", "severed", "Cut off."),
    ("Back", "A; B", "2021-08-01", "", "open", "Open again."),
]


def _scene(view: View) -> Scene:
    record = load_bundled(NOW).record
    assert record is not None
    as_of = view.as_of_day(record, NOW)
    filters = filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    return Scene(COMPARE_PAGE, view, record, as_of, NOW, filters, found)


def test_each_channel_has_its_states_and_its_newest_move(put_record: Put) -> None:
    """The comparison's columns, and what moved a channel between the days."""
    put_record(csv_text(ROWS))
    scene = _scene(View(asof=date(2022, 1, 1)))
    found = compared_frame(scene, days_of(scene))
    assert set(COMPARISON) <= set(found)
    assert found["channel"].tolist() == ["Back", "Calm"]
    assert found["moves"].tolist() == [2, 0]
    assert found["lowest"].fillna("").tolist() == ["severed", ""]
    assert found["summary"].tolist()[0] == "Open again."


def test_the_days_are_those_of_the_comparison(put_record: Put) -> None:
    """The as-of day plays no part where other days are named; equal questions share an answer."""
    put_record(csv_text(ROWS))
    scene = _scene(View(asof=date(2020, 6, 1)))
    days = Days(date(2021, 1, 1), date(2021, 3, 1), date(2021, 1, 1), date(2021, 3, 1))
    found = compared_frame(scene, days)
    assert found["to_state"].tolist() == ["severed", "open"]
    assert compared_frame(scene, days) is found
