"""Half messages: what a stream has received that is not yet a whole message, or is only a ping.

The server keeps every part of a message until the end comes, answers each ping even if nobody reads
the answers, and reads without a pause while other people's pages wait.
"""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final
from weakref import WeakKeyDictionary

from uvicorn.protocols.websockets.auto import AutoWebSocketsProtocol

from openline.web.replaced import replaced

_MOST_OF_ALL: Final = 200_000_000
_RESTS: Final = 4
"""How long a stream then pauses, as a multiple of the time that reading took."""
_LONG: Final = 0.002
"""The seconds of reading after which a stream pauses at all."""
_LOG: Final = logging.getLogger("openline.web")


class HalfMessages:
    """The bytes of incomplete messages on the streams of a process. A stream with more than `most`
    is closed; so is the one with the most where all together have more than `of_all`."""

    def __init__(self, most: int, of_all: int = _MOST_OF_ALL) -> None:
        self._most, self._of_all = most, of_all
        self._bytes: WeakKeyDictionary[Any, int] = WeakKeyDictionary()
        self._total = 0

    def came(self, stream: Any, count: int, *, is_whole: bool) -> None:
        """Note that `count` bytes came on a stream, and whether they ended a message."""
        before = self._bytes.pop(stream, 0)
        self._total -= before
        if is_whole:
            return
        self._bytes[stream] = before + count
        self._total += before + count
        if before + count > self._most:
            self._close(stream)
        elif self._total > self._of_all:
            self._close(max(self._bytes, key=lambda one: self._bytes[one]))

    def ended(self, stream: Any) -> None:
        """Note that a stream has ended."""
        self._total -= self._bytes.pop(stream, 0)

    def _close(self, stream: Any) -> None:
        _LOG.warning("A stream that ends no message is closed")
        self.ended(stream)
        stream.transport.abort()


def guarded_messages(most: int) -> AbstractContextManager[None]:
    """Watch every stream of pages, allowing `most` bytes per message."""
    return watched_streams(AutoWebSocketsProtocol, HalfMessages(most))


@contextmanager
def watched_streams(streams: Any, half: HalfMessages) -> Iterator[None]:
    """Make a class of the server's streams report what they receive, and pause after long reads."""
    read, lost, ping = streams.data_received, streams.connection_lost, streams.handle_ping

    def data_received(self: Any, data: bytes) -> None:
        start = self.loop.time()
        read(self, data)
        if self.transport.is_closing():
            return
        half.came(self, len(data), is_whole=self.read_paused)
        _rest(self, self.loop.time() - start)

    def connection_lost(self: Any, error: Exception | None) -> None:
        half.ended(self)
        lost(self, error)

    def handle_ping(self: Any) -> None:
        if self.writable.is_set():
            ping(self)
        else:  # nobody reads the answers
            self.conn.data_to_send()

    with replaced(
        streams,
        data_received=data_received,
        connection_lost=connection_lost,
        handle_ping=handle_ping,
    ):
        yield


def _rest(stream: Any, took: float) -> None:
    """Pause reading for a while, so that others are served too."""
    if took > _LONG and not stream.read_paused:
        stream.transport.pause_reading()
        stream.loop.call_later(_RESTS * took, _read_on, stream)


def _read_on(stream: Any) -> None:
    if not stream.read_paused and not stream.transport.is_closing():
        stream.transport.resume_reading()
