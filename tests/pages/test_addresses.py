"""Pages under addresses that nobody would write."""

from typing import Final
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.pages import PAGES, Page
from tests.budget import budget
from tests.screen import DASHBOARD, markup
from tests.view.queries import mutated

SEED: Final = 7
FAILED: Final = "This page could not be drawn"


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_page_is_drawn_under_any_address(page: Page) -> None:
    """No mutated address keeps a page from being drawn, and none adds an element of its own."""
    for text in mutated(SEED, budget(3, 715)):
        at = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        if page.script != DASHBOARD.name:
            at.switch_page(page.script)
        for name, values in parse_qs(text, keep_blank_values=True).items():
            at.query_params[name] = values
        at.run()
        assert not at.exception, text
        assert not [error for error in at.error if FAILED in str(error.value)], text
        assert "<script" not in markup(at)
