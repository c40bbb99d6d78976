"""The file that is worked on."""

import pytest

from openline.store.store import Store
from tests.records import BAD, GOOD, RECORDS_SCRIPT, bring, press
from tests.screen import markup, run_page
from tests.store.saving import NAME, save

pytestmark = pytest.mark.usefixtures("set_today")


def test_what_a_file_is_for_is_asked_before_all_else(store: Store) -> None:
    """While a record may be meant, nothing of the file is to be mended or saved yet; its rows
    are shown."""
    save(store, GOOD.encode(), None)
    at = bring(BAD, "week.csv", run_page(RECORDS_SCRIPT, record=NAME))
    page = markup(at)
    assert "week.csv: is it a file of “Gulf lines”?" in page
    assert "The file" in page
    for later in ("Fix in place", "Save and share it", "Look at it", "What is wrong"):
        assert later not in page
    assert "Fix in place" in markup(press(at, "records_again"))


def test_the_difference_comes_first(store: Store) -> None:
    """What a next revision changes stands above what was brought, and is said of its errors."""
    save(store, GOOD.encode(), None)
    at = bring(BAD, "week.csv", run_page(RECORDS_SCRIPT, record=NAME))
    page = markup(press(at, "records_update"))
    assert "The newest of “Gulf lines” is revision 1 of 25 Nov 2026, saved by Ann." in page
    assert "Rows that cannot be read yet count as removed." in page
    assert page.index("2 rows removed") < page.index("as uploaded")


def test_problems_come_before_the_choices_that_are_not_needed() -> None:
    """What is wrong is seen first where nothing has to be chosen."""
    page = markup(bring(GOOD.replace("2022-08-05", "2022-02-30")))
    assert page.index("What is wrong") < page.index("Fix in place") < page.index("Look at it")


def test_a_header_elsewhere_is_told_before_the_errors_that_follow_from_it() -> None:
    """The headline and the list of problems say the cause; the errors are folded away."""
    text = "Lines of the region,,\n\nLine,Since,Status\nHotline,2020,up\nTalks,2021,up\n"
    page = markup(bring(text, "titled.csv"))
    assert "titled.csv: line 3 looks like the header; the line above it will be left out." in page
    assert (
        '<p class="ol-cause">Line 3 looks like the header; the line above it will be left out.</p>'
        in page
    )
    assert "will probably disappear once the header is fixed</summary>" in page
    assert "errors in" not in page


def test_rows_that_only_look_alike_once_misread_are_no_repeats() -> None:
    """Below a title all cells but the first have no name; nothing is said to repeat."""
    rows = "".join(f"Hotline,{year},up\n" for year in range(2000, 2030))
    page = markup(bring(f"Lines of the region\nLine,Since,Status\n{rows}", "titled.csv"))
    assert "repeats line" not in page


def test_of_a_file_beyond_a_limit_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No choice makes it fit: the limit is told, and the rows are shown, and nothing else."""
    monkeypatch.setenv("OPENLINE_MAX_COLUMNS", "3")
    page = markup(bring("Line,When,Status,More\nHotline,5.8.2022,shut,x\n", "wide.csv"))
    assert "The file has more columns than the limit here, 3." in page
    assert "Hotline" in page
    for asked in ("Columns that have other names", "Fix in place", "Look at it"):
        assert asked not in page
