"""What a reader does with the board, in a browser."""

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.board import (
    choose_option,
    go_on,
    hover_row,
    load,
    open_list,
    resize,
    visit,
    wait_idle,
)
from tests.browser.windows import visitor

AS_OF: Final = "asof=2023-10-05"
SIDES: Final = "parties=China%3B%20United%20States"
DEFENCE: Final = "channel=Defence%20ministers"
PAIR: Final = f"/?{AS_OF}&{SIDES}"
STORY: Final = f"/channel?{AS_OF}&{SIDES}&{DEFENCE}"
ANSWER: Final = "9 of 12 China–United States channels are severed"
NARROW: Final = {"width": 390, "height": 844}
_MOST_TABS: Final = 60
IN_PLOT: Final = 20
"""How far left of the as-of day a bar is clicked, in pixels."""


def opened(page: Page, address: str) -> Page:
    """Open an address of the board, and wait for its content."""
    visit(page, address)
    expect(page.locator(".ol-headline")).to_have_count(1)
    return page


def headline(page: Page) -> Locator:
    """Return the sentence at the top of a page. While one page replaces another, both may be there
    for a moment."""
    return page.locator(".ol-headline").first


def board_names(page: Page) -> Locator:
    """Return the names of the channels on the board, as print shows them, in order."""
    return page.locator(".ol-print tbody tr td:nth-child(2)")


def choose(page: Page, control: str, option: str) -> None:
    """Choose an option of a control in the sidebar or above the timeline."""
    choose_option(page.get_by_role("combobox", name=control, exact=True), option)


def choose_among(page: Page, control: str, option: str) -> None:
    """Choose one of many in the sidebar by typing; leaving with Tab keeps the next click from being
    lost."""
    field = page.get_by_role("combobox", name=control, exact=True)
    choose_option(field, option, typed=option)
    field.press("Tab")


def set_day(page: Page, typed: str, shown: str) -> None:
    """Set the as-of day to a particular day."""
    choose(page, "As of", "Another day")
    field = page.get_by_role("textbox", name="Day", exact=True)
    field.fill(typed)
    field.press("Enter")
    wait_idle(page)
    expect(headline(page)).to_contain_text(f"On {shown}, ")
    expect(field).to_have_value(shown)


def click_bar(page: Page, channel: str) -> None:
    """Click the newest bar of a channel in the timeline."""
    hover_row(page.locator(".st-key-ol_timeline"), channel, -IN_PLOT, channel)
    page.mouse.down()
    page.mouse.up()


def shown_link(page: Page) -> str:
    """Return the address that "Link to this view" shows."""
    page.get_by_role("button", name="Link to this view").click()
    shown = page.get_by_test_id("stCode").first
    expect(shown).to_contain_text("http")
    return shown.inner_text().strip()


@pytest.fixture
def page(reader: Page) -> Page:
    """Return the page of one visitor, who goes from journey to journey."""
    return reader


def test_parties_are_found_as_people_type_them(page: Page) -> None:
    """Other names work, in any order: Enter chooses the parties that they mean."""
    opened(page, f"/?{AS_OF}")
    field = page.get_by_role("combobox", name="Parties", exact=True)
    open_list(field)
    page.keyboard.type("us-china")
    page.keyboard.press("Enter")
    expect(headline(page)).to_contain_text("China–United States")


def test_from_the_address_to_a_source_without_a_mouse(page: Page) -> None:
    """From a fresh page Tab reaches the board, which then says which keys open a row; they do, and
    Tab continues to the sources of the channel. Back returns to the board."""
    load(page, PAIR)
    keys = page.locator(".ol-keys")
    expect(page.get_by_test_id("data-grid-canvas").first).to_be_attached()
    expect(keys).to_have_css("position", "absolute")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link to the page's content
    _tab_to(page, "[data-testid=data-grid-canvas]")
    expect(keys).to_have_css("position", "static")
    expect(keys).to_contain_text("arrow keys, then Shift+Space opens the row")
    page.keyboard.press("ArrowDown")
    marked = page.locator("[role=grid] [role=gridcell][aria-selected=true]")
    expect(marked.first).to_have_attribute("id", re.compile(r"-1$"))
    page.keyboard.press("Shift+Space")
    expect(page).to_have_url(re.compile("/channel.*Asia-Pacific"))
    expect(headline(page)).to_contain_text("Asia-Pacific Security Dialogue")
    wait_idle(page)
    _tab_to(page, ".ol-observation a[href^=http]")
    page.go_back()
    wait_idle(page)
    expect(headline(page)).to_contain_text(ANSWER)
    expect(page.locator(".st-key-ol_board_head")).to_be_in_viewport()


