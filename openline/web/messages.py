"""What pages send on their streams: messages of bounded size and rate.

Streamlit itself takes a message of any size as soon as it arrives, answering nobody else meanwhile,
and starts a thread for each page requested, even while the previous one is still being computed.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_EACH: Final = 0.4
"""The seconds after which a page may send one more message."""
_BYTES_OF_ONE: Final = 500_000
"""The bytes of a long message that count as one more message."""
_AT_ONCE: Final = 20
"""How many messages a page may send without a pause."""
_TOO_MUCH: Final = 1009


class FewMessages:
    """Passes on the messages of a page, each of up to `most` bytes, no faster than leaves room for
    others. `judge` returns whether to pass a message on; None closes its stream."""

    def __init__(
        self,
        app: ASGIApp,
        most: int,
        judge: Callable[[bytes], bool | None],
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._app, self._most, self._judge = app, most, judge
        self._clock, self._sleep = clock, sleep

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Limit what a stream receives; pass anything else on."""
        if scope["type"] == "websocket":
            receive = self._listening(receive, send)
        await self._app(scope, receive, send)

    def _listening(self, receive: Receive, send: Send) -> Receive:
        ready = self._clock() - _AT_ONCE * _EACH

        async def listen() -> Message:
            nonlocal ready
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                data = message.get("bytes")
                if data is None or len(data) > self._most:
                    return await _closed(send)
                now = self._clock()
                ready = max(ready, now - _AT_ONCE * _EACH) + _EACH * (1 + len(data) / _BYTES_OF_ONE)
                if ready > now:
                    await self._sleep(ready - now)
                is_heard = self._judge(data)
                if is_heard is None:
                    return await _closed(send)
                if is_heard:
                    return message

        return listen


async def _closed(send: Send) -> Message:
    await send({"type": "websocket.close", "code": _TOO_MUCH})
    return {"type": "websocket.disconnect", "code": _TOO_MUCH}
