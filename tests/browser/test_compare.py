"""What a reader does on the page Compare, in a browser."""

import re
from collections import Counter
from datetime import date
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.board import go_on, hover_row, resize, wait_idle
from tests.browser.test_journeys import NARROW, headline, opened
from tests.bundled import bundled_table

PAIR: Final = "/compare?asof=2023-10-05&parties=China%3B%20United%20States"
SEVEN_YEARS: Final = f"{PAIR}&from=2016-10-05"
IN_ROW: Final = 400
"""How far right of the first name a row is clicked, in pixels."""


def names(page: Page) -> Locator:
    """Return the channels in the table of changes."""
    return page.locator(".ol-changes").last.locator("tbody td:first-child")


def set_date(page: Page, label: str, day: str) -> None:
    """Set one of the two days."""
    field = page.get_by_role("textbox", name=label, exact=True)
    field.fill(day)
    field.press("Enter")
    wait_idle(page)


def click_row(page: Page, channel: str) -> None:
    """Click the row of a channel in the figure."""
    hover_row(page.locator(".st-key-ol_dumbbell"), channel, IN_ROW, channel)
    page.mouse.down()
    page.mouse.up()


@pytest.fixture
def page(reader: Page) -> Page:
    """Return the page of one visitor, who goes from journey to journey."""
    return reader


def test_both_days_change_address_sentence_figure_and_table(page: Page) -> None:
    """A reader goes from the home page to a comparison of two chosen days; Back undoes one step at
    a time."""
    opened(page, "/?asof=2023-10-05&parties=China%3B%20United%20States")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Compare").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("1 China–United States channel opened; as before, 9")
    expect(page.get_by_role("figure")).to_have_attribute(
        "aria-label", re.compile("Dumbbell of 1 channel")
    )
    set_date(page, "From", "2016-10-05")
    expect(page).to_have_url(re.compile("from=2016-10-05"))
    expect(headline(page)).to_contain_text(
        "7 China–United States channels closed, 1 is new and 2 were"
    )
    figure = page.get_by_role("figure")
    expect(figure).to_have_attribute("aria-label", re.compile("Dumbbell of 10 channels"))
    expect(names(page)).to_have_count(10)
    set_date(page, "To", "2021-10-05")
    expect(page).to_have_url(re.compile("to=2021-10-05"))
    expect(headline(page)).to_contain_text("Between 5 Oct 2016 and 5 Oct 2021, ")
    expect(page.locator(".ol-note")).to_contain_text("5 Oct 2023 remains the as-of day")
    expect(figure).to_have_attribute("aria-label", re.compile("on 5 Oct 2021; 3 closed, 3 new"))
    page.go_back()
    wait_idle(page)
    expect(headline(page)).to_contain_text("Between 5 Oct 2016 and 5 Oct 2023, ")
    expect(page.locator(".ol-note")).to_have_count(0)


def test_a_choice_of_years_is_a_first_day(page: Page) -> None:
    """Five years before the second day are one click away, and one click back."""
    opened(page, PAIR)
    page.get_by_role("radio", name="5 years").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("from=2018-10-05"))
    expect(headline(page)).to_contain_text("Between 5 Oct 2018 and 5 Oct 2023, ")
    page.get_by_role("radio", name="1 year", exact=True).click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("1 China–United States channel opened; as before, 9")
    expect(page).not_to_have_url(re.compile("from="))


def test_days_in_the_wrong_order_are_named(page: Page) -> None:
    """The note says which days are shown instead, and the fields keep what was chosen."""
    opened(page, f"{PAIR}&from=2023-10-05&to=2020-01-01")
    expect(page.locator(".ol-note").first).to_contain_text("is not before the second, 1 Jan 2020")
    expect(headline(page)).to_contain_text("Between 5 Oct 2022 and 5 Oct 2023, ")
    set_date(page, "From", "2019-01-01")
    expect(headline(page)).to_contain_text("Between 1 Jan 2019 and 1 Jan 2020, ")
    expect(page.locator(".ol-note", has_text="is not before")).to_have_count(0)


def test_a_row_and_a_link_lead_to_the_channel(page: Page) -> None:
    """The figure's row and the table's link open the same channel on the same day."""
    opened(page, SEVEN_YEARS)
    click_row(page, "Defence ministers")
    expect(page).to_have_url(re.compile("/channel"))
    expect(headline(page)).to_have_text("Defence ministers severed since 4 Feb 2023")
    go_on(page, SEVEN_YEARS)
    names(page).get_by_role("link", name="Defence ministers").click()
    wait_idle(page)
    expect(headline(page)).to_have_text("Defence ministers severed since 4 Feb 2023")


def test_the_unchanged_are_listed_on_demand(page: Page) -> None:
    """Their total is below the figure; by keyboard it opens to a list of links. If they are few the
    list is open from the start."""
    opened(page, "/compare?asof=2026-06-30")
    rows = bundled_table("compare", first=date(2025, 6, 30), second=date(2026, 6, 30))
    same = Counter(row["to_state"] for row in rows if row["change"] == "unchanged")
    listed = page.locator(".ol-unchanged").get_by_role("link", name="MAC–TAO contact mechanism")
    summary = page.locator(".ol-unchanged summary")
    expect(summary).to_contain_text(f"Unchanged {same.total()}: {same['severed']} severed")
    expect(listed).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(listed).to_be_visible()
    go_on(page, SEVEN_YEARS)
    expect(summary).to_have_text("Unchanged 2: 1 open and 1 unknown.")
    expect(page.locator(".ol-unchanged").get_by_role("link", name="Notification")).to_be_visible()


def test_what_came_back_leads_to_the_list(page: Page) -> None:
    """The sentence names the unchanged channels that moved meanwhile; it opens their list."""
    opened(page, "/compare?asof=2026-06-30")
    rows = page.locator(".ol-unchanged tbody tr")
    expect(rows.first).to_be_hidden()
    page.locator(".ol-second a").first.click()
    wait_idle(page)
    expect(rows.first).to_be_visible()
    expect(rows.first).to_contain_text("moved, back since")


def test_a_narrow_window_needs_no_sideways_scroll(page: Page) -> None:
    """At a phone's width the page is no wider than the window."""
    resize(page, NARROW["width"], NARROW["height"])
    for address in (SEVEN_YEARS, "/compare"):
        opened(page, address)
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_attached()
        root = page.locator("html")
        scroll, client = root.evaluate("found => [found.scrollWidth, found.clientWidth]")
        assert scroll <= client
        expect(headline(page)).to_be_in_viewport(ratio=1)
