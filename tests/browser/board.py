"""The running board: started on a port of its own, opened in Chromium, and watched."""

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
"""The day that the board under test takes for today."""
WIDE: Final = (1440, 900)
"""Width and height of the window, in pixels, unless a test asks for another."""

_PORTS: Final = range(12_000, 32_000)
_left: Final[list[int]] = []
"""The ports of boards that were stopped."""
_START_SECONDS: Final = 60
_STOP_SECONDS: Final = 10
_CHROMIUMS: Final = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""The browsers that may be installed: the one without windows first, which is the fastest."""
_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Few pages live long enough to pay for the compiler that takes longest.
    "--js-flags=--no-opt",
    # Whatever asks for another host finds none: nothing leaves the machine.
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
"""A page looks for a newer revision as often as for another day: a journey waits for both."""
_QUICK: Final = 5_000
"""How long one try to be told of a mark may take, in milliseconds."""
_WIDTHS: Final = (640, 1100)
"""Up to these widths in pixels the board lays its figures out anew."""


def free_port() -> int:
    """Return a port that nothing listens on now.

    It is none of those that the system gives to connections: until a board listens there, no
    connection takes it. Several processes of tests may ask at once, whatever seeds their chance.
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
    """Run the board until the end of the block, and give its address.

    What it prints goes to `log`, and into the message where it does not start. What is saved
    goes to the folder `store` beside that, or to a `database` that is named. Another `script`, as
    seen from the project's folder, is run with the same settings. It listens on a free `port`,
    unless one is given, and may have so many `files` and sockets open at once.
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
    """Return the port of a board that was stopped, where there is one: a browser has compiled
    the code of that address."""
    while _left:
        port = _left.pop()
        if _is_free(port):
            return port
    return free_port()


def _with_files(files: int | None, command: list[str]) -> list[str]:
    """Return a command that may have so many files open; any number as this process otherwise."""
    limited = ["sh", "-c", f'ulimit -n {files} && exec "$@"', "sh", *command]
    return command if files is None else limited


def _own_store(log: Path, database: str) -> dict[str, str]:
    return {FOLDER_VARIABLE: str(log.parent / "store"), DATABASE_VARIABLE: database}


def store_beside(log: Path) -> Store:
    """Open the store of a board that prints to `log`."""
    folder = _own_store(log, "")[FOLDER_VARIABLE]
    return open_store(URL.create("sqlite", database=str(Path(folder) / FILE_NAME)))


def wait_until_listed(board: str, saved: Revision) -> None:
    """Wait until a board knows of a revision that was saved beside it: it looks every few
    seconds, and when it is asked how it is."""
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        _answer(f"{board}/health")
        if saved.digest in _answer(f"{board}/api/v1/records"):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the board does not list revision {saved.number} of {saved.record}")


def _answer(address: str) -> str:
    """Return what is answered, nothing where that is a refusal or comes late."""
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
    """Open the Chromium that is installed, else the one that Playwright brings."""
    found = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    return playwright.chromium.launch(executable_path=found, args=list(_FLAGS))


@dataclass
class Watch:
    """What a page did that it should not: addresses elsewhere, and errors in its console; what
    ends the watch."""

    external: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    end: Callable[[], None] = lambda: None


def watch(page: Page, address: str) -> Watch:
    """Note what a page asks of other hosts, which it cannot reach, and what goes wrong in it.

    Requests are watched, not stopped on their way: a browser whose requests are stopped keeps
    nothing that it has loaded, and loads the board's code for each page anew.
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

    A part of the page that asks to run again in the same moment leads back: then it is opened
    once more.
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
    """Open an address and wait for it: a new window loads the board, one that has it goes on."""
    if page.url == "about:blank":
        load(page, address)
    else:
        go_on(page, address)


def load(page: Page, address: str) -> None:
    """Load an address of the board and wait for it, in a narrow window until it has told its
    width: what a page reports while another is opened would lead back to it."""
    page.goto(address)
    wait_idle(page)
    size = page.viewport_size
    if size and size["width"] <= max(_WIDTHS):
        wait_idle(page, at_least=2)


def resize(page: Page, width: int, height: int) -> None:
    """Give the window another size, and wait for the run in which the board learns of it."""
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
    """Move the pointer to a row of a figure by its name, so many pixels from the left end of its
    plot, or from the right where that is negative, until it is told of what is there."""
    plot = chart.locator(".nsewdrag").first
    for left in reversed(range(_TRIES)):  # what is drawn above it late moves a figure
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


def open_list(field: Locator) -> None:
    """Open a list of options; one that opens while the page still scrolls would close again."""
    field.scroll_into_view_if_needed()
    field.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    wait_idle(field.page)
    field.click()
