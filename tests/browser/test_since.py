"""What is new since a day, in a browser: the choice, the list, and the reader's last visit."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.board import load, open_list, wait_idle


def _choose(page: Page, words: str) -> None:
    open_list(page.locator(".st-key-ol_since_choice input"))
    page.get_by_role("option", name=words).click()
    wait_idle(page)


def test_the_choice_changes_address_sentence_figure_and_table(board: str, page: Page) -> None:
    """All that compares with the day follows it."""
    load(page, f"{board}/?parties=Iran; United States")
    sentence = page.locator(".ol-since")
    expect(sentence).to_contain_text("Since 30 Jun 2025: ")
    legend = page.locator(".ol-moved")
    expect(legend).to_contain_text("Since 30 Jun 2025")
    _choose(page, "30 days before")
    expect(page).to_have_url(re.compile(r"since=30d"))
    expect(sentence).to_contain_text("Since 31 May 2026: ")
    expect(legend).to_contain_text("Since 31 May 2026: ↑ opened")
    expect(page.locator(".js-plotly-plot").last).to_contain_text("8 d ↑")
    # The table that is printed has the rows of the one that is drawn on a canvas.
    expect(page.locator("table.ol-table").last).to_contain_text("↑ opened")
    _choose(page, "the day before")
    expect(sentence).to_contain_text("nothing new is on record")
    expect(legend).to_have_count(0)
    expect(page.locator(".js-plotly-plot").last).not_to_contain_text("↑")
    expect(page.locator("table.ol-table").last).not_to_contain_text("opened")


def test_all_changes_are_one_press_away(board: str, page: Page) -> None:
    """The short list leads to the whole one, and each change to its channel."""
    load(page, board)
    summary = page.locator(".ol-since-list summary")
    expect(summary).to_have_text(re.compile(r"All \d+ changes"))
    summary.click()
    expect(page.locator(".ol-since-kind").first).to_be_visible()
    page.locator(".ol-since-list details a.ol-link").first.click()
    expect(page).to_have_url(re.compile(r"/channel\?"))


def test_the_last_visit_is_a_choice_once_there_was_one(board: str, page: Page) -> None:
    """The browser remembers up to which day it saw the record; the address has that day."""
    load(page, board)
    page.wait_for_function("localStorage.getItem('openline-visits')")
    kept = json.loads(page.evaluate("localStorage.getItem('openline-visits')"))
    assert [one["seen"] for one in kept.values()] == ["2026-06-30"]
    (name,) = kept
    before = json.dumps({name: {"on": "2026-06-01", "seen": "2026-05-31"}})
    page.evaluate("before => localStorage.setItem('openline-visits', before)", before)
    page.reload()
    wait_idle(page)
    _choose(page, "my last visit")
    expect(page).to_have_url(re.compile(r"since=2026-05-31"))
    expect(page.locator(".ol-since")).to_contain_text("Since 31 May 2026: ")


def test_what_is_new_is_on_the_first_screen_of_a_telephone(board: str, page: Page) -> None:
    """Sentence, short list and the way to the rest, before anything is moved."""
    page.set_viewport_size({"width": 390, "height": 844})
    load(page, board)
    box = page.locator(".ol-since-list summary").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844
