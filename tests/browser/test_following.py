"""Links and choices that open another page keep the session and take one step of history."""

from playwright.sync_api import Page, expect

from tests.browser.board import load, visit, wait_idle

_SIDES = "/?parties=China%3B%20United%20States&asof=2023-10-05"
_FOLLOWED = "html[data-links=followed]"
_MARK = "window.openedOnce = true"
_MARKED = "window.openedOnce === true"


def test_a_link_opens_its_page_without_loading_the_board_anew(reader: Page) -> None:
    """The window continues at the top of the new page, and one Back returns."""
    visit(reader, _SIDES)
    before = reader.locator(".ol-headline").first.inner_text()
    reader.wait_for_selector(_FOLLOWED, state="attached")
    reader.evaluate(_MARK)
    reader.locator(".ol-news a.ol-link").first.click()
    wait_idle(reader)
    expect(reader.locator(".ol-eyebrow")).to_be_visible()
    assert "/channel?" in reader.url
    assert reader.evaluate(_MARKED)
    wait_idle(reader)
    reader.go_back()
    wait_idle(reader)
    expect(reader.locator(".ol-headline").first).to_have_text(before)
    assert reader.url.endswith(_SIDES)


def test_a_link_opens_in_another_tab_where_that_is_asked(reader: Page) -> None:
    """A click with the control key is left to the browser."""
    visit(reader, _SIDES)
    with reader.context.expect_page() as opened:
        reader.locator(".ol-news a.ol-link").first.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/channel?*")
    assert reader.url.endswith(_SIDES)


def test_a_row_of_the_board_opens_its_channel_in_one_step(reader: Page) -> None:
    """Choosing a row is one step of history: Back shows the board as it was, without a note."""
    visit(reader, _SIDES)
    box = reader.locator(".st-key-ol_board canvas").first
    box.scroll_into_view_if_needed()
    box.hover(position={"x": 15, "y": 50}, force=True)
    box.click(position={"x": 15, "y": 50}, force=True)
    expect(reader.locator(".ol-eyebrow")).to_be_visible()
    wait_idle(reader)
    reader.go_back()
    wait_idle(reader)
    expect(reader.locator(".ol-counters")).to_be_visible()
    assert reader.url.endswith(_SIDES)
    expect(reader.locator(".ol-note")).to_have_count(0)
    # A link followed afterwards is also one step: nothing listens twice.
    reader.locator(".ol-news a.ol-link").first.click()
    expect(reader.locator(".ol-eyebrow")).to_be_visible()
    wait_idle(reader)
    reader.go_back()
    expect(reader.locator(".ol-counters")).to_be_visible()
    assert reader.url.endswith(_SIDES)


def test_a_file_that_is_worked_on_outlives_a_link(page: Page) -> None:
    """A reader who looks something up on the board finds the file on Records as it was left."""
    load(page, "/records")
    page.get_by_role("radio", name="Start from an example").click()
    page.get_by_role("button", name="Start from it").click()
    headline = page.locator(".ol-headline").first
    expect(headline).to_contain_text("template")
    page.get_by_role("link", name="Openings", exact=True).click()
    wait_idle(page)
    expect(headline).to_contain_text("openings")
    page.wait_for_selector(_FOLLOWED, state="attached")
    page.locator(".ol-second a.ol-link, .ol-item a.ol-link, .ol-moves a.ol-link").first.click()
    wait_idle(page)
    expect(page.locator(".ol-eyebrow")).to_be_visible()
    page.get_by_role("link", name="Records", exact=True).click()
    wait_idle(page)
    expect(headline).to_contain_text("template")
