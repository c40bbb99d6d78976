"""The list of causes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openline.questions import filters_of
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.gaps.causes_list import causes_html
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.screen import broken, csv_text
from tests.ui.gaps.cuts import COLUMNS, cuts

Put = Callable[[str], Path]
TODAY = date(2026, 11, 23)


def _html(view: View | None = None) -> str:
    view = view or View(asof=date(2020, 12, 31))
    record = load_bundled(TODAY).record
    assert record is not None
    as_of, filters = view.as_of_day(record, TODAY), filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    return broken(causes_html(Scene(STATUS_PAGE, view, record, as_of, TODAY, filters, found)))


def _each(number: int, same: int = 1) -> str:
    rows = [
        (f"Line {i}", "A; B", "", "2020-01-01", "", "severed", f"Cause {i // same}")
        for i in range(number)
    ]
    return csv_text(rows, COLUMNS)


def test_a_cause_is_counted_placed_and_measured(put_record: Put) -> None:
    """A row has the number, the days, a mark for each length, the lengths and what is unhealed."""
    put_record(cuts([10, 20], ongoing=1))
    html = _html()
    assert "3 severed on 1 Jan 2020" in html
    assert "median 20 d, 10–365 d so far" in html
    assert "1\u00a0still\u00a0severed" in html
    assert html.count("ol-strip-dot") == 2
    assert html.count("ol-strip-arrow") == 1
    assert 'style="left:100.00%"' in html


def test_the_scale_is_in_years_or_in_days(put_record: Put) -> None:
    """Long severances stand over years, short ones over days."""
    put_record(cuts([10, 100]))
    assert ">20 d<" in _html()
    put_record(cuts([10], ongoing=1))
    html = _html(View(asof=date(2026, 11, 1)))
    assert ">2 yr<" in html
    assert ">100 d<" not in html


def test_one_set_of_parties_is_not_repeated(put_record: Put) -> None:
    """Sides stand beside a channel only where several sets are shown."""
    put_record(cuts([10]))
    assert "A–B" not in _html()
    put_record(cuts([10]) + "Other,C; D,,2020-01-01,,severed,Visit,\n")
    assert "A–B" in _html()


def test_causes_of_one_severance_fold(put_record: Put) -> None:
    """Many of them stand behind one line, where others brought more."""
    rows = _each(4, same=2) + "\n".join(
        f"More {i},A; B,,2020-01-01,,severed,Single {i}," for i in range(9)
    )
    put_record(f"{rows}\n")
    html = _html()
    assert "9 causes led to one severance each" in html
    assert html.index("Cause 1") < html.index("9 causes led to") < html.index("Single 1")


def test_where_all_brought_one_none_folds(put_record: Put) -> None:
    """A list of nothing but single severances is not hidden."""
    put_record(_each(20))
    html = _html()
    assert "led to one severance each" not in html


def test_a_long_list_is_cut(put_record: Put) -> None:
    """Of many causes, and of many severances of one, the rest is counted."""
    put_record(_each(210))
    assert "10 more causes are in the data." in _html()
    put_record(_each(45, same=45))
    assert "5 more severances are in the data." in _html()


def test_severances_without_a_cause_stand_last(put_record: Put) -> None:
    """What no cause is given for is a row of its own, after all others."""
    put_record(cuts([10, 20, 30], cause="") + "Other,C; D,,2020-01-01,,severed,Visit,\n")
    html = _html()
    assert html.index("Visit") < html.index("No cause given")
    assert "3 severances without a cause come last." in html


def test_hostile_text_is_shown_as_text(put_record: Put) -> None:
    """No markup of a record takes effect, and no unsafe address is linked."""
    bad = "<img src=x onerror=alert(1)>"
    row = (bad, f"{bad}; B", bad, "2020-01-01", "", "severed", bad, "javascript:alert(1)")
    put_record(csv_text([row], COLUMNS))
    html = _html()
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert "&lt;img src=x" in html
