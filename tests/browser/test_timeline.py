"""The timeline in a browser: its controls, its hover text, and its downloads."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Download, Locator, Page, expect

from openline.analysis.spans import SPANS
from openline.analysis.status import STATUS
from openline.analysis.time_in_state import SHARES
from openline.store.revisions import Revision
from tests.browser.board import go_on, wait_idle
from tests.browser.test_journeys import AS_OF, PAIR, STORY, board_names, choose, headline, opened
from tests.browser.windows import visitor

PELOSI: Final = "Pelosi visit to Taiwan, 5 Aug 2022: 4 closings"
_PLOT: Final = (262, 26, 896, 466)
"""The area of the pair's timeline with only bars, lines and marks, in pixels."""
_MUCH: Final = 60
_ANOTHER_PART: Final = "before => openlineRuns.partsBegun > before && openlineRuns.over()"
_TWO_CHOICES: Final = """
addresses => {
  for (const address of addresses) {
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    const until = performance.now() + 1200;
    while (performance.now() < until);
  }
}
"""
"""Opens addresses one after another, leaving no time for anything else in between."""
_HOSTILE: Final = "<b>All quiet</b><script>alert(1)</script> & ]]>"
NAME: Final = "openline_bundled_status-timeline_china-united-states_2023-10-05_method-"


def chart(page: Page) -> Locator:
    """Return the timeline."""
    return page.locator(".st-key-ol_timeline")


def words(page: Page, text: str) -> Locator:
    """Return words of the timeline."""
    return chart(page).locator(".annotation", has_text=text)


def taken(page: Page, button: str) -> Download:
    """Return the file that a button of the page downloads."""
    with page.expect_download() as found:
        page.get_by_role("button", name=button, exact=True).click()
    return found.value


def pictured(page: Page, kind: str, size: str = "", title: str = "") -> Download:
    """Return the picture of the page's first figure, which takes two clicks if nothing is
    chosen."""
    page.get_by_role("button", name="Picture…").first.click()
    dialog = page.get_by_role("dialog", name="Save this picture")
    if size:
        dialog.get_by_label("Size").select_option(size)
    if title:
        dialog.get_by_label("Title").fill(title)
    with page.expect_download() as found:
        dialog.get_by_role("button", name=kind, exact=True).click()
    expect(dialog).to_be_hidden()
    return found.value


def _differing(shot: Image.Image, picture: Image.Image) -> float:
    """Return the share of a plot's pixels, without its words, that differ much between the screen
    and a picture of three times its size, whose title is one line. The screenshot of a figure that
    falls between two pixels of the screen begins at the upper one."""
    left, top, right, bottom = _PLOT
    shares = []
    for above in (79, 80):
        part = picture.convert("L").crop(
            (3 * (24 + left), 3 * (above + top), 3 * (24 + right), 3 * (above + bottom))
        )
        part = part.resize((right - left, bottom - top), Image.Resampling.BOX)
        differ = ImageChops.difference(shot.convert("L").crop(_PLOT), part).histogram()
        shares.append(sum(differ[_MUCH:]) / sum(differ))
    return min(shares)


def rows_of(download: Download) -> list[dict[str, str]]:
    """Return the rows of a downloaded table."""
    text = Path(download.path()).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def page(reader: Page) -> Page:
    """Return the page of one visitor, who goes from journey to journey."""
    return reader


def test_causes_are_marked_of_a_pair_until_they_are_switched_off(page: Page) -> None:
    """The switch removes the causes from the figure and from the address, and restores them."""
    opened(page, PAIR)
    expect(words(page, PELOSI)).to_have_count(1)
    expect(page.locator(".ol-how").first).to_contain_text("Dashed:")
    page.get_by_text("Causes", exact=True).click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("causes=off"))
    expect(words(page, PELOSI)).to_have_count(0)
    page.get_by_text("Causes", exact=True).click()
    wait_idle(page)
    expect(page).not_to_have_url(re.compile("causes"))
    expect(words(page, PELOSI)).to_have_count(1)


