"""Work beside the pages: done in threads, so much at once, for one address after the other, and
refused where too much waits."""

from collections import deque
from collections.abc import Callable
from typing import Any, Final, TypeVar

from anyio import CapacityLimiter, Event, get_cancelled_exc_class, to_thread

from openline.web.envelope import Refusal
from openline.web.places import Places

_AT_ONCE: Final = 1
"""Two at once take as long as one after the other, and a page beside them waits for both."""
_WAITING: Final = 64
_SPARE: Final = 16
"""How much more may wait of addresses of which nothing is done and nothing waits."""
_SECONDS: Final = "5"
_T = TypeVar("_T")


class Work:
    """What is done for requests: at most `at_once` at a time, and at most `waiting` wait, and
    `spare` of addresses that have none; the addresses that wait have their turns alike."""

    def __init__(
        self, at_once: int = _AT_ONCE, waiting: int = _WAITING, spare: int = _SPARE
    ) -> None:
        self._limiter, self._free = CapacityLimiter(at_once), at_once
        self._places = Places(at_once + waiting, spare)
        self._waiting: dict[str, deque[Event]] = {}

    async def done(self, who: str, work: Callable[..., _T], *given: Any) -> _T | Refusal:
        """Return what work for an address gives, or that there is too much of it now."""
        if not self._places.take(who):
            return too_much()
        try:
            await self._wait(who)
            try:
                return await to_thread.run_sync(work, *given, limiter=self._limiter)
            finally:
                self._free += 1
                self._let_in()
        finally:
            self._places.leave(who)

    async def _wait(self, who: str) -> None:
        """Wait for a turn, and take it."""
        turn = Event()
        self._waiting.setdefault(who, deque()).append(turn)
        self._let_in()
        try:
            await turn.wait()
        except get_cancelled_exc_class():
            if turn.is_set():
                self._free += 1
            else:
                self._leave(who, turn)
            self._let_in()
            raise

    def _leave(self, who: str, turn: Event) -> None:
        self._waiting[who].remove(turn)
        if not self._waiting[who]:
            del self._waiting[who]

    def _let_in(self) -> None:
        """Give what is free to the addresses in turn, each the one that has waited longest."""
        while self._free and self._waiting:
            who = next(iter(self._waiting))
            turns = self._waiting.pop(who)
            self._free -= 1
            turns.popleft().set()
            if turns:
                self._waiting[who] = turns


def too_much() -> Refusal:
    """Return the refusal of what can be asked again soon."""
    message = "The board is busy. Try again in a few seconds."
    return Refusal(503, message, headers={"Retry-After": _SECONDS})
