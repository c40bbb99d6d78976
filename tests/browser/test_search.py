"""Find, in a browser: sentence, figure, table and address follow, and so does the way back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.board import visit, wait_idle


def test_a_search_is_typed_followed_and_cleared(reader: Page) -> None:
    """Words in the sidebar narrow the page; each observation leads to its channel."""
    visit(reader, "/")
    field = reader.get_by_label("Find", exact=True)
    field.fill("pelosi visit")
    field.press("Enter")
    wait_idle(reader)
    expect(reader).to_have_url(re.compile(r"q=pelosi(\+|%20)visit"))
    found = reader.locator(".ol-found")
    expect(found).to_contain_text(re.compile(r"\d+ observations? in \d+ channels?"))
    expect(reader.locator(".ol-headline").first).not_to_contain_text("of 210 channels")
    expect(reader.get_by_label(re.compile(r"^Timeline of \d channels"))).to_have_count(1)
    expect(reader.get_by_label("Timeline of 222 channels")).to_have_count(0)
    field.fill("zebra")
    field.press("Enter")
    wait_idle(reader)
    expect(reader.locator(".ol-note").first).to_contain_text("Nothing found for “zebra”")
    reader.get_by_role("link", name="Clear the search").click()
    wait_idle(reader)
    expect(reader.locator(".ol-headline").first).to_contain_text("of 210 channels")
    expect(field).to_have_value("")
    field.fill("prc us")
    field.press("Enter")
    wait_idle(reader)
    found.locator(".ol-item a.ol-link", has_text="China").first.click()
    wait_idle(reader)
    expect(reader).to_have_url(re.compile(r"/channel\?"))
