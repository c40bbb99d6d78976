"""Attacks on a page's stream: messages that no browser sends."""

import zlib
from collections.abc import Callable
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg

from benchmarks.raw import SECONDS, at_once, endless

_UPGRADE: Final = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
    b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    b"Sec-WebSocket-Protocol: streamlit\r\n"
    b"Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
)
_CONTINUED, _BINARY, _PING = 0x0, 0x2, 0x9
_LAST, _COMPRESSED = 0x80, 0x40
_NO_MASK: Final = bytes(4)
_MANY: Final = 1_000
_LARGE: Final = bytes(1_000_000)


def _frame(head: int, content: bytes) -> bytes:
    """Return a frame as a browser masks it, with a mask that changes nothing."""
    count = len(content)
    if count < 126:
        size = bytes([0x80 | count])
    elif count < 65_536:
        size = bytes([0x80 | 126]) + count.to_bytes(2, "big")
    else:
        size = bytes([0x80 | 127]) + count.to_bytes(8, "big")
    return bytes([head]) + size + _NO_MASK + content


def _bomb() -> bytes:
    """Return a message of 200 kB that is one of 200 MB when it is unpacked."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(200_000_000)) + packer.flush(zlib.Z_SYNC_FLUSH)
    return _frame(_LAST | _COMPRESSED | _BINARY, packed[:-4])


def _streams() -> dict[str, tuple[int, bytes, Callable[[], bytes]]]:
    """Return by name on how many streams, what is sent first, and what again and again."""
    beat = BackMsg(app_heartbeat=True).SerializeToString()
    begun = _frame(_BINARY, b"a")
    return {
        "heartbeats": (1, b"", lambda: _frame(_LAST | _BINARY, beat) * _MANY),
        "pings": (15, b"", lambda: _frame(_LAST | _PING, bytes(125)) * _MANY),
        "a message that never ends": (15, begun, lambda: _frame(_CONTINUED, _LARGE)),
        "parts of one byte": (4, begun, lambda: _frame(_CONTINUED, b"a") * _MANY),
        "200 MB in 200 kB": (4, b"", _bomb),
        "no message at all": (4, b"", lambda: _frame(_LAST | _BINARY, b"\xff" * 100) * _MANY),
    }


STREAMS: Final = tuple(_streams())
"""The names of what can be sent on a stream."""


def prepared(name: str) -> Callable[[str], str]:
    """Return what sends something on streams of a board, again and again."""
    count, first, make = _streams()[name]
    flood = endless(_UPGRADE + first, make())
    return lambda board: at_once(count, flood, board, SECONDS)