def test_what_is_chosen_while_the_page_is_busy_is_shown(page: Page) -> None:
    """Two choices come while the browser has no time for the board's messages: the answer to the
    second, which leads back, does not rely on data that the page has already dropped."""
    opened(page, PAIR)
    page.wait_for_function(_ANOTHER_PART, arg=page.evaluate("() => openlineRuns.partsBegun"))
    page.evaluate(_TWO_CHOICES, [f"{PAIR}&causes=off", PAIR])
    wait_idle(page)
    expect(words(page, PELOSI)).to_have_count(1)


def test_a_link_with_causes_shows_them(page: Page) -> None:
    """An address that asks for causes shows them at once, to every reader."""
    opened(page, f"{PAIR}&causes=on")
    expect(words(page, PELOSI)).to_have_count(1)
    expect(page.get_by_role("switch", name="Causes")).to_be_checked(timeout=20_000)
    expect(page.get_by_role("figure")).to_have_attribute("aria-label", re.compile(PELOSI))


def test_a_cause_tells_what_fell(page: Page) -> None:
    """The hover text of a cause lists the channels that it closed, and from which state."""
    opened(page, f"{PAIR}&causes=on")
    chart(page).locator(".nsewdrag").first.hover()
    words(page, PELOSI).hover()
    expect(chart(page).locator(".hoverlayer")).to_contain_text("Theater commanders talk")
    expect(chart(page).locator(".hoverlayer")).to_contain_text("partial → severed")


def test_a_row_tells_its_time_in_state(page: Page) -> None:
    """The hover text of a name or a state's word gives the days in each state, with shares."""
    opened(page, PAIR)
    told = chart(page).locator(".hoverlayer")
    for over in ("Defence ministers", "severed 243 d"):
        chart(page).locator(".nsewdrag").first.hover()
        expect(told).not_to_contain_text("Time in each state")
        words(page, over).hover()
        expect(told).to_contain_text("Time in each state")
        expect(told).to_contain_text(re.compile(r"severed [\d,]+ d · \d+ %"))


def test_the_figure_is_taken_as_a_picture_for_print(page: Page) -> None:
    """A PNG has the figure at three times its size, with bars and lines placed and weighted as on
    the screen; or it has the size of a page at 300 dots per inch, as it says, or of a slide without
    a background. The figure itself has no button for it, and the buttons of the dialog stay in
    place."""
    opened(page, f"{PAIR}&causes=off")
    file = pictured(page, "PNG", title="As on the screen")
    page.mouse.move(0, 0)
    expect(chart(page).locator(".hoverlayer")).to_have_text("")
    shot = Image.open(io.BytesIO(chart(page).locator(".js-plotly-plot").screenshot()))
    assert file.suggested_filename.startswith(NAME)
    assert file.suggested_filename.endswith(".png")
    with Image.open(file.path()) as picture:
        assert picture.width > 3 * 1000
        assert _differing(shot, picture) < 0.005
    with Image.open(pictured(page, "PNG", "page").path()) as picture:
        assert picture.width == 2126
        assert round(picture.info["dpi"][0]) == 300
    page.get_by_role("button", name="Picture…").click()
    dialog = page.get_by_role("dialog", name="Save this picture")
    dialog.get_by_label("Transparent background").check()
    button = dialog.get_by_role("button", name="PNG", exact=True)
    place = button.bounding_box()
    dialog.get_by_label("Size").select_option("column")
    expect(dialog.locator(".extent")).to_contain_text("PNG 1,063")
    assert button.bounding_box() == place
    dialog.get_by_role("button", name="Close").click()
    wait_idle(page)
    expect(dialog).to_be_hidden()
    with Image.open(pictured(page, "PNG", "slide").path()) as picture:
        assert picture.size == (3840, 2160)
        assert picture.getpixel((5, 5)) == (0, 0, 0, 0)
    chart(page).hover()
    expect(chart(page).locator(".modebar-btn")).to_have_count(0)


