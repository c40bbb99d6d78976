"""Saved records: opened by link, told of newer revisions, and there again after a restart."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import URL

from openline.store.address import FILE_NAME
from openline.store.opening import open_store
from openline.store.store import Store
from tests.browser.board import free_port, load, open_list, running_board, wait_idle
from tests.browser.windows import new_window, visitor
from tests.screen import csv_text
from tests.store.saving import NAME, NOW, save

WITHIN = 60_000
"""Within how many milliseconds a reader is told."""
LINK = "/?record=Gulf+lines&level=military"
PINNED = "/?record=Gulf+lines@1&level=military"


def _data(*states: str) -> bytes:
    levels = ("military", "political")
    rows = [
        (f"Line {i}", "A; B", levels[i % 2], "2020-02-29", state) for i, state in enumerate(states)
    ]
    return csv_text(rows, ("channel", "parties", "level", "date", "state")).encode()


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    """Return the store of the board under test, with a record of one revision."""
    store = open_store(URL.create("sqlite", database=str(tmp_path / "store" / FILE_NAME)))
    save(store, _data("open", "open"), None)
    return store


@contextmanager
def _visit(browser: Browser, board: str, path: str) -> Iterator[Page]:
    """Open an address as a new visitor."""
    with visitor(browser, board) as page:
        load(page, path)
        yield page


def _query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_readers_of_a_record_are_told_of_a_newer_revision(
    kept: Store, browser: Browser, tmp_path: Path
) -> None:
    """Two people open one link; both are told, one moves and keeps the filters, the other
    reads on, and comes to what changed with one click; whoever stays with a
    revision is told too. The links work after a restart."""
    log = tmp_path / "board.log"
    with (
        running_board(log) as board,
        _visit(browser, board, LINK) as mover,
        _visit(browser, board, LINK) as reader,
        _visit(browser, board, PINNED) as stayer,
    ):
        for page in (mover, reader, stayer):
            expect(page.locator(".ol-context")).to_contain_text(
                "Record “Gulf lines”, revision 1 of"
            )
            expect(page.locator(".ol-newer")).to_have_count(0)
        save(kept, _data("severed", "open"), 1, saved_by="Bo", note="Cut in May")
        for page in (mover, reader):
            note = page.locator(".ol-newer")
            expect(note).to_contain_text(
                "Revision 2 of “Gulf lines” was saved by Bo", timeout=WITHIN
            )
            expect(page.locator(".ol-headline").first).to_contain_text("is open")
        expect(stayer.locator(".ol-newer.ol-quiet")).to_be_visible(timeout=WITHIN)
        mover.get_by_role("button", name="Show revision 2").click()
        expect(mover.locator(".ol-headline").first).to_contain_text("is severed")
        assert _query(mover) == {"record": [NAME], "level": ["military"]}
        expect(mover.locator(".ol-newer")).to_have_count(0)
        reader.get_by_role("button", name="Later").click()
        expect(reader.locator(".ol-newer.ol-quiet")).to_be_visible()
        expect(reader.locator(".ol-context")).to_contain_text("revision 1 of")
        expect(stayer.locator(".ol-context")).to_contain_text("revision 1 of")
        reader.get_by_role("button", name="What changed").click()
        expect(reader.get_by_text("What revision 2 changed")).to_be_in_viewport()
        assert urlsplit(reader.url).path == "/compare"
        assert _query(reader) == {"record": [NAME], "level": ["military"]}
        reader.go_back()
        expect(reader.locator(".ol-context")).to_contain_text("revision 2 of")
    with (
        running_board(log) as board,
        _visit(browser, board, LINK) as page,
        _visit(browser, board, PINNED) as stayer,
    ):
        expect(page.locator(".ol-context")).to_contain_text("revision 2 of")
        expect(stayer.locator(".ol-context")).to_contain_text("revision 1 of")
        expect(stayer.locator(".ol-headline").first).to_contain_text("is open")


def test_a_restart_moves_nobody(kept: Store, browser: Browser, tmp_path: Path) -> None:
    """A browser that connects again after a restart reads on at its revision, and is told."""
    port, log = free_port(), tmp_path / "board.log"
    page = new_window(browser, f"http://localhost:{port}")
    with page.context:
        with running_board(log, port=port):
            load(page, LINK)
            # Any run after the first has the browser remember the revision.
            page.get_by_text("Causes", exact=True).click()
            wait_idle(page)
        save(kept, _data("severed", "open"), 1)
        with running_board(log, port=port):
            expect(page.locator(".ol-newer")).to_contain_text("revision 1.", timeout=WITHIN)
            expect(page.locator(".ol-headline").first).to_contain_text("is open")
            page.get_by_role("button", name="Show revision 2").click()
            expect(page.locator(".ol-headline").first).to_contain_text("is severed")


def test_what_cannot_be_shown_is_explained(kept: Store, browser: Browser, tmp_path: Path) -> None:
    """Unknown and hidden records, and a store that went away and came back, are told of; the
    bundled record stands."""
    save(kept, _data("severed"), None, name="Old list")
    kept.hide("Old list", "Ann", now=NOW)
    with running_board(tmp_path / "board.log") as board:
        with _visit(browser, board, "/?record=Gulf+linse") as page:
            expect(page.locator(".ol-notes")).to_contain_text("no record named “Gulf linse”")
            expect(page.locator(".ol-notes")).to_contain_text("Is it “Gulf lines”?")
            expect(page.locator(".ol-headline")).to_have_count(0)
        with _visit(browser, board, "/?record=Old+list") as page:
            expect(page.locator(".ol-notes")).to_contain_text("hidden from the list of records")
            expect(page.locator(".ol-headline").first).to_contain_text("is severed")
        with _visit(browser, board, "/?record=Gulf+lines@1") as page:
            kept.close()
            away = (tmp_path / "store").rename(tmp_path / "away")
            expect(page.locator(".ol-notes")).to_contain_text("does not answer", timeout=WITHIN)
            expect(page.locator(".ol-headline").first).to_be_visible()
            with _visit(browser, board, "/") as other:
                expect(other.locator(".ol-context")).to_contain_text("Bundled record")
                expect(other.locator(".ol-notes")).to_contain_text("does not answer")
            away.rename(tmp_path / "store")
            expect(page.locator(".ol-notes")).to_have_count(0, timeout=WITHIN)


def test_a_record_is_chosen_beside_the_page(kept: Store, browser: Browser, tmp_path: Path) -> None:
    """Choosing a record changes the address; Back leads to the record before."""
    with (
        running_board(tmp_path / "board.log") as board,
        _visit(browser, board, "/?level=military") as page,
    ):
        open_list(page.get_by_role("combobox", name="Record"))
        page.get_by_role("option", name=NAME, exact=True).click()
        expect(page.locator(".ol-context")).to_contain_text("Record “Gulf lines”, revision 1 of")
        assert _query(page) == {"record": [NAME], "level": ["military"]}
        with page.expect_download() as download:
            page.get_by_role("button", name="Download data").click()
        assert "gulf-lines_revision-1_status" in download.value.suggested_filename
        page.go_back()
        expect(page.locator(".ol-context")).to_contain_text("Bundled record")
        assert _query(page) == {"level": ["military"]}
