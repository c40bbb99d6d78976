"""A figure on a page of another site, following only the guide: the line is copied and pasted
there."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.board import load, running_board
from tests.browser.windows import new_window

PAIR = "/?asof=2023-10-05&parties=China%3B+United+States"


@contextmanager
def _site(said: dict[str, str]) -> Iterator[str]:
    """Serve the current text as a page of another site, and yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<!doctype html><title>Desk</title><p>Ours</p>{said.get('line', '')}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("localhost", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def _line(page: Page) -> str:
    """Return the line of HTML that the board offers for its first figure."""
    page.get_by_role("button", name="Embed, cite…").first.click()
    return page.locator("dialog[open] textarea[name=frame]").input_value()


def test_a_figure_is_shown_on_a_site_that_is_named_and_on_no_other(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the first, the frame has the figure's title and marks; on the second it stays empty."""
    said: dict[str, str] = {}
    with _site(said) as ours, _site(said) as foreign:
        monkeypatch.setenv("OPENLINE_FRAMED_BY", ours)
        with running_board(tmp_path / "log") as board, new_window(browser, board).context as own:
            page = own.pages[0]
            load(page, PAIR)
            said["line"] = _line(page)
            page.goto(ours)
            framed = page.frame_locator("iframe")
            expect(framed.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=30_000)
            expect(framed.get_by_text("On 5 Oct 2023, 9 of 12")).to_be_visible()
            expect(framed.locator("[data-testid=stSidebar]")).to_have_count(0)
            with page.expect_event("framenavigated", lambda frame: frame.parent_frame) as refused:
                page.goto(foreign)
            assert refused.value.url == "chrome-error://chromewebdata/"
