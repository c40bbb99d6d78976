"""Pages under addresses that nobody would write."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.pages import PAGES, Page
from tests.budget import budget
from tests.screen import DASHBOARD, csv_text, markup, run_page
from tests.view.queries import mutated

pytestmark = pytest.mark.thorough

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
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_page_is_drawn_at_both_ends_of_the_calendar(
    page: Page, put_record: Callable[[str], Path]
) -> None:
    """Nothing counts back beyond the year 1, nor on beyond 9999."""
    days = ("0001-01-01", "0001-01-02", "2020-01-01", "9999-12-30", "9999-12-31")
    states = ("open", "severed", "open", "severed", "open")
    put_record(csv_text([("L", "A; B", *row) for row in zip(days, [""] * 5, states, strict=True)]))
    script = None if page.script == DASHBOARD.name else page.script
    for day in (days[1], days[-1]):
        at = run_page(script, asof=day, range="10y", window="100000", carry="99999", fresh="on")
        assert not at.exception
        assert not [error for error in at.error if FAILED in str(error.value)], day


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
