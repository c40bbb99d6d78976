"""Whole addresses of what is shown."""

import pytest
from streamlit.runtime.context import ContextProxy

from openline.ui.controls.page_links import board_address
from openline.ui.pages import PAGES, Page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
@pytest.mark.parametrize("base", ["", "/lines"])
def test_the_board_stands_above_its_pages(
    page: Page, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below a path of its own too, whatever is asked of the page."""
    at = f"http://localhost{base}/{page.path}?asof=today"
    monkeypatch.setattr(ContextProxy, "url", at)
    assert board_address(page) == f"http://localhost{base}"
