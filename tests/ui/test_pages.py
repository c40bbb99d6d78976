"""The list of pages."""

import pytest

from openline.ui.pages import PAGES, STATUS_PAGE, Page
from tests.screen import ROOT, markup, run_page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_each_page_has_a_script_that_runs(page: Page, set_today: None) -> None:
    """Every page in the list runs, its frame links to all of them, and its foot on paper says
    of which day it is and when it was printed."""
    assert (ROOT / page.script).is_file()
    at = run_page(None if page is STATUS_PAGE else page.script)
    assert not at.exception
    titles = [link.proto.label for link in at.get("page_link")]
    assert titles == [other.title for other in PAGES]
    foot = markup(at).partition("ol-foot")[2]
    assert "as of 30 Jun 2026 · printed on 23 Nov 2026" in foot


def test_every_script_is_in_the_list() -> None:
    """A page that no link leads to does not exist."""
    scripts = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")}
    assert scripts == {page.script for page in PAGES if page is not STATUS_PAGE}