def test_the_keyboard_goes_on_where_it_was(page: Page) -> None:
    """A page opened with Enter begins at its headline; a day can be typed straight into its field;
    neither the answer nor a file takes the focus away."""
    opened(page, PAIR)
    page.get_by_role("link", name="Openings", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/openings"))
    expect(headline(page)).to_be_focused()
    day = page.get_by_role("combobox", name="As of", exact=True)
    day.focus()
    page.keyboard.type("24 Feb 2022")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("asof=2022-02-24"))
    expect(headline(page)).to_contain_text("24 Feb 2022")
    expect(day).to_be_focused()
    file = page.locator(".st-key-ol_take_counts button", has_text="CSV").first
    file.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(file).to_be_focused()


def _tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on an element, as a reader would: a few dozen times."""
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator("*:focus").first.evaluate(
            "(found, wanted) => found.matches(wanted)", wanted
        ):
            return
    raise AssertionError(f"Tab does not come to {wanted}")


def test_the_sidebar_leads_to_the_answer(page: Page) -> None:
    """A day and two parties chosen in the sidebar give the sentence of that day."""
    opened(page, "/")
    expect(headline(page)).to_contain_text("channels are severed")
    set_day(page, "20231005", "5 Oct 2023")
    choose_among(page, "Parties", "China – United States")
    expect(headline(page)).to_contain_text(f"On 5 Oct 2023, {ANSWER}")
    expect(page).to_have_url(re.compile(AS_OF))


def test_a_bar_leads_to_its_channel_and_its_link_to_the_same_view(
    page: Page, board: str, browser: Browser
) -> None:
    """A bar opens its channel, and the link shown there opens the same page for someone else."""
    opened(page, PAIR)
    expect(headline(page)).to_contain_text(ANSWER)
    click_bar(page, "Defence ministers")
    expect(page).to_have_url(re.compile("/channel"))
    expect(headline(page)).to_have_text("Defence ministers severed since 4 Feb 2023")
    expect(page.locator(".ol-second")).to_contain_text("317 days earlier, on 22 Nov 2022")
    said = headline(page).inner_text()
    with visitor(browser, board) as other:
        opened(other, shown_link(page))
        expect(headline(other)).to_have_text(said)
        expect(other.locator(".ol-second")).to_contain_text("317 days earlier")


def test_a_channel_shows_its_evidence(page: Page) -> None:
    """A link to a channel shows what happened when, with a link to the source of each."""
    opened(page, STORY)
    for day, said, source in (
        ("19 Jun 2023", "Blinken asked in Beijing", "U.S. urges China military dialogue"),
        ("28 Sep 2023", "ready for dialogue if the United States", "mil-to-mil relations back"),
        ("29 May 2023", "formally declined a meeting of Austin", "China declines meeting with US"),
        ("4 Feb 2023", "declined a secure call", "China refuses Austin call"),
    ):
        row = page.locator(".ol-observation", has_text=said)
        expect(row).to_contain_text(day)
        expect(row.get_by_role("link").last).to_contain_text(source)
        expect(row.get_by_role("link").last).to_have_attribute("href", re.compile("^https?://"))


def test_a_channel_opens_without_a_day(page: Page) -> None:
    """A link that names only a channel shows it as of the last day of the record."""
    opened(page, f"/channel?{SIDES}&{DEFENCE}")
    expect(headline(page)).to_contain_text("Defence ministers")
    expect(page.locator(".ol-context")).to_contain_text("as of 30 Jun 2026")


def test_lists_narrow_the_view(page: Page) -> None:
    """A level or a kind changes the address, the sentence and the board."""
    for control, option, query in (
        ("Level", "military", "level=military"),
        ("Kind", "talks", "kind=talks"),
    ):
        opened(page, PAIR)
        expect(board_names(page)).to_have_count(12)
        choose_among(page, control, option)
        expect(page).to_have_url(re.compile(query))
        expect(headline(page)).to_contain_text("3 of 4 China–United States")
        expect(board_names(page)).to_have_count(4)


def test_confidence_narrows_the_evidence(page: Page) -> None:
    """Restricting the view to stronger evidence changes the address, the sentence and the board."""
    opened(page, f"/?{AS_OF}")
    before = headline(page).inner_text()
    choose(page, "Confidence", "Confirmed only")
    expect(page).to_have_url(re.compile("confidence=confirmed"))
    expect(page.locator(".ol-context")).to_contain_text("confirmed")
    expect(headline(page)).not_to_have_text(before)


def test_range_and_carry_change_what_is_shown(page: Page) -> None:
    """A range changes the address and the years below the timeline, but no number; a limit on
    carrying a state changes the address, the sentence and the board."""
    opened(page, PAIR)
    figure = page.get_by_role("figure")
    expect(figure).to_have_attribute("aria-label", re.compile("from 5 Oct 2013"))
    page.get_by_role("radio", name="3 yr").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("range=3y"))
    expect(figure).to_have_attribute("aria-label", re.compile("from 5 Oct 2020"))
    expect(headline(page)).to_contain_text(ANSWER)
    field = page.get_by_role("spinbutton", name="Carry a state for at most (days)")
    field.fill("365")
    field.press("Enter")
    wait_idle(page)
    expect(page).to_have_url(re.compile("carry=365"))
    expect(headline(page)).to_contain_text("6 of 12 China–United States channels are severed")
    expect(board_names(page).first).to_have_text("Defense Telephone Link")


def test_sort_changes_the_order(page: Page) -> None:
    """An order changes the address, the rows of the board and those of the timeline."""
    opened(page, PAIR)
    labels = page.locator(".st-key-ol_timeline .annotation").filter(has_text=re.compile("Jo|As"))
    expect(board_names(page).first).to_have_text("Joint Staff Dialogue Mechanism")
    expect(labels.first).to_have_text("Joint Staff Dialogue Mechanism")
    choose(page, "Order", "By name")
    expect(page).to_have_url(re.compile("sort=name"))
    expect(board_names(page).first).to_have_text("Asia-Pacific Security Dialogue")
    expect(labels.first).to_have_text("Asia-Pacific Security Dialogue")


def test_a_narrow_window_needs_no_sideways_scroll(page: Page) -> None:
    """At a phone's width the page is no wider than the window, and opens with its answer."""
    resize(page, NARROW["width"], NARROW["height"])
    opened(page, PAIR)
    _expect_narrow(page)
    for address in ("/", STORY):
        go_on(page, address)
        _expect_narrow(page)


