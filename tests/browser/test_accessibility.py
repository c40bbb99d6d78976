"""No page has obstacles for a reader, other than Streamlit's own."""

import re
from datetime import date
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from openline.analysis.filters import Filters
from openline.analysis.question import Question
from openline.brief.brief import Brief
from openline.brief.document import brief_html
from openline.record.reading import read_record
from openline.ui.markup.sheet import style_sheet
from openline.ui.pages import PAGES
from openline.web.waiting import WAITING
from tests.browser.board import ROOT, go_on, load, running_board

GRAVE: Final = {"serious", "critical"}
_PAIR: Final = "asof=2023-10-05&parties=China%3B%20United%20States"
THEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
VIEWS: Final = [
    *(f"/{page.path}?{_PAIR}" for page in PAGES),
    "/",
    "/channel?parties=China%3B%20United%20States&channel=Defence%20ministers",
    "/?parties=Nobody&range=zz",
    "/?overview=pairs",
]
_STILL: Final = """
() => document.getAnimations().every(
  one => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity
)
"""
"""Whether everything has its final colours, as elements that a run replaces fade."""
FAULTS: Final = {"resultTypes": ["violations"]}
"""What axe returns in full: describing everything that is right takes longer than looking for
faults."""
_OF_COLOURS: Final = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}
LONGER: Final = [f"/{page.path}" for page in PAGES if page.path not in ("", "records", "method")]
"""Pages of all parties, made of the same parts as above and in the same colours."""


@pytest.fixture(scope="module")
def streamlit_own(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the rules that an empty page of Streamlit breaks."""
    log = tmp_path_factory.mktemp("empty") / "empty.log"
    with (
        running_board(log, script="tests/browser/empty_page.py") as address,
        browser.new_context(base_url=address) as visitor,
    ):
        page = visitor.new_page()
        page.goto("/")
        page.get_by_role("heading", name="Empty").wait_for()
        return {one["id"] for one in _grave(page)}


def _prefer(page: Page, theme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=theme)
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", theme)


def _grave(page: Page, theme: str = "light") -> list[dict[str, Any]]:
    """Return the grave faults of a page; in dark, which has the same parts as light, only those of
    colour."""
    page.wait_for_function(_STILL)
    options = {**FAULTS, **(_OF_COLOURS if theme == "dark" else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [one for one in found if one["impact"] in GRAVE]


@pytest.fixture
def reader(reader: Page) -> Page:
    """Return the page of a visitor who has loaded the board."""
    if reader.url == "about:blank":
        load(reader, "/")
    return reader


@pytest.mark.parametrize("address", [*VIEWS, *LONGER])
def test_a_page_has_no_grave_fault_of_its_own(
    reader: Page, streamlit_own: set[str], address: str
) -> None:
    """In light and in dark there is no serious or critical violation that an empty page does not
    also have."""
    for theme in THEMES[:1] if address in LONGER else THEMES:
        _prefer(reader, theme)
        go_on(reader, address)  # figures take their colours when they are drawn
        reader.locator(".ol-context").wait_for()
        own = [one for one in _grave(reader, theme) if one["id"] not in streamlit_own]
        assert not own, [(theme, one["id"], one["nodes"][0]["html"][:300]) for one in own]


def test_the_dialog_of_a_picture_has_no_grave_fault(reader: Page, streamlit_own: set[str]) -> None:
    """Its fields have names, its words have enough contrast, and Escape closes it."""
    go_on(reader, f"/?{_PAIR}")
    for theme in THEMES:
        _prefer(reader, theme)
        reader.get_by_role("button", name="Picture…").click()
        dialog = reader.get_by_role("dialog", name="Save this picture")
        expect(dialog.locator(".preview svg")).to_be_visible()
        own = [one for one in _grave(reader, theme) if one["id"] not in streamlit_own]
        assert not own, [(theme, one["id"], one["nodes"][0]["html"][:300]) for one in own]
        reader.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        reader.get_by_role("button", name="Embed, cite…").click()
        lines = reader.get_by_role("dialog", name="Embed or cite this figure")
        expect(lines.get_by_label("Citation")).to_have_value(re.compile("^Openline contributors"))
        own = [one for one in _grave(reader, theme) if one["id"] not in streamlit_own]
        assert not own, [(theme, one["id"], one["nodes"][0]["html"][:300]) for one in own]
        reader.keyboard.press("Escape")
        expect(lines).to_be_hidden()


def test_a_brief_and_a_badge_have_no_grave_fault(reader: Page, board: str) -> None:
    """This holds in light and in dark, as people read them who never see the board."""
    record = read_record((ROOT / "data" / "channels.csv").read_bytes(), date(2026, 11, 25))
    question = Question(record, date(2023, 10, 5), Filters(parties=("China; United States",)))
    paper = brief_html(Brief(question, "Bundled record", date(2026, 11, 25)))
    channel = "parties=China%3B+United+States&channel=Defence+ministers"
    badge = reader.context.request.get(f"{board}/badges/channel.svg?{channel}").text()
    shown = f"<html lang=en><title>Lines</title><main><h1>Lines</h1>{badge}</main></html>"
    page = reader.context.new_page()
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        for document in (paper, shown):
            page.set_content(document)
            assert not _grave(page, theme), theme
        _expect_words_until_drawn(page, theme)
    page.close()


def _expect_words_until_drawn(page: Page, theme: str) -> None:
    """Expect the words of a loading page to be legible; once the board's style has loaded, they go
    and the page appears."""
    drawn = '<main><h1>Lines</h1><p class="stHtml">On 5 Oct</p></main>'
    page.set_content(f"<html lang=en><title>Lines</title>{drawn}{WAITING}</html>")
    words = page.get_by_role("status").get_by_text("Loading the board…")
    expect(words).to_be_visible()
    expect(page.locator(".stHtml")).to_have_css("opacity", "0")
    assert not _grave(page, theme), theme
    page.add_style_tag(content=f"{style_sheet({})}".partition(">")[2].removesuffix("</style>"))
    expect(words).to_be_hidden()
    expect(page.locator(".stHtml")).to_have_css("opacity", "1")


def test_a_file_that_is_worked_on_has_no_grave_fault(page: Page, streamlit_own: set[str]) -> None:
    """This covers the questions about it, its problems, its rows and the bar."""
    load(page, "/records")
    file = b"Line,Since,Status\nHotline,3/4/2021,up\nTalks,soon,down\n"
    page.locator('input[type="file"]').set_input_files(
        {"name": "axe.csv", "mimeType": "text/csv", "buffer": file}
    )
    button = page.locator(".st-key-records_bar button")
    for label in ("Use the 3 proposed columns",):
        expect(button).to_have_text(label)
        button.click()
    expect(page.locator(".st-key-records_bar")).to_contain_text("what its words mean")
    for theme in THEMES:
        _prefer(page, theme)
        own = [one for one in _grave(page, theme) if one["id"] not in streamlit_own]
        assert not own, [(theme, one["id"], one["nodes"][0]["html"][:300]) for one in own]
