"""Two revisions of a record side by side, on Compare."""

import pytest

from openline.store.store import Store
from openline.ui.saved import forget_list
from tests.screen import csv_text, markup, run_page
from tests.store.saving import NAME, save


def _data(*states: str) -> bytes:
    rows = [(f"Talks {i}", "A; B", "2020-02-29", "", state) for i, state in enumerate(states)]
    return csv_text(rows).encode()


@pytest.fixture
def two(store: Store) -> None:
    """Save a record of two revisions, of which the second adds a channel."""
    save(store, _data("open"), None)
    save(store, _data("open", "severed"), 1, saved_by="<b>Bo</b>")
    forget_list()


@pytest.mark.usefixtures("set_today", "two")
def test_a_later_revision_says_what_it_changed() -> None:
    """The rows and the channels that differ from the revision before stand on the page."""
    at = run_page("pages/compare.py", record=NAME)
    page = markup(at)
    assert "What revision 2 changed" in page
    assert "Against revision 1" in page
    assert "1 row added" in page


@pytest.mark.usefixtures("set_today", "two")
def test_a_first_revision_changed_nothing() -> None:
    """A first revision, and the bundled record, have nothing before them."""
    assert "What revision" not in markup(run_page("pages/compare.py", record=f"{NAME}@1"))
    assert "What revision" not in markup(run_page("pages/compare.py"))
