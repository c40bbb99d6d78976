"""Work beside the pages: done in threads, so much at once, and refused where too much waits."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from anyio import CapacityLimiter, to_thread

from openline.web.envelope import Refusal

_AT_ONCE: Final = 2
_WAITING: Final = 64
_SECONDS: Final = "5"
_T = TypeVar("_T")


class Work:
    """What is done for requests: at most `at_once` at a time, and at most `waiting` wait."""

    def __init__(self, at_once: int = _AT_ONCE, waiting: int = _WAITING) -> None:
        self._limiter, self._waiting = CapacityLimiter(at_once), waiting

    async def done(self, work: Callable[..., _T], *given: Any) -> _T | Refusal:
        """Return what work gives, or that there is too much of it now."""
        if self._limiter.statistics().tasks_waiting >= self._waiting:
            return too_much()
        return await to_thread.run_sync(work, *given, limiter=self._limiter)


def too_much() -> Refusal:
    """Return the refusal of what can be asked again soon."""
    message = "The board is busy. Try again in a few seconds."
    return Refusal(503, message, headers={"Retry-After": _SECONDS})
