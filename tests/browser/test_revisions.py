"""Two revisions of a saved record on Compare, in a browser."""

import contextlib
import re
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, expect
from sqlalchemy import URL

from openline.store.address import FILE_NAME
from openline.store.opening import open_store
from tests.browser.board import load, running_board, wait_idle
from tests.browser.test_journeys import NARROW
from tests.browser.windows import visitor
from tests.screen import csv_text
from tests.store.saving import save

_TRIES: Final = 3
_QUICK: Final = 3_000
"""How long one try to open the list may take, in milliseconds."""


def _data(*states: str) -> bytes:
    rows = [(f"Line {i}", "A; B", "2020-02-29", "", state) for i, state in enumerate(states)]
    return csv_text(rows).encode()


def _choose(page: Page, name: str) -> None:
    """Choose a revision; a list that was opened while the page was drawn anew closes again."""
    option = page.get_by_role("option", name=name)
    for _ in range(_TRIES):
        page.get_by_role("combobox", name="Compare with").click()
        with contextlib.suppress(AssertionError):
            expect(option).to_be_visible(timeout=_QUICK)
            break
    option.click()


def test_any_two_revisions_can_be_compared(browser: Browser, tmp_path: Path) -> None:
    """The choice of another revision changes heading, sentence, rows and address; Back takes it
    back. On a telephone the same link shows the same, and nothing is wider than the window."""
    store = open_store(URL.create("sqlite", database=str(tmp_path / "store" / FILE_NAME)))
    for number in range(3):
        save(store, _data(*["open"] * (number + 1)), number or None)
    with running_board(tmp_path / "board.log") as board:
        with visitor(browser, board) as page:
            load(page, "/compare?record=Gulf+lines")
            title = page.get_by_role("heading", name=re.compile("What"), level=2).last
            expect(title).to_have_text("What revision 3 changed")
            _choose(page, "Revision 1")
            expect(title).to_have_text("What changed from revision 1 to revision 3")
            expect(page.locator("p.ol-changes")).to_contain_text("2 rows added")
            expect(page).to_have_url(re.compile("against=1"))
            wait_idle(page)
            page.go_back()
            expect(title).to_have_text("What revision 3 changed")
        with visitor(browser, board, NARROW) as page:
            load(page, "/compare?record=Gulf+lines@1&against=3")
            title = page.get_by_role("heading", name=re.compile("What changed from"))
            expect(title).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
