"""What is new since a day, in a browser: the choice, the list, and the reader's last visit."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.board import choose_option, load, resize, visit, wait_idle


def _choose(page: Page, words: str) -> None:
    choose_option(page.locator(".st-key-ol_since_choice input"), words, exact=False)


def test_the_choice_changes_address_sentence_figure_and_table(reader: Page) -> None:
    """Everything that compares with the day follows it."""
    visit(reader, "/?parties=Iran; United States")
    sentence = reader.locator(".ol-since")
    expect(sentence).to_contain_text("Since 30 Jun 2025: ")
    legend = reader.locator(".ol-moved")
    expect(legend).to_contain_text("Since 30 Jun 2025")
    _choose(reader, "30 days before")
    expect(reader).to_have_url(re.compile(r"since=30d"))
    expect(sentence).to_contain_text("Since 31 May 2026: ")
    expect(legend).to_contain_text("Since 31 May 2026: ↑ opened")
    expect(reader.locator(".js-plotly-plot").last).to_contain_text("8 d ↑")
    # The printed table has the rows of the one drawn on a canvas.
    expect(reader.locator("table.ol-table").last).to_contain_text("↑ opened")
    _choose(reader, "the day before")
    expect(sentence).to_contain_text("nothing new is on record")
    expect(legend).to_have_count(0)
    expect(reader.locator(".js-plotly-plot").last).not_to_contain_text("↑")
    expect(reader.locator("table.ol-table").last).not_to_contain_text("opened")


def test_all_changes_are_one_press_away(reader: Page) -> None:
    """The short list leads to the full one, and each change to its channel."""
    visit(reader, "/")
    summary = reader.locator(".ol-since-list > details > summary")
    expect(summary).to_have_text(re.compile(r"All \d+ changes"))
    summary.click()
    wait_idle(reader)
    kinds = reader.locator(".ol-since-kind")
    expect(kinds.first).to_be_visible()
    refused = kinds.filter(has_text="Refus")
    expect(refused).to_have_count(1)
    change = refused.locator("xpath=..").locator("a.ol-link").first
    expect(change).to_be_hidden()
    refused.click()
    change.click()
    wait_idle(reader)
    expect(reader).to_have_url(re.compile(r"/channel\?"))


def test_the_last_visit_is_a_choice_once_there_was_one(page: Page) -> None:
    """The browser remembers the day up to which it saw the record, and the address has that day."""
    load(page, "/")
    page.wait_for_function("() => localStorage.getItem('openline-visits')")
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


def test_what_is_new_is_on_the_first_screen_of_a_telephone(reader: Page) -> None:
    """The sentence, the short list and the way to the rest are visible without scrolling."""
    resize(reader, 390, 844)
    visit(reader, "/")
    expect(reader.locator(".ol-since-list > details > summary")).to_be_in_viewport(ratio=1)
