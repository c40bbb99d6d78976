"""A page on paper: its figures fit the sheet, whatever the width of the window was."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board import wait_idle
from tests.browser.test_journeys import AS_OF, PAIR

SHEET: Final = 1060
"""The width of the printed page in pixels, before the browser shrinks it to A4."""
_PAGES: Final = {
    "status": f"/?{AS_OF}",
    "pair": PAIR,
    "gaps": f"/gaps?{AS_OF}",
    "openings": f"/openings?{AS_OF}",
    "compare": f"/compare?{AS_OF}",
}
_OUTSIDE: Final = """
sheet => [...document.querySelectorAll('.stPlotlyChart')].flatMap(chart => {
  const left = chart.getBoundingClientRect().left;
  const end = Math.min(chart.getBoundingClientRect().right, left + sheet);
  const drawn = [...chart.querySelectorAll('.main-svg, .main-svg text')];
  return drawn.filter(part => {
    const box = part.getBoundingClientRect();
    return box.width && (box.left < left - 1 || box.right > end + 1);
  }).map(part => part.textContent.slice(0, 60));
})
"""
_STILL: Final = """
() => {
  const widths = [...document.querySelectorAll('.svg-container')]
    .map(plot => `${plot.offsetWidth}x${plot.offsetHeight}`).join();
  const same = window.widthsBefore === widths;
  window.widthsBefore = widths;
  return same && widths;
}
"""


def drawn(page: Page, address: str, width: int) -> None:
    """Open a page in a window of a width, and wait until its figures are drawn."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    wait_idle(page)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_attached(timeout=20_000)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the figures have kept their size for a while, from now on."""
    page.evaluate("() => { window.widthsBefore = null; }")
    page.wait_for_function(_STILL, polling=700)


@pytest.mark.parametrize("name", _PAGES)
def test_figures_fit_the_sheet(page: Page, name: str) -> None:
    """Whatever the window's width, no figure and no word in one is cut at the sheet's edge, also
    after it is drawn anew."""
    drawn(page, _PAGES[name], 1440)
    for width in (1440, 1920):
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        page.emulate_media(media="print")
        at_once = page.evaluate(_OUTSIDE, SHEET)
        settled(page)
        assert at_once == page.evaluate(_OUTSIDE, SHEET) == [], width


def test_a_figure_shrinks_as_a_whole(page: Page) -> None:
    """Where the window made a figure wider than the sheet, its height shrinks with its width."""
    drawn(page, PAIR, 1920)
    box = page.locator(".st-key-ol_timeline .main-svg").first.bounding_box()
    page.emulate_media(media="print")
    printed = page.locator(".st-key-ol_timeline .main-svg").first.bounding_box()
    assert box is not None
    assert printed is not None
    assert box["width"] > SHEET
    assert printed["width"] == pytest.approx(SHEET, abs=1)
    assert printed["height"] / box["height"] == pytest.approx(SHEET / box["width"], abs=0.01)


def test_the_board_is_printed_as_a_table(page: Page) -> None:
    """On paper the controls are gone, and the board's rows are a table."""
    drawn(page, PAIR, 1440)
    page.emulate_media(media="print")
    expect(page.locator(".ol-print tbody tr")).to_have_count(12)
    for control in (".st-key-ol_controls", ".st-key-ol_fresh", ".st-key-ol_board_head .ol-how"):
        expect(page.locator(control)).to_be_hidden()
    expect(page.locator("section[data-testid=stSidebar]")).to_be_hidden()
