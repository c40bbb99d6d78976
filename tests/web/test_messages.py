"""What pages may say on their streams."""

import asyncio
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from openline.web.messages import FewMessages

MOST = 2_000_000


def _judge(data: bytes) -> bool | None:
    return {b"ignore": False, b"close": None}.get(data, True)


class _Stream:
    """A stream on which something is said; what is heard of it, when, and how it ends."""

    def __init__(self, *said: bytes | str) -> None:
        self.heard: list[bytes] = []
        self.times: list[float] = []
        self.sent: list[Any] = []
        self._now = 0.0
        self._said = iter(said)
        app = FewMessages(self._listen, MOST, _judge, lambda: self._now, self._sleep)
        asyncio.run(app({"type": "websocket"}, self._receive, self._send))

    async def _sleep(self, seconds: float) -> None:
        self._now += seconds

    async def _receive(self) -> Message:
        said = next(self._said, None)
        if said is None:
            return {"type": "websocket.disconnect", "code": 1000}
        if isinstance(said, str):
            return {"type": "websocket.receive", "text": said}
        return {"type": "websocket.receive", "bytes": said}

    async def _send(self, message: Message) -> None:
        self.sent.append(message)

    async def _listen(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            self.heard.append(message["bytes"])
            self.times.append(self._now)
        assert message["type"] == "websocket.disconnect"

    @property
    def is_closed(self) -> bool:
        """Tell whether the board closed it."""
        return any(message["type"] == "websocket.close" for message in self.sent)


@pytest.mark.parametrize("said", [b"a" * (MOST + 1), b"close", "text"])
def test_who_says_what_no_page_says_is_closed(said: bytes | str) -> None:
    """Too many bytes, what is judged so, and a text."""
    stream = _Stream(b"first", said, b"last")
    assert stream.heard == [b"first"]
    assert stream.is_closed


def test_what_is_not_heard_ends_nothing() -> None:
    """What comes after it is heard."""
    stream = _Stream(b"first", b"ignore", b"last")
    assert stream.heard == [b"first", b"last"]
    assert not stream.is_closed


def test_a_flood_is_heard_at_the_pace_of_a_page() -> None:
    """Twenty at once, then five in two seconds; a pause gives time for as many again."""
    stream = _Stream(*[b"again"] * 150)
    assert stream.times[19] == pytest.approx(0, abs=0.4)
    assert stream.times[-1] == pytest.approx(52, abs=0.8)


def test_a_long_message_counts_for_several() -> None:
    """What takes longer to read is heard less often."""
    said = b"a" * 1_500_000
    assert _Stream(*[said] * 150).times[-1] == pytest.approx(232, abs=0.8)
