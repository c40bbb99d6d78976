"""Attacks by readers who take an answer byte by byte, and by tabs that take none."""

import socket
import time
from contextlib import suppress
from typing import Final

from benchmarks.raw import dial
from benchmarks.visitor import Visitor

_SECONDS: Final = 12.0
_REST: Final = 1.0
_BUFFER: Final = 2_048


def read_slowly(count: int, path: str, board: str) -> str:
    """Ask for something on so many connections, and take a byte a second of each answer."""
    lines = []
    for _ in range(count):
        with suppress(OSError):
            line = dial(board)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            lines.append(line)
    taken, until = 0, time.monotonic() + _SECONDS
    while time.monotonic() < until:
        for line in lines:
            with suppress(OSError):
                taken += len(line.recv(1))
        time.sleep(_REST)
    for line in lines:
        line.close()
    return f"{taken:,} bytes taken on {len(lines)}"


def take_none(tabs: int, query: str, board: str) -> str:
    """Have tabs ask for the same large page again and again, and read nothing of it."""
    visitors = [Visitor(board, "127.0.0.2") for _ in range(tabs)]
    turn, until = 0, time.monotonic() + _SECONDS
    while time.monotonic() < until:
        for visitor in visitors:
            turn += 1
            visitor.say("", query)
        time.sleep(_REST)
    for visitor in visitors:
        visitor.leave()
    return f"{turn} asked for"
