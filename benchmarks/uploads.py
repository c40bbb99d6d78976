"""Whether memory is given back: `python -m benchmarks.uploads [SESSIONS] [AT ONCE]`.

As many sessions, one after another or a few at a time, bring a record of 30 MB each to a board
of its own and leave. Prints the memory of the server and its processes before, at most, and
after the time is over for which unfinished work is kept, with the share that is left.
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.records import long_record
from benchmarks.visitor import Visitor
from benchmarks.watching import memory_of, server_on
from openline.settings import KEEP_MINUTES
from tests.browser.board import free_port, running_board

_ROWS: Final = 156_000
"""How many rows of `long_record` have 30 MB."""
_SMALL: Final = 200
_SESSIONS: Final = 20
_REST: Final = 0.2
_ASKED: Final = 10.0
"""After how many seconds the memory is looked at again."""
_PATIENCE: Final = 90.0


@contextmanager
def _peak(server: int) -> Iterator[list[int]]:
    """Note the most memory that a server has as long as the block."""
    seen, ended = [memory_of(server)], threading.Event()

    def look() -> None:
        while not ended.wait(_REST):
            seen[0] = max(seen[0], memory_of(server))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        ended.set()
        looking.join()


def _bring(board: str, rows: int, seed: int) -> float:
    visitor = Visitor(board)
    took = visitor.bring(f"record-{seed}.csv", long_record(rows, seed))
    visitor.close()
    return took


def main() -> None:
    """Measure, and say what was seen."""
    sessions, at_once = [*map(int, sys.argv[1:]), *(_SESSIONS, 1)[len(sys.argv) - 1 :]]
    os.environ.setdefault(KEEP_MINUTES.variable, "1")
    kept = 60.0 * int(os.environ[KEEP_MINUTES.variable])
    port = free_port()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_board(Path(folder) / "board.log", port=port) as board,
    ):
        server = server_on(port)
        _bring(board, _SMALL, 0)
        before = memory_of(server)
        _say("before", before, before)
        with _peak(server) as most, ThreadPoolExecutor(at_once) as pool:
            took = list(pool.map(lambda seed: _bring(board, _ROWS, seed), range(1, sessions + 1)))
        _say("at most", most[0], before)
        _say("when the last had left", memory_of(server), before)
        sys.stdout.write(f"an upload took {min(took):.1f} to {max(took):.1f} s\n")
        end = time.monotonic() + kept + _PATIENCE
        while time.monotonic() < end:
            time.sleep(_ASKED)
        _say("when their time was over", memory_of(server), before)


def _say(when: str, memory: int, before: int) -> None:
    sys.stdout.write(f"{when:<26}{memory / 1e6:>8,.0f} MB{memory / before:>8.0%}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
