"""Repeats: a request that is, to the letter, one that was answered before gets the same bytes.

A script that asks again and again says the same each time, and the answer rests on nothing but its
words, the record's file and the day: all that stands between can be left out.
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
"""How many bytes an address and headers may have whose answer is kept."""
_BESIDE: Final = 4_000
"""How many bytes an answer takes beside its body and what was asked, about."""
_PARTS: Final = 2
"""A head and one piece: what is sent in more pieces is long, and not kept again here."""


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    mark: Hashable
    said: Sequence[Message]
    size: int


class Repeats:
    """Answers repeats. `mark` gives what changes where a kept answer may be another: the record's
    file, or the day. Up to `most` bytes are kept, those that were asked for latest."""

    def __init__(self, app: ASGIApp, mark: Callable[[], Hashable], most: int = _MOST_BYTES) -> None:
        self._app, self._mark, self._most = app, mark, most
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a repeat, and pass anything else on."""
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
        """Pass a request on, and keep the answer where its route lets it be repeated."""
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
    """Let the answer to a request be repeated for as long as the mark is this one."""
    if _PLACE in scope and _letters(scope) <= _MOST_SAID:
        scope[_PLACE].append(mark)


def _asked(scope: Scope) -> Hashable:
    """Return all that a request says."""
    served = scope["scheme"], scope.get("root_path", "")
    return scope["method"], scope["path"], scope["query_string"], served, tuple(scope["headers"])


def _letters(scope: Scope) -> int:
    said = len(scope["path"]) + len(scope["query_string"])
    return said + sum(len(name) + len(value) for name, value in scope["headers"])


def _is_of_one_reader(start: Message) -> bool:
    return any(name == b"set-cookie" for name, _ in start["headers"])
