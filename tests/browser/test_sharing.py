"""Two analysts and one record, from a faulty file to a revision that the other one is told of."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.board import free_port, go_on, load, running_board, wait_idle
from tests.browser.test_records import headline, save_as, upload, write
from tests.browser.windows import visitor
from tests.records import BAD
from tests.store.server import away, empty_schema, own_postgres, postgres

NAME: Final = "Shared chain"
WITHIN: Final = 60_000
"""The milliseconds within which a reader is told, and the return of a store is noticed."""
FOREIGN: Final = "Name;When;Status\nHotline;5.8.2022;shut\nTalks;14.8.2022;up\n"
LEVELS: Final = (
    BAD.replace("channel,", "level,channel,")
    .replace("\nH", "\nmilitary,H")
    .replace("\nT", "\npolitical,T")
)
"""The faulty file, with a level for each channel."""


@contextmanager
def _visit(browser: Browser, address: str) -> Iterator[Page]:
    """Open an address as a visitor with access to the clipboard."""
    parts = urlsplit(address)
    board = f"{parts.scheme}://{parts.netloc}"
    with visitor(browser, board) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=board)
        load(page, address)
        yield page


@pytest.fixture
def database() -> Iterator[str]:
    """Yield the address of an empty store on a server; other journeys save into files."""
    with postgres() as server, empty_schema(server) as place:
        yield place.render_as_string(hide_password=False)


def _seen(page: Page) -> dict[str, Any]:
    """Return what a reader sees: the sentences, the pieces of the figure, and the rows behind
    it."""
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    wait_idle(page)
    drawn = page.evaluate(
        "() => JSON.stringify([...document.querySelectorAll('.js-plotly-plot')]"
        ".map(plot => plot.data.map(({ uid, ...rest }) => rest)))"
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Download data").click()
    return {
        "context": page.locator(".ol-context").inner_text(),
        "headline": headline(page).inner_text(),
        "second": page.locator(".ol-second").first.inner_text(),
        "figure": json.loads(drawn),
        "table": Path(download.value.path()).read_bytes(),
        "query": parse_qs(urlsplit(page.url).query),
    }


def _link_of_view(page: Page, number: int) -> str:
    """Copy a link from the dialog for sharing a view, and return the clipboard's text."""
    page.get_by_role("button", name="Link to this view").click()
    dialog = page.locator("[data-testid=stPopoverBody]")
    expect(dialog).to_contain_text("The first shows whichever revision is newest")
    dialog.get_by_role("button", name="Copy link").nth(number).click()
    wait_idle(page)
    expect(dialog).to_contain_text("Copied.")
    page.keyboard.press("Escape")
    return str(page.evaluate("() => navigator.clipboard.readText()"))


def _copy_link_of_newest(page: Page) -> None:
    """Copy the link offered by the page of a saved file, as shown there."""
    wait_idle(page)
    place = page.locator(".st-key-records_link_newest")
    place.get_by_role("button", name="Copy link").click()
    wait_idle(page)
    expect(place).to_contain_text("Copied.")
    shown = place.locator("code").inner_text().strip()
    assert page.evaluate("() => navigator.clipboard.readText()") == shown


def _bring_mended(page: Page) -> None:
    upload(page, LEVELS)
    expect(headline(page)).to_contain_text("has 2 errors in 2 lines")
    write(page, "date", 0, "2022-08-05")
    write(page, "state", 1, "open")
    expect(headline(page)).to_contain_text("has no errors; it can be saved.")


def _save_next(page: Page, who: str) -> None:
    """Change the saved record on its page, and save the next revision."""
    page.get_by_role("button", name="Work on it").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text(f"is saved as “{NAME}”")
    wait_idle(page)
    page.get_by_text("Edit the rows").click()
    write(page, "state", 1, "partial")
    page.get_by_label("Your name", exact=True).fill(who)
    page.get_by_label("Your name", exact=True).press("Tab")
    wait_idle(page)
    page.get_by_role("button", name="Save as revision 2").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("revision 2.", timeout=WITHIN)