def test_the_figure_is_taken_as_a_drawing(page: Page) -> None:
    """An SVG has the figure with its title as typed, the day, the filters, and the typeface
    embedded; its lines scale with it, like those of the PNG."""
    opened(page, PAIR)
    file = pictured(page, "SVG", title=_HOSTILE)
    assert file.suggested_filename.startswith(NAME)
    drawing = Path(file.path()).read_text(encoding="utf-8")
    parsed = ElementTree.fromstring(drawing)  # noqa: S314 - made here
    assert parsed.findtext("{*}title") == _HOSTILE
    for said in (
        "&lt;b&gt;All quiet",
        "as of 5 Oct 2023",
        "Joint Staff Dialogue Mechanism",
        "overture",
    ):
        assert said in drawing
    assert "data:font/woff2;base64" in drawing
    assert "hoverlayer" not in drawing
    assert "non-scaling-stroke" not in drawing


def test_the_band_is_taken_too(page: Page) -> None:
    """The band of a channel has its own picture and table."""
    opened(page, STORY)
    assert pictured(page, "SVG").suggested_filename.startswith("openline_bundled_channel-band_")
    rows = rows_of(taken(page, "CSV"))
    assert {row["channel"] for row in rows} == {"Defence ministers"}


def test_a_figure_gives_the_table_of_its_view(page: Page) -> None:
    """The CSV has the spans that the figure shows, under the view's filters."""
    opened(page, f"{PAIR}&level=military")
    file = taken(page, "CSV")
    rows = rows_of(file)
    assert file.suggested_filename.startswith("openline_bundled_status-timeline_china-united-")
    assert "military" in file.suggested_filename
    assert tuple(rows[0]) == SPANS
    assert len({row["channel"] for row in rows}) == board_names(page).count()


def test_the_board_gives_its_tables(page: Page) -> None:
    """The board offers the status table as the command line prints it, time in state and
    openness."""
    opened(page, PAIR)
    status = rows_of(taken(page, "Status CSV"))
    assert tuple(status[0]) == STATUS
    shares = rows_of(taken(page, "Time in state CSV"))
    assert tuple(shares[0]) == ("parties", "channel", *SHARES)
    assert len(status) == len(shares) == 12
    steps = rows_of(taken(page, "Openness CSV"))
    assert {"openness", "low", "high"} <= set(steps[0])


def test_settings_away_from_their_defaults_are_told(page: Page) -> None:
    """Confidence and carry are in words above every page, and the least silence where it counts."""
    settings = f"{AS_OF}&confidence=confirmed&carry=400&min_days=90"
    context = page.locator(".ol-context")
    opened(page, f"/?{settings}")
    expect(context).to_contain_text("confirmed rows only · states carried for 400 days")
    expect(context).not_to_contain_text("silences")
    go_on(page, f"/gaps?{settings}")
    expect(context).to_contain_text("silences counted from 90 days")


@pytest.fixture(scope="module")
def large(keep: Callable[..., Revision]) -> str:
    """Return the name in an address of a record with 300 channels of 60 sets of parties."""
    lines = ["channel,parties,date,state,cause,source"]
    for i in range(300):
        lines.append(f"Line {i:03},Side {i % 60:02}; Zed,2015-03-0{1 + i % 9},open,,Wire")
        if i % 3 == 0:
            lines.append(f"Line {i:03},Side {i % 60:02}; Zed,2020-02-03,severed,=Storm,Wire")
    keep("\n".join(lines).encode(), name="Many lines")
    return "record=Many+lines&asof=2021-01-01"


