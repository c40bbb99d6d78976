"""Method and the words that explain themselves, in a browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board import load, visit


@pytest.fixture
def page(reader: Page) -> Page:
    """Return the page of one visitor, who goes from journey to journey."""
    return reader


def test_contents_lead_to_a_chapter_and_stay_in_sight(page: Page) -> None:
    """A link in the contents brings its chapter to the top, and the contents move along."""
    visit(page, "/method")
    page.locator(".ol-contents").get_by_role("link", name="Time to reopening").click()
    expect(page.locator("#time-to-reopening")).to_be_in_viewport()
    expect(page.locator(".ol-contents")).to_be_in_viewport()
    assert page.url.endswith("/method#time-to-reopening")


def test_a_link_to_a_chapter_opens_at_it(page: Page) -> None:
    """A colleague who is sent a chapter sees it first."""
    load(page, "/method?level=military#openness")
    expect(page.locator("#openness")).to_be_in_viewport()


def test_a_word_tells_its_meaning_on_focus_and_on_hover(page: Page) -> None:
    """The meaning appears on focus and under the pointer, and goes when both have left."""
    visit(page, "/?parties=China%3B%20United%20States")
    # The page listens to keys once its links are followed.
    expect(page.locator("html")).to_have_attribute("data-links", "followed")
    word = page.get_by_role("button", name="refusal")
    meaning = page.get_by_role("tooltip").filter(has_text="One side declined")
    expect(meaning).to_be_hidden()
    word.focus()
    expect(meaning).to_be_visible()
    word.blur()
    expect(meaning).to_be_hidden()
    word.hover()
    expect(meaning).to_be_visible()
    expect(word).to_have_accessible_description("One side declined, cancelled or did not answer.")


def test_escape_closes_a_meaning_until_its_word_is_left(page: Page) -> None:
    """A reader who has finished need not move the pointer; coming back shows the meaning again."""
    visit(page, "/?parties=China%3B%20United%20States")
    # The page listens to keys once its links are followed.
    expect(page.locator("html")).to_have_attribute("data-links", "followed")
    word = page.get_by_role("button", name="refusal")
    meaning = page.get_by_role("tooltip").filter(has_text="One side declined")
    word.hover()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.mouse.move(0, 0)
    word.hover()
    expect(meaning).to_be_visible()
