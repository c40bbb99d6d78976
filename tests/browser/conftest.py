"""What the journeys use: one board, one browser, and a fresh page for each test."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from openline.store.revisions import Revision
from openline.store.store import Store
from tests.browser.board import launch, running_board, store_beside, wait_until_listed
from tests.browser.windows import begin_anew, visitor, watched, window
from tests.store.saving import save

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
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("board")


@pytest.fixture(scope="session")
def kept(_folder: Path) -> Iterator[Store]:
    """Give the store of the board that runs for all journeys."""
    with closing(store_beside(_folder / "board.log")) as store:
        yield store


@pytest.fixture(scope="session")
def board(_folder: Path) -> Iterator[str]:
    """Give the address of a board that runs for all journeys."""
    with running_board(_folder / "board.log") as address:
        yield address


@pytest.fixture(scope="session")
def keep(board: str, kept: Store) -> Callable[..., Revision]:
    """Give what saves bytes in the store of that board, as `tests.store.saving.save` does, and
    waits until the board lists them."""

    def keep(data: bytes, expected: int | None = None, **options: Any) -> Revision:
        saved = save(kept, data, expected, **options)
        wait_until_listed(board, saved)
        return saved

    return keep


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium without a window."""
    with sync_playwright() as playwright, launch(playwright) as opened:
        yield opened


@pytest.fixture(scope="module")
def _regular(board: str, browser: Browser) -> Iterator[Page]:
    """Give a page of a visitor who stays for all journeys of a file."""
    with window(browser, board) as opened:
        yield opened


@pytest.fixture
def reader(board: str, _regular: Page) -> Iterator[Page]:
    """Give a page of a visitor who may have been on other journeys of the same file: for those that
    only read, it spares loading the board for each."""
    with watched(_regular, board):
        begin_anew(_regular)
        yield _regular


@pytest.fixture
def page(board: str, browser: Browser) -> Iterator[Page]:
    """Give a page of a new visitor of the board that runs for all journeys."""
    with visitor(browser, board) as opened:
        yield opened
