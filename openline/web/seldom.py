"""A log that nobody can fill: of one kind of line, one a minute."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

_SECONDS: Final = 60.0
_NOISY: Final = ("asyncio", "openline.web", "streamlit", "uvicorn", "websockets")
"""Whose lines a stranger can cause. Those of the store are each of their own."""


class Seldom(logging.Filter):
    """Lets a line through once in so many seconds, by the place in the code that writes it and
    what was raised; the next one says how many were left out."""

    def __init__(
        self, seconds: float = _SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._seconds, self._clock, self._lock = seconds, clock, Lock()
        self._written: dict[tuple[Any, ...], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a line is written."""
        raised = record.exc_info[0] if record.exc_info else None
        place = (record.name, record.levelno, record.pathname, record.lineno, raised)
        now = self._clock()
        with self._lock:
            since, left_out = self._written.get(place, (-self._seconds, 0))
            if now - since < self._seconds:
                self._written[place] = since, left_out + 1
                return False
            self._written[place] = now, 0
        if left_out:
            record.msg = f"{record.getMessage()} (and {left_out:,} more like it before)"
            record.args = ()
        return True


@contextmanager
def logged_seldom(seldom: Seldom | None = None) -> Iterator[None]:
    """Have everything write seldom that strangers can make write, of what there is by now."""
    seldom = seldom or Seldom()
    names = [*_NOISY, *logging.root.manager.loggerDict]
    noisy = [logging.getLogger(name) for name in names if _is_noisy(name)]
    for logger in noisy:
        logger.addFilter(seldom)
    try:
        yield
    finally:
        for logger in noisy:
            logger.removeFilter(seldom)


def _is_noisy(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in _NOISY or name in _NOISY
