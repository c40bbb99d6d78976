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
    for later in ("Mend in place", "Save and share it", "Look at it", "What is wrong"):
        assert later not in page
    assert "Mend in place" in markup(press(at, "records_again"))


def test_the_difference_comes_first(store: Store) -> None:
    """What a next revision changes stands above what was brought, and is said of its errors."""
    save(store, GOOD.encode(), None)
    at = bring(BAD, "week.csv", run_page(RECORDS_SCRIPT, record=NAME))
    page = markup(press(at, "records_update"))
    assert "The newest of “Gulf lines” is revision 1 of 25 Nov 2026, saved by Ann." in page
    assert "Rows that cannot be read yet count as removed." in page
    assert page.index("2 rows removed") < page.index("as it was brought")


def test_problems_come_before_the_choices_that_are_not_needed() -> None:
    """What is wrong is seen first where nothing has to be chosen."""
    page = markup(bring(GOOD.replace("2022-08-05", "2022-02-30")))
    assert page.index("What is wrong") < page.index("Mend in place") < page.index("Look at it")
