"""How many requests the API answers while somebody uses the board: `python -m benchmarks.api`.

Beside it, on a server of the same kind, a bare route of Starlette sends the same bytes: compare the
two within one run, for machines differ.
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
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.visitor import Visitor

ROOT: Final = Path(__file__).parent.parent
_PATH: Final = "/api/v1/status"
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
        _serve_bare(int(sys.argv[2]), Path(sys.argv[3]).read_bytes())
        return
    with tempfile.NamedTemporaryFile() as kept, _served(_board) as board:
        body = _get(HTTPConnection("localhost", board), _PATH, {"Accept-Encoding": "gzip"})
        Path(kept.name).write_bytes(body)
        with _served(partial(_bare, kept.name)) as bare:
            plain = _rate(bare, "/")
            _say("a bare route", plain)
            with _viewer(board):
                ours = _rate(board, _PATH)
                _say("status, a viewer beside", ours)
                _say("one pair, a viewer beside", _rate(board, f"{_PATH}?{_PAIR}"))
                _say("known, a viewer beside", _rate(board, _PATH, {"If-None-Match": "*"}))
            alone = _rate(board, _PATH)
            _say("status, nobody beside", alone)
            again = _rate(bare, "/")
            _say("a bare route again", again)
            mean = (plain[0] + again[0]) / 2
            sys.stdout.write(
                f"of the bare route's rate: {ours[0] / mean:.2f} with a viewer, "
                f"{alone[0] / mean:.2f} without\n"
            )


def _say(what: str, found: Rate) -> None:
    rate, median, late = found
    sys.stdout.write(f"{what:<28}{rate:>7,.0f} /s, median {median:.1f} ms, p99 {late:.1f} ms\n")


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


def _bare(body: str, port: int) -> list[str]:
    return [sys.executable, "-m", "benchmarks.api", "bare", str(port), body]


def _board(port: int) -> list[str]:
    program = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py")]
    return [*program, "--server.port", str(port), "--server.address", "127.0.0.1"]


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


def _serve_bare(port: int, body: bytes) -> None:
    async def answer(_: Request) -> Response:
        return Response(body, media_type="application/json")

    app = Starlette(routes=[Route("/", answer)])
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)


if __name__ == "__main__":
    main()
