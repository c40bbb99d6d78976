"""A log that nobody can flood: it takes one line of each kind a minute."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

_SECONDS: Final = 60.0
_NOISY: Final = ("asyncio", "openline.web", "streamlit", "uvicorn", "websockets")
"""The loggers whose lines a stranger can cause. Lines of the store are each distinct."""


class Seldom(logging.Filter):
    """Lets lines from the same place in the code, with the same kind of exception, through only
    once every `seconds`; the next one says how many were left out."""

    def __init__(
        self, seconds: float = _SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._seconds, self._clock, self._lock = seconds, clock, Lock()
        self._written: dict[tuple[Any, ...], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to write a line."""
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
    """Filter every existing logger through which strangers can cause lines."""
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
