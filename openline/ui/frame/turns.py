"""Turns: few pages are drawn at once, and whoever had least of late is next: of the addresses
that ask, then of an address's browsers. Nobody is refused by where they ask from.

Python does one thing at a time. Pages that are drawn beside each other take each many times as
long: whatever one of them waits for, it then waits for all the others too.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Final

_PLACES: Final = 2
_BEAT: Final = 0.25
"""After how many seconds it is looked at whether a page that is drawn works or waits."""
_IDLE: Final = 0.005
"""Up to how many seconds of the processor in that time it only waits."""
_HALF: Final = 30.0
"""After how many seconds half of what somebody had is forgotten."""
_MOST: Final = 1_000
"""Of how many it is known what they had."""


class _Page:
    """A page that waits or is drawn: whose it is, and the clock of its thread's work."""

    def __init__(self, who: tuple[str, ...], worked: Callable[[], float]) -> None:
        self.who, self.worked = who, worked
        self.start = self.last = worked()
        self.is_idle = False
        self.is_drawn = threading.Event()

    def look(self) -> None:
        """See whether it worked since the last look."""
        now = self.worked()
        self.is_idle = now - self.last < _IDLE
        self.last = now


class Turns:
    """`places` pages are drawn at once, beside those that wait for something themselves: a
    process apart, the store, figures that another one computes. The methods may be called from
    any thread. `work` gives the clock of what the calling thread has worked."""

    def __init__(
        self,
        places: int = _PLACES,
        clock: Callable[[], float] = time.monotonic,
        work: Callable[[], Callable[[], float]] | None = None,
        beat: float = _BEAT,
    ) -> None:
        self._places, self._clock, self._work, self._beat = places, clock, work or _own_work, beat
        self._lock = threading.Lock()
        self._waiting: list[_Page] = []
        self._drawn: list[_Page] = []
        self._had: dict[tuple[str, ...], tuple[float, float]] = {}
        self._looked = clock()

    @contextmanager
    def turn(self, *who: str) -> Iterator[None]:
        """Wait until a page may be drawn, and hold its place as long as the block. `who` asks for
        it, from the large to the small: an address, a browser there."""
        page = _Page(who, self._work())
        with self._lock:
            self._waiting.append(page)
            self._let_in()
        try:
            while not page.is_drawn.wait(self._beat):
                with self._lock:
                    self._let_in()
            yield
        finally:
            with self._lock:
                (self._drawn if page.is_drawn.is_set() else self._waiting).remove(page)
                self._note(page)
                self._let_in()

    def _let_in(self) -> None:
        if self._clock() - self._looked >= self._beat:
            self._looked = self._clock()
            for page in self._drawn:
                page.look()
        while self._waiting and sum(not page.is_idle for page in self._drawn) < self._places:
            page = min(self._waiting, key=self._before)
            self._waiting.remove(page)
            self._drawn.append(page)
            page.is_drawn.set()

    def _before(self, page: _Page) -> tuple[float, ...]:
        """Return what tells which page is next: the least."""
        return tuple(self._recent(part) for part in _parts(page.who))

    def _recent(self, who: tuple[str, ...]) -> float:
        """Return how many seconds somebody had of late."""
        seconds, since = self._had.get(who, (0.0, 0.0))
        return float(seconds * 0.5 ** ((self._clock() - since) / _HALF))

    def _note(self, page: _Page) -> None:
        for part in _parts(page.who):
            had = self._recent(part) + page.worked() - page.start
            self._had.pop(part, None)
            self._had[part] = had, self._clock()
        while len(self._had) > _MOST:
            del self._had[next(iter(self._had))]


def _parts(who: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return an address, and a browser there, as they are counted."""
    return [who[: count + 1] for count in range(len(who))]


def _own_work() -> Callable[[], float]:
    """Return the clock of this thread's work, which other threads may read; where the system has
    none, all time counts as work."""
    clock_of = getattr(time, "pthread_getcpuclockid", None)
    if clock_of is None:
        return time.monotonic
    clock = clock_of(threading.get_ident())

    def worked() -> float:
        with suppress(OSError):  # the thread is no more
            return time.clock_gettime(clock)
        return 0.0

    return worked


@cache
def the_turns() -> Turns:
    """Return the turns of this process."""
    return Turns()
