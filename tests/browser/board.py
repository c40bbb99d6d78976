"""The running board: started on its own port, opened in Chromium, and watched."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Playwright,
    Position,
    Request,
    ViewportSize,
    WebSocket,
    expect,
)
from sqlalchemy import URL

from openline.settings import LOOK_SECONDS, TODAY_VARIABLE
from openline.store.address import DATABASE_VARIABLE, FILE_NAME, FOLDER_VARIABLE
from openline.store.opening import open_store
from openline.store.revisions import Revision
from openline.store.store import Store
from tests.browser.runs import next_run, wait_idle

__all__ = [
    "ROOT",
    "TODAY",
    "WIDE",
    "Watch",
    "choose_option",
    "free_port",
    "go_on",
    "hover_row",
    "launch",
    "load",
    "next_run",
    "open_list",
    "resize",
    "running_board",
    "store_beside",
    "visit",
    "wait_idle",
    "wait_until_listed",
    "watch",
]

ROOT: Final = Path(__file__).parents[2]
TODAY: Final = "2026-11-25"
"""The day that counts as today on the board under test."""
WIDE: Final = (1440, 900)
"""The default width and height of the window, in pixels."""

_PORTS: Final = range(12_000, 32_000)
_left: Final[list[int]] = []
"""The ports of stopped boards."""
_START_SECONDS: Final = 60
_STOP_SECONDS: Final = 10
_CHROMIUMS: Final = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""The browsers that may be installed: first the one without windows, which is the fastest."""
_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Few pages live long enough to benefit from the slowest compiler.
    "--js-flags=--no-opt",
    # Requests to other hosts find none, so nothing leaves the machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
)
_PROBES: Final = "/_stcore/"
_GO_ON: Final = """
to => {
  history.pushState({}, "", to);
  dispatchEvent(new PopStateEvent("popstate"));
}
"""
_TRIES: Final = 3
_LOOK_SECONDS: Final = "2"
"""A page checks for a newer revision as often as for another day, since journeys wait for both."""
_QUICK: Final = 5_000
"""The longest time for one attempt to get the hover text of a mark, in milliseconds."""
_WIDTHS: Final = (640, 1100)
"""The window widths, in pixels, at which the board changes the layout of its figures."""


def free_port() -> int:
    """Return a port on which nothing is listening.

    It is outside the range that the system gives to connections, so that none takes it before a
    board listens there. Several test processes can ask at once, however their random numbers are
    seeded.
    """
    while True:
        port = _PORTS[secrets.randbelow(len(_PORTS))]
        if _is_free(port):
            return port


def _is_free(port: int) -> bool:
    with socket.socket() as tried, suppress(OSError):
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind(("127.0.0.1", port))
        return True
    return False


