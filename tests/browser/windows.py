"""Windows for visitors: each starts afresh, but with the board's code already compiled.

Loading and compiling it takes longer than most journeys, and a browser does so for each new window.
A window that a visitor has left is therefore cleared of everything of theirs, and lent again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, Page

from tests.browser.board import WIDE, go_on, resize, watch
from tests.browser.runs import HEARING

__all__ = ["begin_anew", "new_window", "visitor", "watched", "window"]

_EMPTY: Final = "/_stcore/health"
"""The address at which a window waits: on the board, but not a page of it."""
_BETWEEN: Final = "/records"
"""The lightest page of the board: going there makes every other page open as if for the first
time."""
_SPARE: Final = 3
"""The most windows waiting at once."""


@contextmanager
def visitor(browser: Browser, board: str, size: dict[str, int] | None = None) -> Iterator[Page]:
    """Yield the page of a new visitor, for whom `/gaps` leads to the board.

    At the end it must have asked nothing of other hosts and have no error in its console.
    """
    width, height = WIDE
    viewport = size or {"width": width, "height": height}
    with window(browser, board) as page, watched(page, board):
        page.set_viewport_size({"width": viewport["width"], "height": viewport["height"]})
        yield page


@contextmanager
def watched(page: Page, board: str) -> Iterator[None]:
    """Assert that, during the block, a page requests nothing from other hosts and has no error in
    its console."""
    seen = watch(page, board)
    try:
        yield
    finally:
        seen.end()
    assert seen.external == []
    assert seen.errors == []


@contextmanager
def window(browser: Browser, board: str) -> Iterator[Page]:
    """Lend a window, and clear it at the end."""
    page = _lent(browser, board)
    try:
        yield page
    finally:
        _leave(page, board)


def begin_anew(page: Page) -> None:
    """Let a visitor who stays begin another journey in the same session: nothing is left of the one
    before except what the board keeps for a session."""
    _leave_alone(page)
    resize(page, *WIDE)
    if page.url != "about:blank":
        go_on(page, _BETWEEN)


def _lent(browser: Browser, board: str) -> Page:
    """Return a waiting window, or a new one; waiting windows beyond the newest few are closed."""
    waiting = [context.pages[0] for context in browser.contexts if _waits(context.pages)]
    for page in waiting[:-_SPARE]:
        page.context.close()
    for page in waiting[-_SPARE:]:
        if page.url == f"{board}{_EMPTY}":
            page.goto("about:blank")
            return page
    return new_window(browser, board)


def new_window(browser: Browser, board: str) -> Page:
    """Return the page of a new window, whose addresses are relative to the board's."""
    context = browser.new_context(base_url=board)
    context.add_init_script(HEARING)
    return context.new_page()


def _waits(pages: list[Page]) -> bool:
    return len(pages) == 1 and pages[0].url.endswith(_EMPTY)


def _leave(page: Page, board: str) -> None:
    """Remove everything from a window that belongs to its visitor."""
    _leave_alone(page)
    context = page.context
    page.goto(f"{board}{_EMPTY}")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); window.name = ''; }")
    context.clear_cookies()
    context.clear_permissions()


def _leave_alone(page: Page) -> None:
    """Close other windows that a visitor opened, and reset the pointer and the theme of this
    one."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.emulate_media(media="null", color_scheme="null")
    page.mouse.move(0, 0)
