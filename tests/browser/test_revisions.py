"""Two revisions of a saved record on Compare, in a browser."""

import contextlib
import re
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Page, expect

from openline.store.revisions import Revision
from tests.browser.board import resize, visit, wait_idle
from tests.browser.test_journeys import NARROW
from tests.screen import csv_text

_TRIES: Final = 3
_QUICK: Final = 3_000
"""The longest time for one attempt to open the list, in milliseconds."""


def _data(*states: str) -> bytes:
    rows = [(f"Line {i}", "A; B", "2020-02-29", "", state) for i, state in enumerate(states)]
    return csv_text(rows).encode()


def _choose(page: Page, name: str) -> None:
    """Choose a revision; a list opened while the page is being redrawn closes again."""
    option = page.get_by_role("option", name=name)
    for _ in range(_TRIES):
        page.get_by_role("combobox", name="Compare with").click()
        with contextlib.suppress(AssertionError):
            expect(option).to_be_visible(timeout=_QUICK)
            break
    option.click()


def test_any_two_revisions_can_be_compared(keep: Callable[..., Revision], reader: Page) -> None:
    """Choosing another revision changes heading, sentence, rows and address; Back undoes it. On a
    phone the same link shows the same, and nothing is wider than the window."""
    for number in range(3):
        keep(_data(*["open"] * (number + 1)), number or None, name="Compared lines")
    visit(reader, "/compare?record=Compared+lines")
    title = reader.get_by_role("heading", name=re.compile("What"), level=2).last
    expect(title).to_have_text("What revision 3 changed")
    _choose(reader, "Revision 1")
    wait_idle(reader)
    expect(title).to_have_text("What changed from revision 1 to revision 3")
    expect(reader.locator("p.ol-changes")).to_contain_text("2 rows added")
    expect(reader).to_have_url(re.compile("against=1"))
    reader.go_back()
    wait_idle(reader)
    expect(title).to_have_text("What revision 3 changed")
    resize(reader, NARROW["width"], NARROW["height"])
    visit(reader, "/compare?record=Compared+lines@1&against=3")
    expect(reader.get_by_role("heading", name=re.compile("What changed from"))).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
