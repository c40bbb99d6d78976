"""Repeats: a request identical to one already answered gets the same bytes.

A script that polls sends the same request each time, and the answer depends only on its words, the
record's file and the day, so everything in between can be skipped.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from openline.counts import count_kept

_PLACE: Final = "openline.repeats"
_READ: Final = ("GET", "HEAD")
_MOST_BYTES: Final = 16_000_000
_MOST_SAID: Final = 4_000
"""The most bytes of an address and headers whose answer is kept."""
_BESIDE: Final = 4_000
"""The approximate bytes that an answer takes besides its body and its request."""
_PARTS: Final = 2
"""A head and one piece: an answer in more pieces is long, and not kept here as well."""


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    mark: Hashable
    said: Sequence[Message]
    size: int


class Repeats:
    """Answers repeats. `mark` returns a value that changes whenever a kept answer could: with the
    record's file or the day. Up to `most` bytes are kept, of the answers requested latest."""

    def __init__(self, app: ASGIApp, mark: Callable[[], Hashable], most: int = _MOST_BYTES) -> None:
        self._app, self._mark, self._most = app, mark, most
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a repeat, and pass any other request on."""
        if scope["type"] != "http" or scope["method"] not in _READ:
            await self._app(scope, receive, send)
            return
        asked = _asked(scope)
        kept = self._kept.get(asked)
        if kept is None or kept.mark != self._mark():
            await self._listen(asked, scope, receive, send)
            return
        self._kept.move_to_end(asked)
        count_kept("answers", is_there=True)
        for message in kept.said:
            await send(message)

    async def _listen(self, asked: Hashable, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and keep the answer if its route allows it to be repeated."""
        marks: list[Hashable] = []
        said: list[Message] = []
        scope[_PLACE] = marks

        async def sending(message: Message) -> None:
            if marks and len(said) <= _PARTS:
                said.append(message)
            await send(message)

        await self._app(scope, receive, sending)
        if len(said) == _PARTS and not _is_of_one_reader(said[0]):
            self._keep(asked, marks[0], said)

    def _keep(self, asked: Hashable, mark: Hashable, said: Sequence[Message]) -> None:
        self._drop(asked)
        size = len(said[-1].get("body", b"")) + _MOST_SAID + _BESIDE
        self._kept[asked] = _Kept(mark, said, size)
        self._bytes += size
        while self._bytes > self._most:
            self._drop(next(iter(self._kept)))

    def _drop(self, asked: Hashable) -> None:
        kept = self._kept.pop(asked, None)
        self._bytes -= kept.size if kept else 0


def let_repeat(scope: Scope, mark: Hashable) -> None:
    """Allow the answer to a request to be repeated for as long as the mark is unchanged."""
    if _PLACE in scope and _letters(scope) <= _MOST_SAID:
        scope[_PLACE].append(mark)


def _asked(scope: Scope) -> Hashable:
    """Return everything that a request contains."""
    served = scope["scheme"], scope.get("root_path", "")
    return scope["method"], scope["path"], scope["query_string"], served, tuple(scope["headers"])


def _letters(scope: Scope) -> int:
    said = len(scope["path"]) + len(scope["query_string"])
    return said + sum(len(name) + len(value) for name, value in scope["headers"])


def _is_of_one_reader(start: Message) -> bool:
    return any(name == b"set-cookie" for name, _ in start["headers"])
