"""Saved records: opened by link, with notes of newer revisions, and still there after a restart."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, expect

from openline.store.revisions import Revision
from openline.store.store import Store
from tests.browser.board import (
    choose_option,
    free_port,
    go_on,
    load,
    next_run,
    running_board,
    store_beside,
    visit,
    wait_idle,
)
from tests.browser.test_records import headline, upload, write
from tests.browser.windows import new_window, visitor
from tests.records import BAD
from tests.screen import csv_text
from tests.store.saving import NAME, NOW, save

WITHIN = 60_000
"""The milliseconds within which a reader is told."""
LINK = "/?record=Gulf+lines&level=military"
PINNED = "/?record=Gulf+lines@1&level=military"


def _data(*states: str) -> bytes:
    levels = ("military", "political")
    rows = [
        (f"Line {i}", "A; B", levels[i % 2], "2020-02-29", state) for i, state in enumerate(states)
    ]
    return csv_text(rows, ("channel", "parties", "level", "date", "state")).encode()


@contextmanager
def _visit(browser: Browser, board: str, path: str) -> Iterator[Page]:
    """Open an address as a new visitor."""
    with visitor(browser, board) as page:
        load(page, path)
        yield page


def _query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _expect_revision(page: Page, number: int, name: str = NAME) -> None:
    expect(page.locator(".ol-context")).to_contain_text(f"Record “{name}”, revision {number} of")


def test_readers_of_a_record_are_told_of_a_newer_revision(
    keep: Callable[..., Revision], kept: Store, browser: Browser, board: str
) -> None:
    """Two people open one link; both are told, one moves and keeps the filters, the other stays,
    and reaches the changes with one click; a reader of a pinned revision is told too."""
    keep(_data("open", "open"))
    with (
        _visit(browser, board, LINK) as mover,
        _visit(browser, board, LINK) as reader,
        _visit(browser, board, PINNED) as stayer,
    ):
        for page in (mover, reader, stayer):
            _expect_revision(page, 1)
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
        wait_idle(mover)
        expect(mover.locator(".ol-headline").first).to_contain_text("is severed")
        assert _query(mover) == {"record": [NAME], "level": ["military"]}
        expect(mover.locator(".ol-newer")).to_have_count(0)
        reader.get_by_role("button", name="Later").click()
        wait_idle(reader)
        expect(reader.locator(".ol-newer.ol-quiet")).to_be_visible()
        _expect_revision(reader, 1)
        _expect_revision(stayer, 1)
        reader.get_by_role("button", name="What changed").click()
        wait_idle(reader)
        expect(reader.get_by_text("What revision 2 changed")).to_be_in_viewport()
        assert urlsplit(reader.url).path == "/compare"
        assert _query(reader) == {"record": [NAME], "level": ["military"]}
        wait_idle(reader)
        reader.go_back()
        _expect_revision(reader, 2)


def test_a_restart_moves_nobody_and_says_what_is_lost(browser: Browser, tmp_path: Path) -> None:
    """A browser that reconnects after a restart stays at its revision, and is told of a newer one;
    links show the same as before. Another that was working on a file is told its name and what to
    do, even after a reload, until a file is added."""
    port, log = free_port(), tmp_path / "board.log"
    store = store_beside(log)
    save(store, _data("open", "open"), None)
    page = new_window(browser, f"http://localhost:{port}")
    with page.context:
        with running_board(log, port=port):
            load(page, LINK)
            with next_run(page):  # any run after the first makes the browser remember the revision
                page.get_by_text("Causes", exact=True).click()
            work = page.context.new_page()
            load(work, "/records")
            upload(work, BAD)
            write(work, "date", 0, "2022-08-05")
        save(store, _data("severed", "open"), 1)
        with running_board(log, port=port):
            lost = work.get_by_text("You were working on journey.csv")
            expect(lost).to_be_visible(timeout=WITHIN)
            wait_idle(work)
            load(work, "/records")
            expect(lost).to_be_visible()
            upload(work, BAD)
            expect(lost).to_have_count(0)
            load(work, "/records")
            expect(headline(work)).to_contain_text("journey.csv has 2 errors")
            page.bring_to_front()
            expect(page.locator(".ol-newer")).to_contain_text("revision 1.", timeout=WITHIN)
            expect(headline(page)).to_contain_text("is open")
            page.get_by_role("button", name="Show revision 2").click()
            wait_idle(page)
            expect(headline(page)).to_contain_text("is severed")
            go_on(page, PINNED)
            _expect_revision(page, 1)
            expect(headline(page)).to_contain_text("is open")
            load(page, LINK)
            _expect_revision(page, 2)
    store.close()


def test_what_cannot_be_shown_is_explained(browser: Browser, tmp_path: Path) -> None:
    """Unknown and hidden records, and a store that goes away and comes back, have notes; the
    bundled record is still shown."""
    log = tmp_path / "board.log"
    store = store_beside(log)
    save(store, _data("open", "open"), None)
    save(store, _data("severed"), None, name="Old list")
    store.hide("Old list", "Ann", now=NOW)
    store.close()
    with running_board(log) as board, visitor(browser, board) as page:
        visit(page, "/?record=Gulf+linse")
        expect(page.locator(".ol-notes")).to_contain_text("no record named “Gulf linse”")
        expect(page.locator(".ol-notes")).to_contain_text("Is it “Gulf lines”?")
        expect(page.locator(".ol-headline")).to_have_count(0)
        visit(page, "/?record=Old+list")
        expect(page.locator(".ol-notes")).to_contain_text("hidden from the list of records")
        expect(page.locator(".ol-headline").first).to_contain_text("is severed")
        visit(page, "/?record=Gulf+lines@1")
        away = (tmp_path / "store").rename(tmp_path / "away")
        expect(page.locator(".ol-notes")).to_contain_text("does not answer", timeout=WITHIN)
        expect(page.locator(".ol-headline").first).to_be_visible()
        with _visit(browser, board, "/") as other:
            expect(other.locator(".ol-context")).to_contain_text("Bundled record")
            expect(other.locator(".ol-notes")).to_contain_text("does not answer")
        away.rename(tmp_path / "store")
        expect(page.locator(".ol-notes")).to_have_count(0, timeout=WITHIN)


def test_a_record_is_chosen_beside_the_page(keep: Callable[..., Revision], reader: Page) -> None:
    """Choosing a record changes the address; Back leads to the previous record."""
    name = "Lines to choose"
    keep(_data("open", "open"), name=name)
    visit(reader, "/?level=military")
    choose_option(reader.get_by_role("combobox", name="Record"), name)
    _expect_revision(reader, 1, name)
    assert _query(reader) == {"record": [name], "level": ["military"]}
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Download data").click()
    assert "lines-to-choose_revision-1_status" in download.value.suggested_filename
    reader.go_back()
    wait_idle(reader)
    expect(reader.locator(".ol-context")).to_contain_text("Bundled record")
    assert _query(reader) == {"level": ["military"]}
