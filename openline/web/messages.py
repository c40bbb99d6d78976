"""What pages say on their streams: messages of bounded size, so many a second.

Streamlit takes a message of any size as soon as it is there, while nobody else is answered, and
begins a thread for each page that is asked for, though the page before it is still computed.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_EACH: Final = 0.4
"""After how many seconds a page may say one thing more."""
_BYTES_OF_ONE: Final = 500_000
"""How many bytes of a long message count as one more."""
_AT_ONCE: Final = 20
"""How many things a page may say without a pause."""
_TOO_MUCH: Final = 1009


class FewMessages:
    """Passes on what a page of the board says, up to `most` bytes, as fast as it can be done
    beside others. `judge` tells whether a message is heard, None where its stream is closed."""

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
        """Listen to a stream; anything else is passed on."""
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
