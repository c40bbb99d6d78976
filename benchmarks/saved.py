"""Attacks by what is saved: large records that a link opens, and very many of them."""

import os
import time
from datetime import datetime
from typing import Final

from benchmarks.visitor import Visitor
from openline.settings import BUNDLED_FILE
from openline.store.address import store_address
from openline.store.opening import open_store
from openline.store.store import Store
from openline.ui.data.library import LIST_SECONDS

_UNTIL_KNOWN: Final = LIST_SECONDS + 1
_PAGES: Final = ("", "gaps", "openings", "compare", "channel", "records", "method")
_NOW: Final = datetime.fromisoformat("2026-11-20T12:00:00+00:00")
_HEADER: Final = "channel,parties,level,kind,date,event,state,actor,summary,cause,source,source_url"
_DAYS: Final = (
    ("2001-01-05", "open"),
    ("2005-06-11", "severed"),
    ("2010-01-20", "partial"),
    ("2020-02-14", "severed"),
)


def many_channels(count: int) -> bytes:
    """Return a record of so many channels, each of parties and causes of its own."""
    lines = [_HEADER]
    for number in range(count):
        sides, level = f"State {number}; Union {number}", ("military", "political")[number % 2]
        lines.extend(
            f"Line {number},{sides},{level},hotline,{day},change,{state},State {number},"
            f"What was seen of {number},cause {number},Publisher {number},https://e.org/{number}"
            for day, state in _DAYS
        )
    return "\n".join(lines).encode()


def many_sides(count: int) -> bytes:
    """Return a record of so many channels of twelve parties each."""
    lines = ["channel,parties,date,event,state"]
    for number in range(count):
        sides = "; ".join(f"S{number}-{side}" for side in range(12))
        lines.append(f"Line {number},{sides},2020-01-01,change,severed")
    return "\n".join(lines).encode()


def save(name: str, data: bytes) -> None:
    """Save a record in the store that the environment names, and wait until pages know it."""
    _store().save(name, data, "An attacker", "", None, now=_NOW)
    time.sleep(_UNTIL_KNOWN)


def save_many(count: int, revisions: int) -> None:
    """Save so many small records, and one of so many revisions."""
    store = _store()
    for number in range(count):
        store.save(f"Record {number}", _small(number), "An attacker", "", None, now=_NOW)
    for number in range(revisions):
        store.save("Often saved", _small(number), "An attacker", "", number or None, now=_NOW)


def _small(number: int) -> bytes:
    return f"channel,date,state\nLine {number},2020-01-01,open\n".encode()


def _store() -> Store:
    return open_store(store_address(os.environ, BUNDLED_FILE.parents[1]))


def walk(query: str, board: str) -> str:
    """Open every page of a view, one after the other, then its pairs, on one stream."""
    visitor = Visitor(board, "127.0.0.2")
    took = [visitor.ask(page, query) for page in _PAGES]
    took.append(visitor.ask("", f"{query}&overview=pairs"))
    visitor.close()
    return f"pages in {min(took):.1f} to {max(took):.1f} s"
