"""Attacks that hold what all share, from one address: each says how another address is answered
meanwhile."""

import http.client
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from benchmarks.visitor import Visitor

_OTHER: Final = "127.0.0.3"
"""Another address of this machine, as Linux has it without being told."""
_BUFFER: Final = 2_048
_SECONDS: Final = 40.0
_REST: Final = 0.5
_OK: Final = 200
_LARGE: Final = 45_000_000
_NEARLY: Final = 49_900_000
_TABLE: Final = b"channel,date,state\n" + b"A,2020,open\n" * 20_000


def hold_answers(count: int, path: str, board: str) -> str:
    """Ask for a long answer on so many connections, and take a byte a second of each."""
    lines = [_line(board, f"GET {path} HTTP/1.1", b"") for _ in range(count)]
    return _meanwhile(lines, _take, partial(_asked, board, "GET", path))


def hold_checks(count: int, board: str) -> str:
    """Send so many files to be checked, all but their ends, and a byte a second of those."""
    head = f"POST /api/v1/check HTTP/1.1\r\nContent-Length: {_NEARLY + 1_000}"
    lines = [_line(board, head, b"a" * _NEARLY) for _ in range(count)]
    path = "/api/v1/check"
    return _meanwhile(lines, _send, partial(_asked, board, "POST", path, _TABLE))


def hold_work(count: int, path: str, board: str) -> str:
    """Ask at once, again and again, for so many answers that have to be computed."""
    until = time.monotonic() + _SECONDS

    def ask(number: int) -> None:
        turn = 0
        while time.monotonic() < until:
            turn += 1
            with suppress(OSError):
                if _asked(board, "GET", f"{path}x{number}y{turn}", source="127.0.0.2") != _OK:
                    time.sleep(_REST)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    return _meanwhile([], _take, lambda: _asked(board, "GET", f"{path}{time.monotonic()}"))


def hold_uploads(count: int, board: str) -> str:
    """Bring so many files that no page takes, and then a large one from another address."""
    visitors = [Visitor(board) for _ in range(count)]
    said = [visitor.leave_there("file.csv", bytes(_LARGE)) for visitor in visitors]
    other = Visitor(board, web=_OTHER)
    told = other.leave_there("file.csv", bytes(_LARGE))
    for visitor in (*visitors, other):
        visitor.close()
    return f"answered with {said}; another address with {told}"


def _line(board: str, head: str, body: bytes) -> socket.socket:
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
    line.settimeout(5)
    place = urlsplit(board)
    line.connect((place.hostname, place.port))
    with suppress(OSError):
        line.sendall(f"{head}\r\nHost: localhost\r\n\r\n".encode() + body)
    line.settimeout(0)
    return line


def _take(line: socket.socket) -> None:
    line.recv(1)


def _send(line: socket.socket) -> None:
    line.send(b"a")


def _meanwhile(
    lines: list[socket.socket], one: Callable[[socket.socket], None], ask: Callable[[], int]
) -> str:
    """Take or send one byte a second, and return how another address was answered, and within how
    many seconds at most."""
    seen, until = dict[int, float](), time.monotonic() + _SECONDS
    while time.monotonic() < until:
        for line in lines:
            with suppress(OSError):
                one(line)
        start = time.monotonic()
        status = ask()
        seen[status] = max(seen.get(status, 0.0), time.monotonic() - start)
        time.sleep(1)
    for line in lines:
        line.close()
    told = ", ".join(f"{status} within {took:.1f} s" for status, took in seen.items())
    return f"another address: {told}"


def _asked(
    board: str, method: str, path: str, body: bytes | None = None, source: str = _OTHER
) -> int:
    port = urlsplit(board).port or 0
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(source, 0))
    line.request(method, path, body)
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer.status