@contextmanager
def running_board(
    log: Path,
    today: str = TODAY,
    script: str = "dashboard.py",
    port: int | None = None,
    database: str = "",
    files: int | None = None,
) -> Iterator[str]:
    """Run the board until the end of the block, and yield its address.

    Its output goes to `log`, and into the message if it does not start. Saved records go to the
    folder `store` beside that, or to a named `database`. Another `script`, relative to the
    project's folder, runs with the same settings. The board listens on `port`, by default a free
    one, and can have at most `files` files and sockets open at once.
    """
    port = port or _port_once_more()
    address = f"http://localhost:{port}"
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    with (
        log.open("wb") as out,
        subprocess.Popen(
            _with_files(files, command),
            cwd=ROOT,
            env={
                **os.environ,
                TODAY_VARIABLE: today,
                LOOK_SECONDS.variable: _LOOK_SECONDS,
                **_own_store(log, database),
            },
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _wait_until_healthy(address, process, log)
            yield address
        finally:
            _stop(process)
            _left.append(port)


def _port_once_more() -> int:
    """Return the port of a stopped board, if there is one: a browser has already compiled the code
    of that address."""
    while _left:
        port = _left.pop()
        if _is_free(port):
            return port
    return free_port()


def _with_files(files: int | None, command: list[str]) -> list[str]:
    """Return a command that can have at most `files` files open; with None, as many as this
    process."""
    limited = ["sh", "-c", f'ulimit -n {files} && exec "$@"', "sh", *command]
    return command if files is None else limited


def _own_store(log: Path, database: str) -> dict[str, str]:
    return {FOLDER_VARIABLE: str(log.parent / "store"), DATABASE_VARIABLE: database}


def store_beside(log: Path) -> Store:
    """Open the store of the board whose output goes to `log`."""
    folder = _own_store(log, "")[FOLDER_VARIABLE]
    return open_store(URL.create("sqlite", database=str(Path(folder) / FILE_NAME)))


def wait_until_listed(board: str, saved: Revision) -> None:
    """Wait until a board knows of a revision saved outside it: it looks every few seconds, and when
    asked for its health."""
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        _answer(f"{board}/health")
        if saved.digest in _answer(f"{board}/api/v1/records"):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the board does not list revision {saved.number} of {saved.record}")


def _answer(address: str) -> str:
    """Return the answer, "" if it is a refusal or comes late."""
    with (
        suppress(urllib.error.URLError, TimeoutError),
        urllib.request.urlopen(address, timeout=_STOP_SECONDS) as answer,  # noqa: S310 - our own
    ):
        return str(answer.read(), "utf-8")
    return ""


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _is_healthy(address):
            return
        time.sleep(0.1)
    printed = log.read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"the board did not start within {_START_SECONDS} s:\n{printed}")


def _is_healthy(address: str) -> bool:
    try:
        health = f"{address}/_stcore/health"
        with urllib.request.urlopen(health, timeout=2) as answer:  # noqa: S310 - our own board
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def launch(playwright: Playwright) -> Browser:
    """Open the installed Chromium, or else Playwright's own."""
    found = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    return playwright.chromium.launch(executable_path=found, args=list(_FLAGS))


@dataclass
class Watch:
    """The misdeeds of a page: requests to other hosts and errors in its console; and a function
    that ends the watch."""

    external: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    end: Callable[[], None] = lambda: None


def watch(page: Page, address: str) -> Watch:
    """Note a page's requests to other hosts, which it cannot reach, and its errors.

    Requests are watched, not intercepted: a browser whose requests are intercepted caches nothing,
    and reloads the board's code for each page.
    """
    seen = Watch()
    own = (f"{address}/", "data:", "blob:")

    def on_request(request: Request) -> None:
        if not request.url.startswith(own):
            seen.external.append(request.url)

    def on_socket(opened: WebSocket) -> None:
        if not opened.url.startswith(f"{address.replace('http', 'ws', 1)}/"):
            seen.external.append(opened.url)

    def on_console(message: ConsoleMessage) -> None:
        # Under a page's address Streamlit first looks for its own paths, and gets two 404s.
        if message.type == "error" and _PROBES not in message.location["url"]:
            seen.errors.append(message.text)

    def on_error(error: Error) -> None:
        seen.errors.append(str(error))

    def end() -> None:
        page.context.remove_listener("request", on_request)
        page.remove_listener("websocket", on_socket)
        page.remove_listener("console", on_console)
        page.remove_listener("pageerror", on_error)

    page.context.on("request", on_request)
    page.on("websocket", on_socket)
    page.on("console", on_console)
    page.on("pageerror", on_error)
    seen.end = end
    return seen


def go_on(page: Page, address: str) -> None:
    """Open another address of the board in the same session, as its links do, and wait for it.

    If a part of the page asks to rerun at the same moment, that leads back: then the address is
    opened again.
    """
    path = urlsplit(address).path
    for _ in range(_TRIES):
        wait_idle(page)
        with next_run(page):
            page.evaluate(_GO_ON, address)
        if page.evaluate("() => location.pathname") == path:
            return
    raise AssertionError(f"the board does not go on to {address}")


def visit(page: Page, address: str) -> None:
    """Open an address and wait for it: a new window loads the board, one that has it navigates."""
    if page.url == "about:blank":
        load(page, address)
    else:
        go_on(page, address)


def load(page: Page, address: str) -> None:
    """Load an address of the board and wait for it; in a narrow window, until it has reported its
    width, as a report while another page is being opened would lead back."""
    page.goto(address)
    wait_idle(page)
    size = page.viewport_size
    if size and size["width"] <= max(_WIDTHS):
        wait_idle(page, at_least=2)


def resize(page: Page, width: int, height: int) -> None:
    """Resize the window, and wait for the run in which the board learns of it."""
    before = page.viewport_size
    crosses = before and any((before["width"] <= most) != (width <= most) for most in _WIDTHS)
    size = ViewportSize(width=width, height=height)
    if crosses and page.locator('[data-testid="stApp"]').count():
        wait_idle(page)
        with next_run(page):
            page.set_viewport_size(size)
    else:
        page.set_viewport_size(size)


def hover_row(chart: Locator, name: str, across: int, told: str) -> None:
    """Move the pointer to a row of a figure by name, `across` pixels from the left end of the plot,
    or from the right if negative, until the hover text `told` appears."""
    plot = chart.locator(".nsewdrag").first
    for left in reversed(range(_TRIES)):  # anything drawn late above a figure shifts it
        wait_idle(chart.page)
        plot.hover()
        row = chart.locator(".annotation", has_text=name).first.bounding_box()
        area = plot.bounding_box()
        assert row is not None
        assert area is not None
        middle = row["y"] - area["y"] + row["height"] / 2
        plot.hover(position=Position(x=across % area["width"], y=middle))
        try:
            expect(chart.locator(".hoverlayer")).to_contain_text(told, timeout=_QUICK)
        except AssertionError:
            if not left:
                raise
        else:
            return


def choose_option(field: Locator, name: str, *, typed: str = "", exact: bool = True) -> None:
    """Choose from a list of options, after typing what finds the option, and wait for the effect.

    A list closes again when the page is redrawn or scrolled meanwhile: it is then opened once more.
    """
    page = field.page
    option = page.get_by_role("option", name=name, exact=exact)
    for left in reversed(range(_TRIES)):
        open_list(field)
        page.keyboard.type(typed)
        try:
            option.click(timeout=_QUICK)
            break
        except Error:
            if not left:
                raise
            page.keyboard.press("Escape")
    wait_idle(page)


def open_list(field: Locator) -> None:
    """Open a list of options; a list opened while the page is still scrolling would close again."""
    field.scroll_into_view_if_needed()
    field.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    wait_idle(field.page)
    field.click()
