"""A page on paper: few sheets, always light, small files, whatever the window was."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.board import go_on, visit
from tests.browser.test_journeys import AS_OF, PAIR
from tests.browser.windows import visitor

_MOST_BYTES: Final = 2_000_000
_SHEETS: Final = {
    "/": 1,
    "/?overview=pairs": 1,
    PAIR: 1,
    "/gaps": 2,
    "/?level=military": 1,
    f"/gaps{PAIR[1:]}": 2,
}
"""The most sheets for each page."""
_ON_TELEPHONE: Final = ("/", PAIR, "/gaps")
"""The pages also tried from a narrow window, as print is laid out for the paper."""
_WHOLE: Final = """
() => [...document.querySelectorAll('[class*="st-key-ol_paper_"]')].flatMap(place => {
  const host = [...place.querySelectorAll('*')].find(part => part.shadowRoot);
  const drawings = [...(host?.shadowRoot ?? place).querySelectorAll('svg')];
  const end = document.querySelector('.stMainBlockContainer').getBoundingClientRect().right;
  return drawings.flatMap(svg => [...svg.querySelectorAll('text')])
    .filter(text => text.getBoundingClientRect().right > end + 1)
    .map(text => text.textContent);
})
"""
_FOOT_WITHIN: Final = """
() => {
  const edge = name => document.querySelector(name).getBoundingClientRect().bottom;
  return edge('.ol-foot') <= edge('.ol-two') + 1;
}
"""
"""Whether the foot is in the room reserved by the last rows above it."""


@pytest.fixture(scope="module", params=[("light", 1440), ("dark", 390)], ids=["desk", "telephone"])
def reader(request: pytest.FixtureRequest, board: str, browser: Browser) -> Iterator[Page]:
    """Yield a page on a wide light screen, and on a narrow dark one."""
    scheme, width = request.param
    with visitor(browser, board, {"width": width, "height": 900}) as opened:
        opened.emulate_media(color_scheme=scheme)
        yield opened


def _ready(page: Page, address: str) -> None:
    """Open a page, and wait until its drawings for paper are there."""
    page.emulate_media(media="null")
    visit(page, address)
    # An element that a run replaces is beside its successor for a moment, and would be printed too.
    expect(page.locator(".ol-headline")).to_have_count(1)
    expect(page.locator(".ol-foot")).to_have_count(1)
    places = page.locator('[class*="st-key-ol_paper_"]')
    expect(places.locator("svg").first).to_be_attached(timeout=20_000)
    page.wait_for_function(
        "() => [...document.querySelectorAll('[class*=\"st-key-ol_paper_\"]')].every(place => "
        "[place, ...place.querySelectorAll('*')].some("
        "part => (part.shadowRoot ?? part).querySelector('svg')))"
    )


def _sheets(pdf: bytes) -> int:
    """Count the sheets of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_pages_take_few_sheets_and_little_room(reader: Page) -> None:
    """Status takes one sheet for all parties, for one pair and for a level, Gaps two for all and
    for a pair; each file is under two megabytes."""
    size = reader.viewport_size
    is_narrow = size is not None and size["width"] < 1000
    for address in _ON_TELEPHONE if is_narrow else _SHEETS:
        _ready(reader, address)
        pdf = reader.pdf(format="A4", prefer_css_page_size=True)
        assert _sheets(pdf) <= _SHEETS[address], address
        assert len(pdf) < _MOST_BYTES, address


def test_what_can_be_taken_stays_in_view(reader: Page) -> None:
    """At 900 pixels the link and the download are at the foot of the sidebar, even on a phone once
    that is open."""
    _ready(reader, PAIR)
    opener = reader.locator('[data-testid="stExpandSidebarButton"]')
    if opener.is_visible():
        opener.click()
    for name in ("Link to this view", "Download data"):
        expect(reader.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)


def test_paper_is_light_and_whole(reader: Page) -> None:
    """From any screen the words are dark, no word of a drawing is cut at the sheet's edge, the
    board is a table, and nothing mentions the mouse; the same holds for the long texts of Method.
    On Channel and Openings the foot is never alone on a sheet: the last rows are with it."""
    _ready(reader, PAIR)
    reader.emulate_media(media="print")
    headline = reader.locator(".ol-headline").first
    expect(headline).to_have_css("color", "rgb(29, 33, 37)")
    assert reader.evaluate(_WHOLE) == []
    expect(reader.locator(".ol-print tbody tr")).to_have_count(12)
    for control in (".st-key-ol_controls", ".st-key-ol_board_head", ".ol-by-hand"):
        expect(reader.locator(control).first).to_be_hidden()
    expect(reader.locator("section[data-testid=stSidebar]")).to_be_hidden()
    expect(reader.locator(".stPlotlyChart").first).to_be_hidden()
    foot = reader.locator(".ol-foot")
    expect(foot).to_contain_text("printed on 25 Nov 2026")
    expect(foot).to_contain_text(AS_OF)
    reader.emulate_media(media="null")
    go_on(reader, "/method")
    reader.emulate_media(media="print")
    words = reader.locator(".stMarkdown").locator("p, td, h2, code").filter(visible=True)
    colours = words.evaluate_all("all => [...new Set(all.map(one => getComputedStyle(one).color))]")
    assert colours == ["rgb(29, 33, 37)"]
    for address in (f"/channel{PAIR[1:]}&channel=Joint+staff+chiefs", f"/openings{PAIR[1:]}"):
        _ready(reader, address)
        reader.emulate_media(media="print")
        assert reader.evaluate(_FOOT_WITHIN), address
