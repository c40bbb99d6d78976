"""A file that one browser downloads or uploads is closed to all others, even if they know its
address."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, expect

from openline.web.own_files import COOKIE
from tests.browser.board import load
from tests.browser.test_records import headline, upload
from tests.records import BAD


@pytest.fixture
def stranger(board: str, browser: Browser) -> Iterator[BrowserContext]:
    """Yield another browser, which has also seen the board."""
    with browser.new_context(base_url=board) as context:
        context.request.get("/")
        yield context


def _taken(page: Page) -> str:
    with page.expect_download() as waiting:
        page.locator('[class*="st-key-ol_save"] button').first.click()
    return waiting.value.url


def _asked(context: BrowserContext, address: str, key: str | None = None) -> APIResponse:
    headers = {} if key is None else {"Cookie": f"{COOKIE}={key}"}
    return context.request.get(address, headers=headers)


def test_a_table_is_taken_along_by_its_own_browser_alone(
    page: Page, stranger: BrowserContext
) -> None:
    """Another browser that knows the address, with its own key, without one and with a made-up one,
    is told that there is no such file. No cache keeps the file."""
    load(page, "/")
    address = _taken(page)
    own = page.request.get(address)
    assert own.status == 200
    assert own.headers["cache-control"] == "private, no-store"
    for key in (None, "", "A" * 43):
        answer = _asked(stranger, address, key)
        assert answer.status == 404
        assert b"channel" not in answer.body()


def test_an_upload_s_address_is_of_no_use_to_another_browser(
    page: Page, stranger: BrowserContext
) -> None:
    """Nobody can read from it, and no other browser can replace or remove the file."""
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request) if request.method == "PUT" else None)
    load(page, "/records")
    upload(page, BAD)
    address = asked[0].url
    assert b"journey" not in page.request.get(address).body()
    assert BAD not in page.request.get(address).text()
    token = stranger.request.get("/_stcore/health").headers["set-cookie"].split("=", 1)[1]
    headers = {"X-Xsrftoken": token.split(";")[0]}
    parts: Any = {"file": {"name": "x.csv", "mimeType": "text/csv", "buffer": b"channel\nother\n"}}
    assert stranger.request.put(address, headers=headers, multipart=parts).status == 403
    assert stranger.request.delete(address, headers=headers).status == 403
    page.reload()
    expect(headline(page)).to_contain_text("journey.csv has 2 errors")
