"""The bar of the page Records in a browser: always in view, and always with the next step."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.board import load, wait_idle
from tests.browser.test_journeys import NARROW
from tests.browser.test_records import SECONDS, headline, upload
from tests.browser.windows import visitor

ROWS: Final = "".join(f"Line {i},{2000 + i % 20}-02-0{1 + i % 7},A; B,open\n" for i in range(40))
TITLED: Final = (
    f"Lines of the region,,,\n\nchannel,date,parties,state\n{ROWS}Odd,2021-02-30,,open\n"
)
"""A file with a title line, and with one day that does not exist."""
_SCROLL: Final = """
(main, [below, share]) => {
  main.scrollTo(0, 0);
  main.scrollTo(0, share * Math.max(0, below.getBoundingClientRect().top - main.clientHeight));
}
"""
"""Scrolls by a share of the way to where the content below the file's part comes into view."""


@pytest.fixture(params=[None, NARROW], ids=["wide", "narrow"])
def visit(
    request: pytest.FixtureRequest, board: str, browser: Browser
) -> Iterator[tuple[Page, int]]:
    """Yield a page in a wide and in a narrow window, with the window's width."""
    with visitor(browser, board, request.param) as page:
        size = page.viewport_size
        assert size is not None
        load(page, "/records")
        yield page, size["width"]


def _bar(page: Page) -> Locator:
    return page.locator(".st-key-records_bar")


def _expect_in_view(page: Page, label: str, width: int) -> None:
    """Expect the bar to be in view from the top of the page to the end of the file's part."""
    button = _bar(page).get_by_role("button")
    expect(button).to_have_text(label)
    main = page.get_by_test_id("stMain")
    below = page.get_by_text("Saved records", exact=True).last.element_handle()
    for share in (0.0, 0.5, 1.0):
        main.evaluate(_SCROLL, [below, share])
        expect(button).to_be_in_viewport(ratio=1)
    main.evaluate("found => found.scrollTo(0, 0)")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_bar_leads_from_a_file_to_the_board(visit: tuple[Page, int]) -> None:
    """At each step it names the obstacle, and its button leads on: to the header, to the faulty
    row, to the missing field, and to the board."""
    page, width = visit
    upload(page, TITLED)
    expect(headline(page)).to_contain_text("line 3 looks like the header; the line above it")
    _expect_in_view(page, "Read it from line 3", width)
    _bar(page).get_by_role("button").click()
    wait_idle(page)
    expect(_bar(page)).to_contain_text("1 error to fix, the first in line 44.")
    wait_idle(page)
    _expect_in_view(page, "Show the rows with errors", width)
    _bar(page).get_by_role("button").click()
    wait_idle(page)
    expect(page.get_by_text("Fix in place")).to_be_in_viewport()
    page.get_by_text("Row by row", exact=True).click()
    wait_idle(page)
    expect(page.get_by_label("date, faulty")).to_be_visible()
    wait_idle(page)
    field = page.get_by_label("date, faulty")
    field.fill("2021-02-28")
    field.press("Tab")
    wait_idle(page)
    expect(_bar(page)).to_contain_text("Enter your name to save.")
    wait_idle(page)
    _expect_in_view(page, "Save", width)
    _bar(page).get_by_role("button").click()
    who = page.get_by_label("Your name", exact=True)
    expect(who).to_be_focused()
    expect(page.get_by_text("Your name is missing.")).to_be_in_viewport()
    who.fill("Ann")
    page.get_by_label("Name of the record").fill(f"Bar at {width}")
    page.get_by_label("Name of the record").press("Tab")
    wait_idle(page)
    expect(_bar(page)).to_contain_text("Ready to save")
    wait_idle(page)
    _bar(page).get_by_role("button").click()
    wait_idle(page)
    expect(_bar(page)).to_contain_text("is saved", timeout=SECONDS)
    wait_idle(page)
    _expect_in_view(page, "Open it on the board", width)
    _bar(page).get_by_role("button").click()
    wait_idle(page)
    expect(page.locator(".ol-context")).to_contain_text(f"Record “Bar at {width}”, revision 1 of")
