"""A log that nobody can fill."""

import logging
from typing import Final

from openline.web.seldom import Seldom, logged_seldom


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


NAME: Final = "streamlit.of.this.test"


def _logger(name: str, kept: _Kept) -> logging.Logger:
    logger = logging.getLogger(name)
    logger.handlers, logger.filters, logger.propagate = [kept], [], False
    logger.setLevel(logging.INFO)
    return logger


def test_of_one_kind_one_line_a_minute_is_written() -> None:
    """The next one says how many were left out; another kind is a line of its own."""
    kept, clock = _Kept(), _Clock()
    logger = _logger(NAME, kept)
    with logged_seldom(Seldom(clock=clock)):
        for turn in range(1_001):
            if turn == 1_000:
                clock.now = 60.0
            logger.warning("Connection %d of many", turn)
        logger.warning("Something else")
    assert kept.lines == [
        "Connection 0 of many",
        "Connection 1000 of many (and 999 more like it before)",
        "Something else",
    ]


def test_what_is_raised_is_a_kind() -> None:
    """Two kinds of failure at one place are both written."""
    kept = _Kept()
    logger = _logger(NAME, kept)
    with logged_seldom(Seldom(clock=_Clock())):
        for error in (ValueError("a"), KeyError("b"), ValueError("c")):
            try:
                raise error
            except (ValueError, KeyError):
                logger.exception("Failed")
    assert kept.lines == ["Failed", "Failed"]


def test_saves_are_lines_of_their_own() -> None:
    """What the store writes is no noise."""
    kept = _Kept()
    logger = _logger("openline.store.of.this.test", kept)
    with logged_seldom():
        for _ in range(3):
            logger.info("A save")
    assert len(kept.lines) == 3
