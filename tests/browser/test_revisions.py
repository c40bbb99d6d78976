"""Two revisions of a saved record on Compare, in a browser."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from openline.store.revisions import Revision
from tests.browser.board import choose_option, resize, visit, wait_idle
from tests.browser.test_journeys import NARROW
from tests.screen import csv_text


def _data(*states: str) -> bytes:
    rows = [(f"Line {i}", "A; B", "2020-02-29", "", state) for i, state in enumerate(states)]
    return csv_text(rows).encode()


def test_any_two_revisions_can_be_compared(keep: Callable[..., Revision], reader: Page) -> None:
    """Choosing another revision changes heading, sentence, rows and address; Back undoes it. On a
    phone the same link shows the same, and nothing is wider than the window."""
    for number in range(3):
        keep(_data(*["open"] * (number + 1)), number or None, name="Compared lines")
    visit(reader, "/compare?record=Compared+lines")
    title = reader.get_by_role("heading", name=re.compile("What"), level=2).last
    expect(title).to_have_text("What revision 3 changed")
    choose_option(reader.get_by_role("combobox", name="Compare with"), "Revision 1", exact=False)
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
