"""Attacks by tabs: pages that are asked for again and again, each of another day."""

import time
from contextlib import suppress
from typing import Final

from websockets.exceptions import ConnectionClosed

from benchmarks.visitor import Visitor

_SECONDS: Final = 8.0
_REST: Final = 0.4
_ELSEWHERE: Final = "127.0.0.2"
"""Another address of this machine: as if the tabs were open on another one."""


def ask_in_a_row(count: int, page: str, board: str) -> str:
    """Ask for so many days of a page on one stream without waiting for any."""
    visitor = Visitor(board, _ELSEWHERE)
    for turn in range(count):
        visitor.say(page, _day(turn))
    time.sleep(_SECONDS)
    visitor.close()
    return f"{count} asked for"


def ask_again(tabs: int, page: str, board: str) -> str:
    """Have so many tabs ask for one day after another, and read none of the answers."""
    visitors = [Visitor(board, _ELSEWHERE) for _ in range(tabs)]
    turn, until = 0, time.monotonic() + _SECONDS
    while time.monotonic() < until:
        for visitor in visitors:
            turn += 1
            with suppress(ConnectionClosed):
                visitor.say(page, _day(turn))
        time.sleep(_REST)
    for visitor in visitors:
        visitor.leave()
    return f"{turn} asked for"


def _day(turn: int) -> str:
    return f"asof={2000 + turn // 336 % 20}-{turn // 28 % 12 + 1:02}-{turn % 28 + 1:02}"
