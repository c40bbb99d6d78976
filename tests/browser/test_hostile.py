"""What a record says is text in a browser too, whatever it is written to do."""

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.board import running_board
from tests.browser.test_journeys import headline, opened
from tests.browser.windows import visitor

SCRIPT: Final = "<script>alert(1)</script>"
LINK: Final = '<a href="javascript:alert(2)">here</a>'
MARKDOWN: Final = "[x](http://e.x)"
FORMULA: Final = "=1+1"
ADDRESS: Final = "javascript:alert(3)"
HEADER: Final = (
    "channel,parties,level,kind,date,event,state,summary,cause,source,source_url,confidence"
)


def _write(path: Path) -> None:
    """Write a valid record whose text would do harm where it were taken for markup."""
    rows = [
        [SCRIPT, "2023-01-02", "contact", "open", LINK, MARKDOWN, f"{SCRIPT} {MARKDOWN}"],
        [SCRIPT, "2023-03-02", "change", "severed", FORMULA, SCRIPT, LINK],
        [MARKDOWN, "2023-03-02", "change", "severed", MARKDOWN, LINK, FORMULA],
        [FORMULA, "2023-03-02", "change", "partial", SCRIPT, FORMULA, MARKDOWN],
        [LINK, "2023-03-02", "change", "open", MARKDOWN, FORMULA, SCRIPT],
    ]
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(f"{HEADER}\n")
        for channel, day, event, state, summary, cause, source in rows:
            cells = [channel, "Alpha; <b>Beta</b>", "political", "talks", day, event, state]
            csv.writer(out).writerow([*cells, summary, cause, source, ADDRESS, "confirmed"])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a board with a hostile record."""
    folder = tmp_path_factory.mktemp("hostile")
    _write(folder / "hostile.csv")
    with ExitStack() as started:
        # No other board that starts while this one runs has its record.
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("OPENLINE_DATA", str(folder / "hostile.csv"))
            address = started.enter_context(running_board(folder / "board.log"))
        yield address


@pytest.fixture(scope="module")
def hostile(address: str, browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Give a visitor of that board, and the dialogs that open there."""
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with visitor(browser, address) as page:
        page.on("dialog", note)
        yield page, dialogs
        page.remove_listener("dialog", note)


def _assert_harmless(page: Page, dialogs: list[str]) -> None:
    """Whatever a record says has become text: no script, no address of its own, no dialog."""
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_attached()
    addresses = page.locator("a, svg a").evaluate_all(
        "links => links.map(a => a.getAttribute('href') ?? a.getAttribute('xlink:href') ?? '')"
    )
    assert [found for found in addresses if found.lower().startswith("javascript:")] == []
    assert [found for found in addresses if "//e.x" in found] == []
    expect(page.locator(".stHtml script, .stHtml img, .stHtml b")).to_have_count(0)
    assert dialogs == []


def test_a_hostile_record_is_text_on_status(hostile: tuple[Page, list[str]]) -> None:
    """Markup, links and formulas in a record are shown on Status as they were written."""
    page, dialogs = hostile
    opened(page, "/")
    expect(headline(page)).to_contain_text("2 of 4 <b>Beta</b>–Alpha channels are severed")
    for name in (SCRIPT, MARKDOWN, FORMULA, LINK):
        expect(page.locator(".ol-print").first).to_contain_text(name)
    expect(page.locator(".ol-top").last).to_contain_text(SCRIPT)
    _assert_harmless(page, dialogs)


def test_a_hostile_record_is_text_on_a_channel(hostile: tuple[Page, list[str]]) -> None:
    """Markup, links and formulas in a record are shown on Channel as they were written."""
    page, dialogs = hostile
    opened(page, "/channel")
    page.locator(".ol-choice", has_text=SCRIPT).get_by_role("link").last.click()
    expect(headline(page)).to_contain_text(f"{SCRIPT} severed since")
    for words in (LINK, FORMULA, f"{SCRIPT} {MARKDOWN}", f"Cause: {MARKDOWN}"):
        expect(page.locator(".ol-two")).to_contain_text(words)
    _assert_harmless(page, dialogs)


def test_a_hostile_record_is_text_on_compare(hostile: tuple[Page, list[str]]) -> None:
    """Markup, links and formulas in a record are shown on Compare as they were written."""
    page, dialogs = hostile
    opened(page, "/compare?from=2023-02-01&to=2023-05-01")
    expect(headline(page)).to_contain_text("1 <b>Beta</b>–Alpha channel closed and 3 are new.")
    for words in (SCRIPT, MARKDOWN, FORMULA, LINK):
        expect(page.locator(".ol-changes").last).to_contain_text(words)
    _assert_harmless(page, dialogs)
