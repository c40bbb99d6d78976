"""How many requests the API answers while somebody uses the board: `python -m benchmarks.api`.

Two bare routes of Starlette send the same bytes: one on a server of its own, and one in the board's
own process, behind the same connections and middleware. Compare them within one run, for machines
differ; on a busy one compare the processor's time, with nobody beside.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class _Server:
    """A server that was started: its port and its process."""

    port: int
    process: int

    def spent(self) -> float:
        """Return how many seconds of the processor's time it has taken."""
        said = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8")
        user, system = said.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / _TICKS


@dataclass(frozen=True, slots=True)
class _Rate:
    """Requests a second; the median and the 99th of a hundred in milliseconds; and the
    processor's time of each, in milliseconds, of all that the server did meanwhile."""

    often: float
    median: float
    late: float
    work: float


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
        body = _get(HTTPConnection("localhost", board.port), _PATH, {"Accept-Encoding": "gzip"})
        Path(kept.name).write_bytes(body)
        with _served(partial(_self, "bare", kept.name)) as bare:
            _measure(board, bare)


def _measure(board: _Server, bare: _Server) -> None:
    plain = [_said("a bare route", bare, _BARE)]
    with _viewer(board):
        used = _said("status, a viewer beside", board, _PATH)
        beside = _said("the bare route in the board, a viewer beside", board, _BARE)
        _said("one pair, a viewer beside", board, f"{_PATH}?{_PAIR}")
        _said("known, a viewer beside", board, _PATH, {"If-None-Match": "*"})
    alone = _said("status, nobody beside", board, _PATH)
    inside = _said("the bare route in the board, nobody beside", board, _BARE)
    plain.append(_said("a bare route again", bare, _BARE))
    mean = statistics.mean(rate.median for rate in plain)
    work = statistics.mean(rate.work for rate in plain)
    sys.stdout.write(
        "a bare route on a server of its own took so much of the time: "
        f"{mean / used.median:.2f} with a viewer, {mean / alone.median:.2f} without\n"
        f"and of the processor's time, without: {work / alone.work:.2f}\n"
        f"one in the board: {beside.median / used.median:.2f} with a viewer, "
        f"{inside.median / alone.median:.2f} without\n"
    )


def _said(what: str, server: _Server, path: str, headers: dict[str, str] | None = None) -> _Rate:
    """Measure and print; other work on the machine moves the median least of the times."""
    rate = _rate(server, path, headers)
    sys.stdout.write(
        f"{what:<46}{rate.often:>7,.0f} /s, median {rate.median:.2f} ms, p99 {rate.late:.1f} ms, "
        f"{rate.work:.2f} ms of the processor's time\n"
    )
    sys.stdout.flush()
    return rate


def _rate(server: _Server, path: str, headers: dict[str, str] | None = None) -> _Rate:
    """Ask on one connection for some seconds."""
    line = HTTPConnection("localhost", server.port)
    asked = {"Accept-Encoding": "gzip", **(headers or {})}
    for _ in range(_WARM):
        _get(line, path, asked)
    times: list[float] = []
    until, spent = time.perf_counter() + _SECONDS, server.spent()
    while (start := time.perf_counter()) < until:
        _get(line, path, asked)
        times.append(time.perf_counter() - start)
    late = sorted(times)[int(len(times) * 0.99)]
    work = (server.spent() - spent) / len(times)
    median = statistics.median(times)
    return _Rate(len(times) / _SECONDS, median * 1000, late * 1000, work * 1000)


def _get(line: HTTPConnection, path: str, headers: dict[str, str]) -> bytes:
    line.request("GET", path, headers=headers)
    return line.getresponse().read()


@contextmanager
def _viewer(board: _Server) -> Iterator[None]:
    """Have somebody look at one page after the other."""
    ends = threading.Event()

    def look() -> None:
        visitor = Visitor(f"http://localhost:{board.port}")
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
def _served(command: Callable[[int], list[str]]) -> Iterator[_Server]:
    """Start a server on a free port, and end it."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen(command(port), cwd=ROOT, stdout=nowhere, stderr=nowhere)
    try:
        _wait(port)
        yield _Server(port, server.pid)
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
