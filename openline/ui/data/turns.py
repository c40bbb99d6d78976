"""Turns: few pages are drawn at once; addresses share the turns equally, and so do the browsers at
each. Nobody is refused for where they ask from, nor put back for turns while nobody else asked.

Python does one thing at a time. Pages drawn side by side each take many times as long: each time
that one waits for something, it then also waits for all the others.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Final

from openline.intake.apart import while_away

_PLACES: Final = 2
_BEAT: Final = 0.25
"""The seconds between two checks on whether a page being drawn is working or waiting."""
_IDLE: Final = 0.005
"""The most processor seconds in that time for a page that counts as waiting."""
_SPARE: Final = 1
"""How many more pages are drawn for addresses that have none being drawn."""
_LONG: Final = 1.0
"""The seconds of work from which a page counts as long."""
_BESIDE: Final = 4
"""How many more pages are drawn beside long ones, for browsers that have none being drawn."""
_LEAST: Final = 0.05
"""The seconds of work that a page counts as until its own are known."""
_OWED: Final = 5.0
"""The most seconds of work by which anybody can be ahead of the others."""
_MOST: Final = 1_000
"""The most addresses and browsers whose work is remembered."""


class _Page:
    """A page that waits or is being drawn: who asked for it, and the clock of its work."""

    def __init__(self, who: tuple[str, ...], worked: Callable[[], float]) -> None:
        self.who, self.worked = who, worked
        self.reached: list[float] = []
        self.is_drawn = threading.Event()
        self.first = worked()
        self.begin()

    def begin(self) -> None:
        """Start to wait for drawing to begin or to continue."""
        self.start = self.last = self.worked()
        self.seems_idle = self.is_idle = False
        self.is_drawn.clear()

    @property
    def is_long(self) -> bool:
        """Whether it has worked for long since it was last let in."""
        return self.worked() - self.start >= _LONG

    @property
    def is_heavy(self) -> bool:
        """Whether it has worked for long in total."""
        return self.worked() - self.first >= _LONG

    def look(self) -> None:
        """Check whether it has worked since the last look; only two looks without work count as
        waiting, as a working page may lack a processor for a moment."""
        now = self.worked()
        was, self.seems_idle = self.seems_idle, now - self.last < _IDLE
        self.is_idle = was and self.seems_idle
        self.last = now


class _Shares:
    """The work that each address and browser has had, on a clock that each page let in advances; a
    newcomer begins where the others are."""

    def __init__(self) -> None:
        self._had: dict[tuple[str, ...], float] = {}
        self._reached: dict[tuple[str, ...], float] = {}

    def came(self, page: _Page) -> None:
        """Note where other addresses, and other browsers at its own, are when a page arrives."""
        page.reached = [self._reached.get(part[:-1], 0.0) for part in _parts(page.who)]

    def start(self, page: _Page) -> list[float]:
        """Return when a page would begin on that clock; the waiting page with the least is next."""
        had = (self._had.get(part, 0.0) for part in _parts(page.who))
        return list(map(max, had, page.reached))

    def begin(self, page: _Page) -> None:
        """Note that a page was let in."""
        for part, start in zip(_parts(page.who), self.start(page), strict=True):
            _keep(self._reached, part[:-1], max(start, self._reached.get(part[:-1], 0.0)))
            _keep(self._had, part, start + _LEAST)

    def end(self, page: _Page, work: float) -> None:
        """Note how much work a page took after it was let in."""
        for part in _parts(page.who):
            most = self._reached.get(part[:-1], 0.0) + _OWED
            had = self._had.get(part, 0.0)
            _keep(self._had, part, max(had, min(had + work - _LEAST, most)))


class PageTurns:
    """The pages that take turns: `places` are drawn at once, and `spare` more for addresses that
    have none, not counting pages that themselves wait: for a separate process, the store, or
    figures that another page computes. Beside pages that work for long, `beside` more are drawn for
    browsers that have none, so that one organisation's four large files delay nobody else there.
    Any thread can call the methods. `work` returns the clock of the calling thread's work."""

    def __init__(
        self,
        places: int = _PLACES,
        clock: Callable[[], float] = time.monotonic,
        work: Callable[[], Callable[[], float]] | None = None,
        beat: float = _BEAT,
        spare: int = _SPARE,
        beside: int = _BESIDE,
    ) -> None:
        self._places, self._clock, self._work, self._beat = places, clock, work or _own_work, beat
        self._spare, self._beside, self._shares = spare, beside, _Shares()
        self._lock = threading.Lock()
        self._waiting: list[_Page] = []
        self._drawn: list[_Page] = []
        self._looked = clock()
        self._here = threading.local()

    @contextmanager
    def turn(self, *who: str) -> Iterator[None]:
        """Wait until a page may be drawn, and hold its place during the block. `who` names who asks
        for it, from large to small: an address, then a browser there."""
        page = self._here.page = _Page(who, self._work())
        waits = while_away.set(self.away)
        try:
            self._wait(page)
            yield
        finally:
            while_away.reset(waits)
            self._here.page = None
            with self._lock:
                self._leave(page)
                self._let_in()

    def step_aside(self) -> None:
        """Make this thread's page queue again if it has worked for long and others are waiting;
        long work calls this before each of its parts."""
        page = getattr(self._here, "page", None)
        if page is None or not page.is_long or not self._waiting:
            return
        with self._lock:
            self._leave(page)
        self._wait(page)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Free the place of this thread's page during the block, while its work is done elsewhere,
        and queue again afterwards."""
        page = getattr(self._here, "page", None)
        if page is None:
            yield
            return
        with self._lock:
            self._leave(page)
            self._let_in()
        yield
        self._wait(page)

    def _wait(self, page: _Page) -> None:
        with self._lock:
            page.begin()
            self._shares.came(page)
            self._waiting.append(page)
            self._let_in()
        while not page.is_drawn.wait(self._beat):
            with self._lock:
                self._let_in()

    def _leave(self, page: _Page) -> None:
        if page in self._drawn:
            self._drawn.remove(page)
            self._shares.end(page, page.worked() - page.start)
        elif page in self._waiting:
            self._waiting.remove(page)

    def _let_in(self) -> None:
        if self._clock() - self._looked >= self._beat:
            self._looked = self._clock()
            for page in self._drawn:
                page.look()
        while candidates := self._candidates():
            page = min(candidates, key=self._shares.start)
            self._waiting.remove(page)
            self._drawn.append(page)
            self._shares.begin(page)
            page.is_drawn.set()

    def _candidates(self) -> list[_Page]:
        """Return the waiting pages that may be drawn beside the current ones; only one heavy page
        works at a time."""
        working = [page for page in self._drawn if not page.is_idle]
        waiting = self._waiting
        if any(page.is_heavy for page in working):
            waiting = [page for page in waiting if not page.is_heavy]
        if len(working) < self._places:
            return waiting
        count, short = len(working), sum(not page.is_long for page in working)
        beside_long = short < self._places and count < self._places + self._beside
        has_spare = count < self._places + self._spare
        browsers = {page.who for page in self._drawn}
        addresses = {page.who[0] for page in working}
        return [
            page
            for page in waiting
            if (beside_long and page.who not in browsers)
            or (has_spare and page.who[0] not in addresses)
        ]


def _keep(spent: dict[tuple[str, ...], float], part: tuple[str, ...], value: float) -> None:
    """Put a value last, and forget the first ones if there are too many."""
    spent.pop(part, None)
    spent[part] = value
    while len(spent) > _MOST:
        del spent[next(iter(spent))]


def _parts(who: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the keys for counting: an address, then that address with a browser."""
    return [who[: count + 1] for count in range(len(who))]


def _own_work() -> Callable[[], float]:
    """Return the clock of this thread's work, which other threads can read; if the system has none,
    all time counts as work."""
    clock_of = getattr(time, "pthread_getcpuclockid", None)
    if clock_of is None:
        return time.monotonic
    clock = clock_of(threading.get_ident())

    def worked() -> float:
        with suppress(OSError):  # the thread may have ended
            return time.clock_gettime(clock)
        return 0.0

    return worked


@cache
def the_turns() -> PageTurns:
    """Return the turns of this process."""
    return PageTurns()
