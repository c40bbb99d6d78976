"""Pages under addresses that nobody would write."""

import threading
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
        at = AppTest.from_file(str(DASHBOARD), default_timeout=budget(60, 600))
        if page.script != DASHBOARD.name:
            at.switch_page(page.script)
        for name, values in parse_qs(text, keep_blank_values=True).items():
            at.query_params[name] = values
        at.run()
        assert not at.exception, text
        assert not [error for error in at.error if FAILED in str(error.value)], text
        assert "<script" not in markup(at)


@pytest.mark.usefixtures("set_today")
def test_a_long_address_costs_a_page_no_more() -> None:
    """What is beyond the limits of a parameter is named, and nothing is done with it: a page runs
    about as many functions for 100,000 characters, and for 900 values, as for few. (Streamlit takes
    none of an address of over 1,000 values.)"""
    few = _calls("a" * 1_000, ["a"] * 60)
    assert _calls("a&; " * 25_000, ["a"] * 60) < 1.2 * few
    assert _calls("a" * 1_000, [f"a{number}" for number in range(900)]) < 1.5 * few


def _calls(channel: str, levels: list[str]) -> int:
    """Return how many functions a page calls for an address that was asked for before."""
    at = AppTest.from_file(str(DASHBOARD), default_timeout=budget(60, 600))
    at.query_params["channel"], at.query_params["level"] = channel, levels
    at.run()
    assert not at.exception
    count = 0

    def called(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    threading.setprofile(called)
    try:
        at.run()
    finally:
        threading.setprofile(None)
    return count
