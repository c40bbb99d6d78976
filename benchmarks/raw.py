"""Attacks on the board's sockets, below what a browser would say."""

import select
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

SECONDS: Final = 8.0
"""How long each of them goes on."""
_HOST: Final = b"Host: localhost\r\n"
_HEAD: Final = b"POST / HTTP/1.1\r\n" + _HOST + b"Transfer-Encoding: chunked\r\n\r\n"
_PIECE: Final = b"1\r\na\r\n" * 2000
_INDEX: Final = b"GET / HTTP/1.1\r\n" + _HOST + b"\r\n"
_LINES: Final = b"GET / HTTP/1.1\r\n" + _HOST + b"a:b\r\n" * 15_000 + b"\r\n"
_KEPT: Final = 400
"""How many connections one thread of a flood keeps open."""

Flood = Callable[[str, float], None]
"""What one thread does to a board until a time of the clock."""


def at_once(count: int, flood: Flood, board: str, seconds: float = SECONDS) -> str:
    """Have so many threads do the same to a board."""
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=flood, args=(board, until)) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return f"{seconds:.0f} s"


def dial(board: str, timeout: float = 5) -> socket.socket:
    """Return a connection to a board."""
    place = urlsplit(board)
    return socket.create_connection((place.hostname, place.port), timeout=timeout)


def _again(one: Callable[[socket.socket, float], None]) -> Flood:
    """Return a flood that does something on a connection, and opens one anew when it ends."""

    def flood(board: str, until: float) -> None:
        while time.monotonic() < until:
            with suppress(OSError), dial(board) as line:
                one(line, until)

    return flood


def endless(start: bytes, more: bytes) -> Flood:
    """Return a flood that says something, and then the same again and again, reading nothing."""

    def say(line: socket.socket, until: float) -> None:
        line.sendall(start)
        while time.monotonic() < until:
            line.sendall(more)

    return _again(say)


def _asking(request: bytes, count: int) -> Flood:
    """Return a flood of requests without waiting for their answers, which are read."""

    def ask(line: socket.socket, until: float) -> None:
        line.setblocking(False)
        rest = b""
        while time.monotonic() < until:
            readable, writable, _ = select.select([line], [line], [], 1)
            if readable and not line.recv(1_000_000):
                return
            if writable:
                rest = rest or request * count
                rest = rest[line.send(rest) :]

    return _again(ask)


def _new_ones(said: bytes) -> Flood:
    """Return a flood of new connections, each of which says something and waits."""

    def flood(board: str, until: float) -> None:
        kept: deque[socket.socket] = deque()
        while time.monotonic() < until:
            with suppress(OSError):
                line = dial(board, 2)
                kept.append(line)
                line.setblocking(False)
                if said:
                    line.send(said)
            if len(kept) > _KEPT:
                kept.popleft().close()
        for line in kept:
            line.close()

    return flood


send_parts: Final = endless(_HEAD, _PIECE)
new_with_lines: Final = _new_ones(_LINES)
new_silent: Final = _new_ones(b"")
new_asking: Final = _new_ones(_INDEX)
pipelined: Final = _asking(_INDEX, 2_000)
