"""Watching a board under attack: what a reader beside it waits, what memory it takes, and how fast
the machine is meanwhile."""

import os
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from benchmarks.visitor import Visitor

__all__ = ["PROCESSES", "QUERIES", "Watched", "memory_of", "same_work", "server_on", "watched"]

QUERIES: Final = ("level=military", "", "level=political", "sort=name")
_REST: Final = 0.05
_READS: Final = 0.4
"""How many seconds the reader looks at a page: who asks for more in a row is made to wait."""
_USUAL: Final = 6
"""After how many pages of the reader an attack begins."""
_LOOPS: Final = 500_000
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
PROCESSES: Final = get_context("spawn")


@dataclass
class Watched:
    """What was seen while an attack ran: the reader's waits, and bytes of memory."""

    waits: list[float] = field(default_factory=list)
    peak: int = 0
    before: int = 0


def memory_of(server: int) -> int:
    """Return how many bytes a process and those that it began have in memory."""
    found = {server}
    parents = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(place.name)] = int(
                place.joinpath("stat").read_text().rpartition(")")[2].split()[1]
            )
        except (OSError, IndexError):
            continue
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return sum(map(_resident, found))


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def server_on(port: int) -> int:
    """Return the process that serves on a port, by its command."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = place.joinpath("cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if str(port).encode() in words and b"streamlit" in words:
            return int(place.name)
    raise RuntimeError(f"nothing serves on port {port}")


@contextmanager
def watched(board: str, server: int) -> Iterator[Watched]:
    """Read a board again and again, and look at its memory, as long as the block."""
    seen, ended = Watched(before=memory_of(server)), threading.Event()

    def read() -> None:
        reader = Visitor(board)
        turn = 0
        while not ended.is_set():
            seen.waits.append(reader.ask("", QUERIES[turn % len(QUERIES)]))
            turn += 1
            time.sleep(_READS)
        reader.close()

    def look() -> None:
        while not ended.is_set():
            seen.peak = max(seen.peak, memory_of(server))
            time.sleep(_REST)

    threads = [threading.Thread(target=work) for work in (read, look)]
    for thread in threads:
        thread.start()
    while len(seen.waits) < _USUAL:
        time.sleep(_REST)
    try:
        yield seen
    finally:
        ended.set()
        for thread in threads:
            thread.join()


@contextmanager
def same_work() -> Iterator[Callable[[], float]]:
    """Do the same work again and again in a process of its own; give what tells how many seconds
    it usually took since that was last told."""
    ours, theirs = PROCESSES.Pipe()
    process = PROCESSES.Process(target=_work, args=(theirs,), daemon=True)
    process.start()

    def took() -> float:
        ours.send("told")
        return statistics.median(ours.recv())

    yield took
    process.kill()
    process.join()


def _work(ours: Connection) -> None:
    took: list[float] = []
    while True:
        start = time.perf_counter()
        sum(range(_LOOPS))
        took.append(time.perf_counter() - start)
        if ours.poll(_REST):
            ours.recv()
            ours.send(took)
            took = []
