"""Work beside the pages: done in threads, a bounded amount at once, for addresses in turn, and
refused where too much is waiting."""

from collections import deque
from collections.abc import Callable
from typing import Any, Final, TypeVar

from anyio import CapacityLimiter, Event, get_cancelled_exc_class, to_thread

from openline.web.envelope import Refusal
from openline.web.places import Places

_AT_ONCE: Final = 1
"""Two at once take as long as one after the other, and a page drawn meanwhile waits for both."""
_WAITING: Final = 64
_SPARE: Final = 16
"""How much more work can wait for addresses that have none in progress or waiting."""
_SECONDS: Final = "5"
_T = TypeVar("_T")


class Work:
    """The work done for requests: at most `at_once` at a time. At most `waiting` more can wait, and
    `spare` more from addresses that have none. Waiting addresses take turns."""

    def __init__(
        self, at_once: int = _AT_ONCE, waiting: int = _WAITING, spare: int = _SPARE
    ) -> None:
        self._limiter, self._free = CapacityLimiter(at_once), at_once
        self._places = Places(at_once + waiting, spare)
        self._waiting: dict[str, deque[Event]] = {}

    async def done(self, who: str, work: Callable[..., _T], *given: Any) -> _T | Refusal:
        """Return the result of work for an address, or a refusal if there is too much work now."""
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
        """Wait for the address's turn, and take it."""
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
        """Give free slots to the addresses in turn; each goes to the address's oldest work."""
        while self._free and self._waiting:
            who = next(iter(self._waiting))
            turns = self._waiting.pop(who)
            self._free -= 1
            turns.popleft().set()
            if turns:
                self._waiting[who] = turns


def too_much() -> Refusal:
    """Return the refusal of a request that can be repeated soon."""
    message = "The board is busy. Try again in a few seconds."
    return Refusal(503, message, headers={"Retry-After": _SECONDS})
