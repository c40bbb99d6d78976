"""What the journeys use: one board, one browser, and a fresh page for each test."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.board import launch, running_board
from tests.browser.windows import begin_anew, visitor

HERE: Final = Path(__file__).parent
# In milliseconds: browsers and boards share processors.
expect.set_options(timeout=20_000)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the journeys, so that `-m "not browser"` leaves them out."""
    item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the journeys last, and those of the longest files first.

    While the browser is open this process has a running event loop, in which tests that start
    one of their own would fail. Where two processes share the files, none begins a long one when
    the other has no more.
    """
    journeys = [item for item in items if HERE in item.path.parents]
    journeys.sort(key=lambda item: (-item.path.stat().st_size, item.path))
    items[:] = [*(item for item in items if HERE not in item.path.parents), *journeys]


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a board that runs for all journeys."""
    with running_board(tmp_path_factory.mktemp("board") / "board.log") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium without a window."""
    with sync_playwright() as playwright, launch(playwright) as opened:
        yield opened


@pytest.fixture(scope="module")
def _regular(board: str, browser: Browser) -> Iterator[Page]:
    """Give a page of a visitor who stays for all journeys of a file."""
    with visitor(browser, board) as opened:
        yield opened


@pytest.fixture
def reader(_regular: Page) -> Page:
    """Give a page of a visitor who may have been on other journeys of the same file: for those
    that only read, it spares loading the board for each."""
    begin_anew(_regular)
    return _regular


@pytest.fixture
def page(board: str, browser: Browser) -> Iterator[Page]:
    """Give a page of a new visitor of the board that runs for all journeys."""
    with visitor(browser, board) as opened:
        yield opened
