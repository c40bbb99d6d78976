"""Nothing typed is lost when a page is reloaded."""

from playwright.sync_api import Page, expect

from tests.browser.board import load, wait_idle
from tests.browser.test_records import headline, upload, write
from tests.records import BAD


def test_a_reload_in_the_middle_of_mending_loses_nothing(page: Page) -> None:
    """The file and its fixed cell are still there, and fixing can continue; after another reload
    the text in the fields is still there too. The address contains none of it."""
    load(page, "/records")
    upload(page, BAD)
    write(page, "date", 0, "2022-08-05")
    expect(headline(page)).to_contain_text("has 1 error in 1 line")
    page.reload()
    expect(headline(page)).to_contain_text("journey.csv has 1 error in 1 line")
    wait_idle(page)
    write(page, "state", 0, "open")
    expect(headline(page)).to_contain_text("journey.csv has no errors")
    page.get_by_label("Name of the record").fill("Lines of the gulf")
    page.get_by_label("Your name", exact=True).fill("Ann")
    page.get_by_label("Your name", exact=True).press("Tab")
    wait_idle(page)
    expect(page.get_by_text("Ready to save")).to_be_visible()
    page.reload()
    expect(headline(page)).to_contain_text("journey.csv has no errors")
    wait_idle(page)
    expect(page.get_by_label("Name of the record")).to_have_value("Lines of the gulf")
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Ann")
    assert page.url.endswith("/records")


def test_another_tab_has_nothing_of_it(page: Page) -> None:
    """A second tab starts afresh, and so does a doubled one, although it has a copy of the first
    tab's storage: neither gets its file or its token. Each keeps its own through a reload."""
    load(page, "/records")
    upload(page, BAD)
    remembered = "JSON.parse(sessionStorage.getItem('openline-work')).token"
    token = page.evaluate(remembered)
    second = page.context.new_page()
    load(second, "/records")
    expect(second.get_by_text("Add a file", exact=True)).to_be_visible()
    second.close()
    with page.expect_popup() as opened:
        page.evaluate("window.open('/records')")
    other = opened.value
    assert other.evaluate(remembered) == token
    wait_idle(other)
    expect(other.get_by_text("Add a file", exact=True)).to_be_visible()
    other.wait_for_function("() => sessionStorage.getItem('openline-work') === null")
    upload(other, BAD, "other.csv")
    assert other.evaluate(remembered) != token
    page.reload()
    expect(headline(page)).to_contain_text("journey.csv has 2 errors")
    other.reload()
    expect(headline(other)).to_contain_text("other.csv has 2 errors")


def test_a_tab_that_was_doubled_on_another_page_begins_anew(page: Page) -> None:
    """This holds even if the first tab has not opened Records since it was loaded; it finds its
    file there later."""
    load(page, "/records")
    upload(page, BAD)
    load(page, "/method")
    with page.expect_popup() as opened:
        page.evaluate("window.open('/records')")
    other = opened.value
    wait_idle(other)
    other.wait_for_function("() => sessionStorage.getItem('openline-work') === null")
    expect(other.get_by_text("Add a file", exact=True)).to_be_visible()
    page.goto("/records")
    expect(headline(page)).to_contain_text("journey.csv has 2 errors")