def test_three_hundred_channels_have_pages(large: str, page: Page) -> None:
    """An overview has three pages of 120 lines; order and range stay when the page changes, and a
    new range begins on the first page."""
    opened(page, f"/?{large}")
    expect(headline(page)).to_contain_text("100 of 300 channels are severed")
    choose(page, "Order", "By name")
    expect(page).to_have_url(re.compile("sort=name"))
    expect(words(page, "Side 00–Zed")).to_have_count(1)
    page.locator(".st-key-ol_pages").get_by_role("button", name="Page 3").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("sort=name&page=3"))
    expect(words(page, "Side 00–Zed")).to_have_count(0)
    expect(words(page, "Side 59–Zed")).to_have_count(1)
    wait_idle(page)
    page.get_by_role("radio", name="3 yr").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("range=3y&sort=name$"))
    expect(words(page, "Side 00–Zed")).to_have_count(1)


def test_a_line_of_the_overview_leads_to_its_parties(large: str, page: Page) -> None:
    """Clicking a line shows the named rows of its parties, with all their causes; a cause that a
    spreadsheet would take for a formula is neutralised in the figure's table."""
    opened(page, f"/?{large}&sort=name&causes=on")
    expect(words(page, "=Storm, 3 Feb 2020: 100 closings")).to_have_count(1)
    assert {row["cause"] for row in rows_of(taken(page, "CSV"))} == {"", "'=Storm"}
    plot = chart(page).locator(".nsewdrag").first
    plot.hover()
    words(page, "Side 00–Zed").scroll_into_view_if_needed()
    row, area = words(page, "Side 00–Zed").bounding_box(), plot.bounding_box()
    assert row is not None
    assert area is not None
    page.mouse.move(area["x"] + 0.9 * area["width"], row["y"] + 8)
    expect(chart(page).locator(".hoverlayer")).to_contain_text("Side 00–Zed")
    page.mouse.down()
    page.mouse.up()
    expect(page).to_have_url(re.compile("parties=Side"))
    expect(words(page, "Line 000")).to_have_count(1)
    expect(words(page, "=Storm, 3 Feb 2020: 5 closings")).to_have_count(1)


def test_pairs_are_read_and_chosen_by_keyboard(board: str, browser: Browser) -> None:
    """On a phone the switch shows the table, which scrolls on its own; a number, reached by Tab,
    leads to the channels of the pair, on their timeline. A page's link closes the menu, and so does
    a search."""
    with visitor(browser, board, {"width": 390, "height": 844}) as page:
        opened(page, f"/?{AS_OF}")
        page.get_by_role("radio", name="Pairs").click()
        wait_idle(page)
        expect(page).to_have_url(re.compile("overview=pairs"))
        room = page.get_by_role("region", name="Pairs of parties")
        expect(room).to_be_visible()
        assert room.evaluate("room => room.scrollWidth > room.clientWidth")
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= 390")
        row = room.get_by_role("row").filter(has=page.get_by_role("rowheader", name="China"))
        row.get_by_role("rowheader").get_by_role("link").focus()
        words = re.compile("China–United States: 12 channels, 9 of 12 severed")
        for _ in range(20):
            page.keyboard.press("Tab")
            if words.match(page.evaluate("document.activeElement.innerText").split("\n")[-1]):
                break
        page.keyboard.press("Enter")
        expect(headline(page)).to_contain_text("9 of 12 China–United States channels are severed")
        expect(page).not_to_have_url(re.compile("overview"))
        expect(chart(page)).to_be_visible()
        page.get_by_test_id("stExpandSidebarButton").click()
        gaps = page.get_by_test_id("stSidebar").get_by_role("link", name="Gaps", exact=True)
        expect(gaps).to_be_in_viewport()
        gaps.click()
        wait_idle(page)
        expect(page.locator("#causes")).to_be_visible()
        expect(gaps).not_to_be_in_viewport()
        page.get_by_test_id("stExpandSidebarButton").click()
        field = page.get_by_role("textbox", name="Find", exact=True)
        expect(field).to_be_in_viewport()
        field.fill("hotline")
        field.press("Enter")
        wait_idle(page)
        expect(page.locator(".ol-found")).to_be_visible()
        expect(field).not_to_be_in_viewport()
