"""What a reader does on the page Openings, in a browser."""

import re
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.board import resize, wait_idle
from tests.browser.test_journeys import headline, opened
from tests.browser.test_timeline import rows_of, taken
from tests.bundled import bundled_table

YEAR: Final = "In the year to 30 Jun 2026, "
PAGE: Final = 40
"""How many rows of the list are on a page."""
PAIR: Final = "/openings?asof=2023-10-05&parties=China%3B%20United%20States"


def moves(window: int = 365) -> tuple[int, int]:
    """Return how many openings and closings there are in a window before the last day of the
    record."""
    found = bundled_table("openings", window=window, closings=True)
    closed = sum(row["change"] in {"severed", "narrowed", "ended"} for row in found)
    return len(found) - closed, closed


def rows(page: Page) -> Locator:
    """Return the rows of the list of openings and closings."""
    return page.locator(".ol-move")


def window_field(page: Page) -> Locator:
    """Return the field that takes any number of days."""
    return page.get_by_role("spinbutton", name="Any number of days")


@pytest.fixture
def page(reader: Page) -> Page:
    """Return the page of one visitor, who goes from journey to journey."""
    return reader


def test_a_reader_learns_what_opened_in_the_last_twelve_months(page: Page) -> None:
    """From the home page one click leads to the sentence and to the newest row, with its source;
    the list is saved with its coarse dates."""
    opened_then, closed = moves()
    opened(page, "/")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Openings").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("/openings"))
    expect(headline(page)).to_contain_text(f"{YEAR}{opened_then} openings and {closed} closings.")
    newest = rows(page).first
    expect(newest).to_contain_text("26 Jun 2026")
    expect(newest).to_contain_text("new → partial")
    expect(newest.get_by_role("link", name="L'Orient Today")).to_have_attribute(
        "href", re.compile("^https?://")
    )
    saved = rows_of(taken(page, "Openings as CSV"))
    assert len(saved) == opened_then + closed
    (coarse,) = (row for row in saved if row["date_text"] == "2026-03-02/2026-03-25")
    assert coarse["date"] == "2026-03-02"
    assert (coarse["after_days_min"], coarse["after_days_max"]) == ("20", "53")


def test_a_window_changes_address_sentence_and_list(page: Page) -> None:
    """A choice and a typed number change what is counted; Back undoes one at a time."""
    opened(page, "/openings")
    expect(rows(page)).to_have_count(min(sum(moves()), PAGE))
    page.get_by_role("radio", name="90 d", exact=True).click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("window=90"))
    expect(headline(page)).to_contain_text("In the 90 days to 30 Jun 2026, ")
    expect(rows(page)).to_have_count(sum(moves(90)))
    expect(window_field(page)).to_have_value("90")
    window_field(page).fill("8")
    window_field(page).press("Enter")
    wait_idle(page)
    expect(page).to_have_url(re.compile("window=8"))
    expect(headline(page)).to_contain_text("In the 8 days to 30 Jun 2026, ")
    expect(rows(page)).to_have_count(sum(moves(8)))
    page.go_back()
    wait_idle(page)
    expect(headline(page)).to_contain_text("In the 90 days to 30 Jun 2026, ")
    expect(window_field(page)).to_have_value("90")


def test_openings_are_listed_without_closings(page: Page) -> None:
    """A choice at the list leaves one kind of move, in the address too; Back restores both. The
    choice of pages keeps the focus and stays in view, on a shorter page and on a longer one; Back
    returns to both."""
    opened(page, "/openings")
    pages = page.locator(".st-key-ol_pages")
    for name, now_on, shown in (
        ("Page 2", "Page 2", sum(moves()) - PAGE),
        ("Previous page", "Next page", PAGE),
    ):
        pages.get_by_role("button", name=name).press("Enter")
        wait_idle(page)
        expect(rows(page)).to_have_count(shown)
        expect(pages.get_by_role("button", name=now_on)).to_be_focused()
        expect(pages.get_by_role("button", name=now_on)).to_be_in_viewport()
    page.go_back()
    wait_idle(page)
    expect(rows(page)).to_have_count(sum(moves()) - PAGE)
    expect(pages.get_by_role("button", name="Next page")).not_to_be_enabled()
    expect(pages.locator(":focus")).to_be_in_viewport()
    page.go_back()
    wait_idle(page)
    page.get_by_role("radio", name="Closings only").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("moves=closings"))
    expect(rows(page)).to_have_count(moves()[1])
    assert len(rows_of(taken(page, "Closings as CSV"))) == moves()[1]
    page.go_back()
    wait_idle(page)
    expect(rows(page)).to_have_count(min(sum(moves()), PAGE))


def test_the_range_changes_the_figure(page: Page) -> None:
    """The whole record is counted by year, and the address has the range."""
    opened(page, "/openings")
    expect(page.get_by_role("figure")).to_have_attribute(
        "aria-label", re.compile("^Openings and closings by quarter from 1 Jul 2016")
    )
    page.get_by_role("radio", name="All", exact=True).click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("range=all"))
    expect(page.get_by_text("Openings and closings by year", exact=True)).to_be_visible()
    expect(page.get_by_role("figure")).to_have_attribute(
        "aria-label", re.compile("^Openings and closings by year from 1 Jan 1953")
    )
    expect(headline(page)).to_contain_text(YEAR)


def test_a_row_leads_to_its_channel_on_the_same_day(page: Page) -> None:
    """A link of the list opens the channel's page, with day and window kept."""
    opened(page, f"{PAIR}&window=400")
    page.locator(".ol-move a", has_text="Defence ministers").first.click()
    wait_idle(page)
    expect(page).to_have_url(re.compile(r"/channel\?.*window=400"))
    expect(headline(page)).to_have_text("Defence ministers severed since 4 Feb 2023")


def test_signs_stand_apart_and_lead_to_their_channels(page: Page) -> None:
    """Signs are to the right of the list, 316 pixels wide, each with its channels. The counts of
    each quarter can be read without the figure, by keyboard."""
    opened(page, PAIR)
    counts = page.locator(".ol-counts")
    expect(counts).not_to_be_visible()
    page.locator(".ol-details summary").focus()
    page.keyboard.press("Enter")
    expect(counts).to_be_visible()
    expect(counts.locator("tbody tr")).to_have_count(40)
    expect(counts.locator("tr", has_text="3rd quarter of 2022")).to_contain_text("77")
    signs = page.locator(".ol-signs")
    expect(signs).to_contain_text("7 in the year")
    box, list_box = signs.bounding_box(), rows(page).first.bounding_box()
    assert box is not None
    assert list_box is not None
    assert box["width"] == pytest.approx(316, abs=1)
    assert box["x"] >= list_box["x"] + list_box["width"]
    sign = signs.locator(".ol-item", has_text="in 4 severed channels")
    sign.get_by_role("link", name="China–United States, Theater commanders talk").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("Theater commanders talk")


def test_a_phone_has_no_sideways_scroll(page: Page) -> None:
    """At 390 pixels the page is as wide as the window, and signs follow the list."""
    resize(page, 390, 844)
    opened(page, PAIR)
    wait_idle(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    boxes = rows(page).last.bounding_box(), page.locator(".ol-signs").bounding_box()
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
