"""Turns: few pages are drawn at once, and those who ask share them alike: the addresses, then an
address's browsers. Nobody is refused by where they ask from, nor set back for what they had while
nobody else asked.

Python does one thing at a time. Pages that are drawn beside each other take each many times as
long: whatever one of them waits for, it then waits for all the others too.
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
"""After how many seconds it is looked at whether a page that is drawn works or waits."""
_IDLE: Final = 0.005
"""Up to how many seconds of the processor in that time it only waits."""
_SPARE: Final = 1
"""How many pages more are drawn of addresses that have none drawn."""
_LONG: Final = 1.0
"""From how many seconds of work on a page is a long one."""
_BESIDE: Final = 4
"""How many pages more are drawn beside long ones, of browsers that have none drawn."""
_LEAST: Final = 0.05
"""How many seconds of work a page counts as until it is known how many it took."""
_OWED: Final = 5.0
"""By how many seconds of work somebody can be ahead of the others at most."""
_MOST: Final = 1_000
"""Of how many it is known what they had."""


class _Page:
    """A page that waits or is drawn: whose it is, and the clock of its thread's work."""

    def __init__(self, who: tuple[str, ...], worked: Callable[[], float]) -> None:
        self.who, self.worked = who, worked
        self.reached: list[float] = []
        self.is_drawn = threading.Event()
        self.first = worked()
        self.begin()

    def begin(self) -> None:
        """Wait to be drawn, or to be drawn on."""
        self.start = self.last = self.worked()
        self.seems_idle = self.is_idle = False
        self.is_drawn.clear()

    @property
    def is_long(self) -> bool:
        """Whether it has worked for long since it was let in."""
        return self.worked() - self.start >= _LONG

    @property
    def is_heavy(self) -> bool:
        """Whether it has worked for long in all."""
        return self.worked() - self.first >= _LONG

    def look(self) -> None:
        """See whether it worked since the last look; it waits where it did not twice, as a page
        that had no processor for a moment may be at work."""
        now = self.worked()
        was, self.seems_idle = self.seems_idle, now - self.last < _IDLE
        self.is_idle = was and self.seems_idle
        self.last = now


class _Shares:
    """Who had how much, on a clock of work that goes on with whoever is let in: one that comes
    begins where the others are."""

    def __init__(self) -> None:
        self._had: dict[tuple[str, ...], float] = {}
        self._reached: dict[tuple[str, ...], float] = {}

    def came(self, page: _Page) -> None:
        """Note where the others are, an address's browsers among themselves, as a page comes."""
        page.reached = [self._reached.get(part[:-1], 0.0) for part in _parts(page.who)]

    def start(self, page: _Page) -> list[float]:
        """Return when a page would begin on that clock; of those that wait the least is next."""
        had = (self._had.get(part, 0.0) for part in _parts(page.who))
        return list(map(max, had, page.reached))

    def begin(self, page: _Page) -> None:
        """Note that a page is let in."""
        for part, start in zip(_parts(page.who), self.start(page), strict=True):
            _keep(self._reached, part[:-1], max(start, self._reached.get(part[:-1], 0.0)))
            _keep(self._had, part, start + _LEAST)

    def end(self, page: _Page, work: float) -> None:
        """Note what a page that was let in took."""
        for part in _parts(page.who):
            most = self._reached.get(part[:-1], 0.0) + _OWED
            had = self._had.get(part, 0.0)
            _keep(self._had, part, max(had, min(had + work - _LEAST, most)))


class PageTurns:
    """`places` pages are drawn at once, and `spare` more of addresses that have none drawn, beside
    those that wait for something themselves: a process apart, the store, figures that another one
    computes. Beside pages that work for long, `beside` more are drawn of browsers that have none:
    four large files of one house hold up nobody else there. The methods may be called from any
    thread. `work` gives the clock of what the calling thread has worked."""

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
        """Wait until a page may be drawn, and hold its place as long as the block. `who` asks for
        it, from the large to the small: an address, a browser there."""
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
        """Have this thread's page wait in line again, if it has worked for long and others wait:
        for whatever makes much at once to ask before each part."""
        page = getattr(self._here, "page", None)
        if page is None or not page.is_long or not self._waiting:
            return
        with self._lock:
            self._leave(page)
        self._wait(page)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Leave the place of this thread's page to others as long as the block, in which its work
        is done elsewhere, and wait in line again after it."""
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
        """Return those that may be drawn beside the ones that are: of heavy ones one at a time."""
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
    """Put a value last, and forget the first where there are too many."""
    spent.pop(part, None)
    spent[part] = value
    while len(spent) > _MOST:
        del spent[next(iter(spent))]


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
def the_turns() -> PageTurns:
    """Return the turns of this process."""
    return PageTurns()