def test_from_a_faulty_file_to_a_newer_revision(
    database: str, browser: Browser, tmp_path: Path
) -> None:
    """An analyst adds a file with errors, fixes it in place, saves it and copies the link to a
    view; another profile sees the same view of the same data, even after a restart; when a second
    analyst saves a revision, the reader is told, and moves with one click, keeping the view."""
    port, log = free_port(), tmp_path / "board.log"
    with running_board(log, port=port, database=database) as board:
        with _visit(browser, f"{board}/records") as first:
            _bring_mended(first)
            save_as(first, NAME, "Ann")
            _copy_link_of_newest(first)
            first.get_by_role("button", name="Open it on the board").click()
            wait_idle(first)
            expect(first.locator(".ol-context")).to_contain_text(f"Record “{NAME}”, revision 1 of")
            go_on(first, f"{first.url}&level=military")
            link, before = _link_of_view(first, 0), _seen(first)
        assert "severed" in before["headline"]
        with _visit(browser, link) as other:
            assert _seen(other) == before
    with running_board(log, port=port, database=database) as board, _visit(browser, link) as reader:
        assert _seen(reader) == before
        reader.evaluate("() => { window.stillHere = true; }")
        with _visit(browser, f"{board}/records?record={NAME.replace(' ', '+')}") as second:
            _save_next(second, "Bo")
        note = reader.locator(".ol-newer")
        expect(note).to_contain_text(f"Revision 2 of “{NAME}” was saved by Bo", timeout=WITHIN)
        assert headline(reader).inner_text() == before["headline"]
        reader.get_by_role("button", name="Show revision 2").click()
        wait_idle(reader)
        expect(headline(reader)).to_contain_text("partial")
        assert reader.evaluate("() => window.stillHere")
        assert _seen(reader)["query"] == before["query"]


def test_a_database_goes_away_and_comes_back(browser: Browser, tmp_path: Path) -> None:
    """While it is away the bundled record is shown, records already read stay, and a save says that
    nothing was saved, while the file stays on the page; when it is back the same save works."""
    log = tmp_path / "board.log"
    with (
        own_postgres() as server,
        running_board(log, database=server.render_as_string(hide_password=False)) as board,
        _visit(browser, f"{board}/records") as page,
    ):
        upload(page, LEVELS.replace("2022-02-30", "2022-08-05").replace("opend", "open"))
        save_as(page, NAME, "Ann")
        address = f"{board}/?record={NAME.replace(' ', '+')}"
        with _visit(browser, address) as reader:
            shown = headline(reader).inner_text()
            with away(server):
                with _visit(browser, board) as newcomer:
                    expect(newcomer.locator(".ol-context")).to_contain_text("Bundled record")
                    expect(headline(newcomer)).to_contain_text("channels are severed")
                page.get_by_label("Name of the record").fill("Another name")
                page.get_by_label("Name of the record").press("Tab")
                wait_idle(page)
                page.get_by_role("button", name="Save", exact=True).click()
                alert = page.get_by_role("alert")
                expect(alert).to_contain_text("does not answer", timeout=WITHIN)
                expect(page.locator(".ol-file")).to_contain_text("2022-08-05")
                notes = reader.locator(".ol-notes")
                expect(notes).to_contain_text("does not answer", timeout=WITHIN)
                assert headline(reader).inner_text() == shown
            page.get_by_role("button", name="Save", exact=True).click()
            wait_idle(page)
            expect(headline(page)).to_contain_text("“Another name”, revision 1.", timeout=WITHIN)
            expect(notes).to_have_count(0, timeout=WITHIN)


def test_the_next_file_is_read_as_the_last_one(page: Page) -> None:
    """Columns, words and dates chosen for one file are offered for the next file of its record, and
    one click applies them; it is then the next revision."""
    load(page, "/records")
    upload(page, FOREIGN, "august.csv")
    for what in ("columns", "words", "dates_date"):
        read = page.locator(f".st-key-records_apply_{what} button")
        read.click()
        wait_idle(page)
        expect(read).to_have_count(0)
        wait_idle(page)
    expect(headline(page)).to_contain_text("has no errors")
    save_as(page, "Foreign lines", "Ann")
    page.get_by_role("button", name="Add another file").click()
    wait_idle(page)
    upload(page, FOREIGN + "Talks;1.9.2022;shut\n", "september.csv")
    expect(page.get_by_text("It can be read as revision 1, saved by Ann")).to_be_visible()
    expect(headline(page)).to_contain_text("is it a file of “Foreign lines”?")
    page.locator(".st-key-records_update button").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("september.csv has no errors; it can be saved.")
    wait_idle(page)
    expect(page.get_by_label("Name of the record")).to_have_value("Foreign lines")
    page.get_by_role("button", name="Save as revision 2").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("“Foreign lines”, revision 2.", timeout=WITHIN)
