"""Find, in a browser: sentence, figure, table and address follow it, and clearing it restores
them."""

import re

from playwright.sync_api import Page, expect

from tests.browser.board import visit, wait_idle


def test_a_search_is_typed_followed_and_cleared(reader: Page) -> None:
    """Words in the sidebar narrow the page; each observation leads to its channel. The focus moves
    to the results, and Tab from there to the first observation; words typed there continue in the
    field."""
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
    said = found.get_by_role("heading", name="“pelosi visit”: ")
    expect(said).to_be_focused()
    expect(said).to_be_in_viewport()
    reader.keyboard.type("s zebra")
    expect(field).to_be_focused()
    expect(field).to_have_value("pelosi visits zebra")
    field.press("Enter")
    wait_idle(reader)
    nothing = reader.locator(".ol-note").first
    expect(nothing).to_contain_text("Nothing found for “pelosi visits zebra”")
    expect(nothing).to_be_focused()
    reader.get_by_role("link", name="Clear the search").click()
    wait_idle(reader)
    expect(reader.locator(".ol-headline").first).to_contain_text("of 210 channels")
    expect(field).to_have_value("")
    field.fill("prc us")
    field.press("Enter")
    wait_idle(reader)
    expect(found.get_by_role("heading")).to_be_focused()
    reader.keyboard.press("Tab")
    first = found.locator(".ol-item a.ol-link").first
    expect(first).to_be_focused()
    expect(first).to_contain_text("China")
    reader.keyboard.press("Enter")
    wait_idle(reader)
    expect(reader).to_have_url(re.compile(r"/channel\?"))