def _expect_narrow(page: Page) -> None:
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_attached()
    expect(page.locator(".stSkeleton")).to_have_count(0)
    wide = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    scroll, client = page.evaluate(wide)
    assert scroll <= client
    expect(headline(page)).to_be_in_viewport(ratio=1)
    place = headline(page).bounding_box()
    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= client


def test_nonsense_in_an_address_is_named(page: Page) -> None:
    """A value that cannot be read is named in a note, and the page is still drawn, whether the
    address is loaded or reached by a link."""
    load(page, "/?asof=nonsense")
    _expect_note(page, "asof is ignored")
    for query, note in (
        ("range=soon", "range is ignored"),
        ("level=%3Cscript%3Ealert(1)%3C/script%3E", "The record has no level “<script>"),
        ("page=99", "There is no page 99"),
    ):
        go_on(page, f"/?{query}")
        _expect_note(page, note)


def _expect_note(page: Page, note: str) -> None:
    expect(page.locator(".ol-note")).to_contain_text(note)
    expect(page.locator(".ol-headline, .ol-empty")).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_page_has_its_style(page: Page) -> None:
    """The whole style arrives: the browser would drop a sheet in which it suspects markup."""
    opened(page, "/")
    look = headline(page).evaluate(
        "found => { const style = getComputedStyle(found);"
        " return [style.fontSize, style.fontWeight, style.fontFamily]; }"
    )
    assert look == ["29px", "600", '"Source Serif", serif']
    expect(page.locator(".ol-print").first).to_be_hidden()
