"""Two revisions of a record side by side, on Compare."""

import pytest
from streamlit.testing.v1 import AppTest

from openline.store.store import Store
from openline.ui.data.saved import forget_list
from tests.screen import csv_text, markup, run_page, values
from tests.store.saving import NAME, save


def _data(*states: str) -> bytes:
    rows = [(f"Talks {i}", "A; B", "2020-02-29", "", state) for i, state in enumerate(states)]
    return csv_text(rows).encode()


@pytest.fixture
def one(store: Store) -> None:
    """Save a record of one revision."""
    save(store, _data("open"), None)
    forget_list()


@pytest.fixture
def three(store: Store) -> None:
    """Save a record of three revisions, of which each later one adds a channel."""
    save(store, _data("open"), None)
    save(store, _data("open", "severed"), 1, saved_by="<b>Bo</b>", note="<i>Two</i>")
    save(store, _data("open", "severed", "open"), 2)
    forget_list()


def _compared(revision: int, **query: str) -> AppTest:
    return run_page("pages/compare.py", record=f"{NAME}@{revision}", **query)


@pytest.mark.usefixtures("set_today", "three")
def test_a_revision_is_set_against_the_one_before_it() -> None:
    """The rows and the channels that differ stand on the page, and who saved the other one."""
    page = markup(_compared(3))
    assert "What revision 3 changed" in page
    assert "Compared with revision 2 of 25 Nov 2026, saved by &lt;b&gt;Bo" in page
    assert "&lt;i&gt;Two" in page
    assert "1 row added; the status of 1 channel changes" in page


@pytest.mark.usefixtures("set_today", "three")
def test_any_other_revision_can_be_chosen() -> None:
    """An earlier one is named in the address, in which the usual one is left out; against a
    later one the change is told forwards in time."""
    at = _compared(3)
    assert at.selectbox(key="compare_against").options == [
        "Revision 2 of 25 Nov 2026",
        "Revision 1 of 25 Nov 2026",
    ]
    at.selectbox(key="compare_against").set_value(1).run()
    assert "What changed from revision 1 to revision 3" in markup(at)
    assert "2 rows added; the status of 2 channels changes" in markup(at)
    assert values(at, "against") == ["1"]
    at.selectbox(key="compare_against").set_value(2).run()
    assert values(at, "against") == []
    page = markup(_compared(1, against="3"))
    assert "2 rows added" in page
    assert "Compared with the later revision 3" in page


@pytest.mark.usefixtures("set_today", "three")
def test_a_first_revision_is_set_against_the_second() -> None:
    """Nothing is before a first revision, so what came next is told."""
    page = markup(_compared(1))
    assert "What revision 2 changed" in page
    assert "1 row added" in page


@pytest.mark.usefixtures("set_today", "three")
def test_a_revision_that_is_not_there_is_named() -> None:
    """A note says so, and the usual one is compared."""
    page = markup(_compared(3, against="9"))
    assert "There is no revision 9 to compare with" in page
    assert "What revision 3 changed" in page
    assert "has no revisions to compare with" in markup(run_page("pages/compare.py", against="9"))


@pytest.mark.usefixtures("set_today", "one")
def test_a_record_of_one_revision_has_nothing_to_compare() -> None:
    """Such a record, and the bundled one, have no second revision."""
    assert "hat revision" not in markup(_compared(1))
    assert "hat revision" not in markup(run_page("pages/compare.py"))
