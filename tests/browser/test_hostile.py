"""Anything in a record is only text in a browser too, whatever it is written to do."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import Dialog, Page, expect

from openline.store.revisions import Revision
from tests.browser.board import wait_idle
from tests.browser.test_journeys import headline, opened

SCRIPT: Final = "<script>alert(1)</script>"
LINK: Final = '<a href="javascript:alert(2)">here</a>'
MARKDOWN: Final = "[x](http://e.x)"
FORMULA: Final = "=1+1"
ADDRESS: Final = "javascript:alert(3)"
HEADER: Final = (
    "channel,parties,level,kind,date,event,state,summary,cause,source,source_url,confidence"
)


def _record() -> bytes:
    """Return a valid record whose text would do harm if it were taken for markup."""
    rows = [
        [SCRIPT, "2023-01-02", "contact", "open", LINK, MARKDOWN, f"{SCRIPT} {MARKDOWN}"],
        [SCRIPT, "2023-03-02", "change", "severed", FORMULA, SCRIPT, LINK],
        [MARKDOWN, "2023-03-02", "change", "severed", MARKDOWN, LINK, FORMULA],
        [FORMULA, "2023-03-02", "change", "partial", SCRIPT, FORMULA, MARKDOWN],
        [LINK, "2023-03-02", "change", "open", MARKDOWN, FORMULA, SCRIPT],
    ]
    out = io.StringIO(newline="")
    out.write(f"{HEADER}\n")
    for channel, day, event, state, summary, cause, source in rows:
        cells = [channel, "Alpha; <b>Beta</b>", "political", "talks", day, event, state]
        csv.writer(out).writerow([*cells, summary, cause, source, ADDRESS, "confirmed"])
    return out.getvalue().encode()


@pytest.fixture(scope="module")
def saved(keep: Callable[..., Revision]) -> str:
    """Return the name of a hostile record in an address."""
    keep(_record(), name="Hostile lines")
    return "record=Hostile+lines"


@pytest.fixture
def dialogs(reader: Page) -> Iterator[list[str]]:
    """Yield the list of dialogs that open while the record is read."""
    found: list[str] = []

    def note(dialog: Dialog) -> None:
        found.append(dialog.message)
        dialog.dismiss()

    reader.on("dialog", note)
    yield found
    reader.remove_listener("dialog", note)


def _assert_harmless(page: Page, dialogs: list[str]) -> None:
    """Assert that everything in the record has become text: no script, no address of its own, no
    dialog."""
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_attached()
    addresses = page.locator("a, svg a").evaluate_all(
        "links => links.map(a => a.getAttribute('href') ?? a.getAttribute('xlink:href') ?? '')"
    )
    assert [found for found in addresses if found.lower().startswith("javascript:")] == []
    assert [found for found in addresses if "//e.x" in found] == []
    expect(page.locator(".stHtml script, .stHtml img, .stHtml b")).to_have_count(0)
    assert dialogs == []


def test_a_hostile_record_is_text_on_status(saved: str, reader: Page, dialogs: list[str]) -> None:
    """Markup, links and formulas in a record are shown on Status as they were written."""
    opened(reader, f"/?{saved}")
    expect(headline(reader)).to_contain_text("2 of 4 <b>Beta</b>–Alpha channels are severed")
    for name in (SCRIPT, MARKDOWN, FORMULA, LINK):
        expect(reader.locator(".ol-print").first).to_contain_text(name)
    expect(reader.locator(".ol-top").last).to_contain_text(SCRIPT)
    _assert_harmless(reader, dialogs)


def test_a_hostile_record_is_text_on_a_channel(
    saved: str, reader: Page, dialogs: list[str]
) -> None:
    """Markup, links and formulas in a record are shown on Channel as they were written."""
    opened(reader, f"/channel?{saved}")
    reader.locator(".ol-choice", has_text=SCRIPT).get_by_role("link").last.click()
    wait_idle(reader)
    expect(headline(reader)).to_contain_text(f"{SCRIPT} severed since")
    for words in (LINK, FORMULA, f"{SCRIPT} {MARKDOWN}", f"Cause: {MARKDOWN}"):
        expect(reader.locator(".ol-two")).to_contain_text(words)
    _assert_harmless(reader, dialogs)


def test_a_hostile_record_is_text_on_compare(saved: str, reader: Page, dialogs: list[str]) -> None:
    """Markup, links and formulas in a record are shown on Compare as they were written."""
    opened(reader, f"/compare?{saved}&from=2023-02-01&to=2023-05-01")
    expect(headline(reader)).to_contain_text("1 <b>Beta</b>–Alpha channel closed and 3 are new.")
    for words in (SCRIPT, MARKDOWN, FORMULA, LINK):
        expect(reader.locator(".ol-changes").last).to_contain_text(words)
    _assert_harmless(reader, dialogs)
