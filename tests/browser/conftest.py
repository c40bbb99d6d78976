"""Fixtures of the journeys: one board, one browser, and a fresh page for each test."""

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
_LONGEST: Final = (
    *("test_sharing", "test_records", "test_saved", "test_reload", "test_midnight"),
    *("test_timeline", "test_week", "test_accessibility", "test_intake"),
)
"""The files that take longest, in this order."""
# In milliseconds; long, as browsers and boards share processors.
expect.set_options(timeout=20_000)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the journeys, so that `-m "not browser"` excludes them."""
    item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the journeys last, beginning with the longest files.

    While the browser is open this process has a running event loop, in which tests that start their
    own would fail. Long files come first so that neither of two processes begins one when the other
    has none left.
    """
    journeys = [item for item in items if HERE in item.path.parents]
    journeys.sort(key=lambda item: _place(item.path))
    items[:] = [*(item for item in items if HERE not in item.path.parents), *journeys]


def _place(path: Path) -> tuple[int, int, str]:
    """Return where a file comes: the longest first, the others by their size."""
    at = _LONGEST.index(path.stem) if path.stem in _LONGEST else len(_LONGEST)
    return at, -path.stat().st_size, path.name


@pytest.fixture(scope="session")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("board")


@pytest.fixture(scope="session")
def kept(_folder: Path) -> Iterator[Store]:
    """Yield the store of the board that all journeys share."""
    with closing(store_beside(_folder / "board.log")) as store:
        yield store


@pytest.fixture(scope="session")
def board(_folder: Path) -> Iterator[str]:
    """Yield the address of the board that all journeys share."""
    with running_board(_folder / "board.log") as address:
        yield address


@pytest.fixture(scope="session")
def keep(board: str, kept: Store) -> Callable[..., Revision]:
    """Return a function that saves bytes in the store of that board, as `tests.store.saving.save`
    does, and waits until the board lists them."""

    def keep(data: bytes, expected: int | None = None, **options: Any) -> Revision:
        saved = save(kept, data, expected, **options)
        wait_until_listed(board, saved)
        return saved

    return keep


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a Chromium without a window."""
    with sync_playwright() as playwright, launch(playwright) as opened:
        yield opened


@pytest.fixture(scope="module")
def _regular(board: str, browser: Browser) -> Iterator[Page]:
    """Yield the page of a visitor who stays for all journeys in a file."""
    with window(browser, board) as opened:
        yield opened


@pytest.fixture
def reader(board: str, _regular: Page) -> Iterator[Page]:
    """Yield the page of a visitor who may have been on other journeys in the same file: it saves
    journeys that only read from loading the board each time."""
    with watched(_regular, board):
        begin_anew(_regular)
        yield _regular


@pytest.fixture
def page(board: str, browser: Browser) -> Iterator[Page]:
    """Yield the page of a new visitor to the board that all journeys share."""
    with visitor(browser, board) as opened:
        yield opened
