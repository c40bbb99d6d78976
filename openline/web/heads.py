"""Heads of requests: bounded before they are parsed, and begun one after another.

The server itself reads whatever came at once, even thousands of lines, one-byte chunks or requests,
and begins all of it before it serves anybody else.
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Any, Final

MOST_AT_ONCE: Final = 32_768
"""The most bytes read from a connection at once."""
_MOST: Final = 32_768
"""The most bytes in a head."""
_APART: Final = 0.002
"""The seconds between one request and the next."""
_AT_ONCE: Final = 50
"""How many requests begin without that pause if none came for a while."""
_MOST_LINES: Final = 100
_MOST_UNREAD: Final = 100_000_000
"""The longest refused body whose rest is still read, so that the client gets to read the
refusal."""
_END: Final = re.compile(rb"\n\r?\n")
_TOO_LONG: Final = b"The request says too much before its body."
_REFUSAL: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Type: text/plain\r\n"
    b"Content-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(_TOO_LONG), _TOO_LONG)
)


class Turns:
    """Does one thing after another, with time for everything else in between. After a pause the
    first few are done at once, further ones `seconds` apart, or twice the time that one took if
    that is less, which leaves half of the time for everything else."""

    def __init__(self, seconds: float = _APART, at_once: int = _AT_ONCE) -> None:
        self._seconds, self._spared = seconds, seconds * at_once
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._ready = 0.0

    @property
    def are_free(self) -> bool:
        """Whether the next turn can come at once."""
        return not self._waiting and self._ready <= asyncio.get_running_loop().time()

    def take(self, work: Callable[[], None]) -> None:
        """Do `work` when everything before it is done."""
        self._waiting.append(work)
        if len(self._waiting) == 1:
            self._go_on()

    def took(self, seconds: float) -> None:
        """Note how long something took from its turn until it was completely done."""
        self._ready -= max(0.0, self._seconds - 2 * seconds)
        if self._timer is not None:
            self._timer.cancel()
            self._go_on()

    def _go_on(self) -> None:
        self._timer = asyncio.get_running_loop().call_at(self._ready, self._next)

    def _next(self) -> None:
        self._timer = None
        now = asyncio.get_running_loop().time()
        self._ready = max(self._ready, now - self._spared) + self._seconds
        try:
            self._waiting[0]()
        finally:
            self._waiting.popleft()
            if self._waiting:
                self._go_on()


class Heads:
    """What the connections of a process receive. `read` gets the head of a request once it is whole
    and has its turn, and its body as it comes. A head that is too long is refused. Anything sent
    before the last request is answered is ignored, and ends the connection after that answer."""

    def __init__(self, read: Callable[[Any, bytes], None]) -> None:
        self._read, self._turns = read, Turns()
        self._said: dict[Any, bytearray] = {}
        self._body: dict[Any, int] = {}
        self._begun: dict[Any, float] = {}
        self._taken: set[Any] = set()

    def came(self, protocol: Any, data: bytes) -> None:
        """Take data that came on a connection."""
        body = self._body.get(protocol, 0)
        if body:
            self._body[protocol] = max(0, body - len(data))
            self._read(protocol, data[:body])
        if len(data) > body:
            self._hear(protocol, data[body:])

    def answered(self, protocol: Any) -> None:
        """Note that the request of a connection is completely answered."""
        begun = self._begun.pop(protocol, None)
        if begun is not None:
            self._turns.took(asyncio.get_running_loop().time() - begun)

    def ended(self, protocol: Any) -> None:
        """Note that a connection has ended."""
        for noted in (self._said, self._body, self._begun):
            noted.pop(protocol, None)
        self._taken.discard(protocol)

    def _hear(self, protocol: Any, data: bytes) -> None:
        if is_answered(protocol):
            protocol.cycle.keep_alive = False
            return
        said = self._said.setdefault(protocol, bytearray())
        before = len(said)
        said += data
        if protocol in self._taken:
            protocol.transport.pause_reading()
            return
        end = _END.search(said, max(0, before - 2))
        length = end.end() if end else len(said)
        if length > _MOST or said.count(b"\n", 0, length) > _MOST_LINES:
            protocol.transport.write(_REFUSAL)
            protocol.transport.close()
        elif end:
            if not self._turns.are_free:
                protocol.transport.pause_reading()
            self._taken.add(protocol)
            self._turns.take(partial(self._begin, protocol, length))

    def _begin(self, protocol: Any, length: int) -> None:
        self._taken.discard(protocol)
        said = bytes(self._said.pop(protocol, b""))
        if protocol.transport.is_closing():
            return
        protocol.transport.resume_reading()
        self._begun[protocol] = asyncio.get_running_loop().time()
        with ExitStack() as failed:
            failed.callback(protocol.transport.abort)
            self._read(protocol, said[:length])
            failed.pop_all()
        if protocol in protocol.connections and not protocol.transport.is_closing():
            self._body[protocol] = _length_of_body(protocol.headers)
            if self._body[protocol] > _MOST_UNREAD:
                protocol.cycle.keep_alive = False
            if len(said) > length:
                self.came(protocol, said[length:])


def is_answered(protocol: Any) -> bool:
    """Return whether a connection has a request that is not yet completely answered."""
    return protocol.cycle is not None and not protocol.cycle.response_complete


def _length_of_body(headers: list[tuple[bytes, bytes]]) -> int:
    """Return how many bytes of a body to read; 0 for one in chunks, which is refused."""
    said = dict(headers)
    return 0 if b"transfer-encoding" in said else int(said.get(b"content-length", b"0"))
