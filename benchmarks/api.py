"""How many requests the API answers while somebody uses the board: `python -m benchmarks.api`.

Two bare routes of Starlette send the same bytes: one on a server of its own, and one in the board's
own process, behind the same connections and middleware. Compare them within one run, for machines
differ.
"""

import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from streamlit.web import cli

import openline.web.routes
from benchmarks.visitor import Visitor

ROOT: Final = Path(__file__).parent.parent
_PATH: Final = "/api/v1/status"
_BARE: Final = "/bare"
_PACKED: Final = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
"""What the bytes are already, so that nothing packs them again."""
_PAIR: Final = "parties=China%3B+United+States"
_SECONDS: Final = 8.0
_WARM: Final = 200
_START: Final = 60.0
_LOOK: Final = 1.0
"""After how many seconds the viewer looks at the next page."""
Rate = tuple[float, float, float]


def main() -> None:
    """Print every measurement."""
    if sys.argv[1:2] == ["bare"]:
        _serve_bare(int(sys.argv[2]), Path(sys.argv[3]))
        return
    if sys.argv[1:2] == ["board"]:
        _serve_board(int(sys.argv[2]), Path(sys.argv[3]))
        return
    with (
        tempfile.NamedTemporaryFile() as kept,
        _served(partial(_self, "board", kept.name)) as board,
    ):
        body = _get(HTTPConnection("localhost", board), _PATH, {"Accept-Encoding": "gzip"})
        Path(kept.name).write_bytes(body)
        with _served(partial(_self, "bare", kept.name)) as bare:
            _measure(board, bare)


def _measure(board: int, bare: int) -> None:
    plain = [_said("a bare route", bare, _BARE)]
    with _viewer(board):
        used = _said("status, a viewer beside", board, _PATH)
        beside = _said("the bare route in the board, a viewer beside", board, _BARE)
        _said("one pair, a viewer beside", board, f"{_PATH}?{_PAIR}")
        _said("known, a viewer beside", board, _PATH, {"If-None-Match": "*"})
    alone = _said("status, nobody beside", board, _PATH)
    inside = _said("the bare route in the board, nobody beside", board, _BARE)
    plain.append(_said("a bare route again", bare, _BARE))
    mean = statistics.mean(plain)
    sys.stdout.write(
        f"a bare route on a server of its own took so much of the time: {mean / used:.2f} with a "
        f"viewer, {mean / alone:.2f} without\n"
        f"one in the board: {beside / used:.2f} with a viewer, {inside / alone:.2f} without\n"
    )


def _said(what: str, port: int, path: str, headers: dict[str, str] | None = None) -> float:
    """Measure and print, and return the median, which other work on the machine moves least."""
    rate, median, late = _rate(port, path, headers)
    sys.stdout.write(f"{what:<46}{rate:>7,.0f} /s, median {median:.2f} ms, p99 {late:.1f} ms\n")
    sys.stdout.flush()
    return median


def _rate(port: int, path: str, headers: dict[str, str] | None = None) -> Rate:
    """Ask on one connection for some seconds, and return requests a second, and the median and
    the 99th of a hundred in milliseconds."""
    line, asked = HTTPConnection("localhost", port), {"Accept-Encoding": "gzip", **(headers or {})}
    for _ in range(_WARM):
        _get(line, path, asked)
    times: list[float] = []
    until = time.perf_counter() + _SECONDS
    while (start := time.perf_counter()) < until:
        _get(line, path, asked)
        times.append(time.perf_counter() - start)
    late = sorted(times)[int(len(times) * 0.99)]
    return len(times) / _SECONDS, statistics.median(times) * 1000, late * 1000


def _get(line: HTTPConnection, path: str, headers: dict[str, str]) -> bytes:
    line.request("GET", path, headers=headers)
    return line.getresponse().read()


@contextmanager
def _viewer(port: int) -> Iterator[None]:
    """Have somebody look at one page after the other."""
    ends = threading.Event()

    def look() -> None:
        visitor = Visitor(f"http://localhost:{port}")
        days = 0
        while not ends.wait(_LOOK):
            days += 1
            visitor.ask(("", "gaps", "openings")[days % 3], f"asof=2023-10-{days % 28 + 1:02}")
        visitor.close()

    looking = threading.Thread(target=look)
    looking.start()
    yield
    ends.set()
    looking.join()


def _self(what: str, body: str, port: int) -> list[str]:
    return [sys.executable, "-m", "benchmarks.api", what, str(port), body]


@contextmanager
def _served(command: Callable[[int], list[str]]) -> Iterator[int]:
    """Start a server on a free port, and end it."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen(command(port), cwd=ROOT, stdout=nowhere, stderr=nowhere)
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait(port: int) -> None:
    until = time.monotonic() + _START
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _bare(body: Path) -> Route:
    async def answer(_: Request) -> Response:
        return Response(said(), headers=_PACKED, media_type="application/json")

    said = cache(body.read_bytes)
    return Route(_BARE, answer)


def _serve_bare(port: int, body: Path) -> None:
    app = Starlette(routes=[_bare(body)])
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)


def _serve_board(port: int, body: Path) -> None:
    """Serve the board with one more route."""
    beside = openline.web.routes.beside_routes

    def with_bare(*given: Any) -> list[BaseRoute]:
        return [*beside(*given), _bare(body)]

    setattr(openline.web.routes, "beside_routes", with_bare)  # noqa: B010 - the board takes it from there
    program = ["run", str(ROOT / "dashboard.py"), "--server.port", str(port)]
    cli.main([*program, "--server.address", "127.0.0.1"])


if __name__ == "__main__":
    main()
