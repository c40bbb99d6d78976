"""Heavy work apart: in a process of its own, with limits, so that the board's process stays free.

A file that takes long, or all the memory, costs that process alone. The process ends at its
deadline, or when its caller or the board ends. How many run at once depends on processors and
memory; the rest queue.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import IO, Any, Final, TypeVar

from openline.intake.apart_child import DONE, OUT_OF_MEMORY, TOLD, ApartLimits, next_message, send
from openline.record.problems import Problem, problem
from openline.record.progress import Progress, part, silent

_T = TypeVar("_T")
_ROOT: Final = Path(__file__).parents[2]
MOST_MEMORY: Final = 1_300_000_000
"""How many bytes of memory all work apart may take together."""
_BEAT: Final = 0.1
"""After how many seconds without news a waiting caller is asked whether it is still there."""
_SMALLER: Final = "Save what you need of it as CSV (UTF-8), and upload that."


while_away: Final[ContextVar[Callable[[], AbstractContextManager[None]]]] = ContextVar(
    "while_away", default=nullcontext
)
"""The context entered while a thread waits for work apart: it can free the thread's place for
others."""


class ApartError(RuntimeError):
    """The work apart failed, and not because of the file."""


_News = SimpleQueue[tuple[str, Any] | None]
"""The queue of messages from the process, ended by None."""


class Line:
    """A queue for work apart: up to `places` calls run at once, if together they fit in `memory`
    bytes; the others wait in order."""

    def __init__(self, places: int, memory: int = MOST_MEMORY) -> None:
        self._free = threading.Condition()
        self._waiting: list[object] = []
        self._places, self._memory = places, memory

    @contextmanager
    def turn(self, progress: Progress, memory: int = 0) -> Iterator[None]:
        """Wait for a place with this much memory, reporting how many are ahead, and hold it for
        the length of the block."""
        ticket = object()
        with self._free:
            self._waiting.append(ticket)
        try:
            while not self._comes_in(ticket, memory):
                progress(0.0, self._words(ticket))
        finally:
            self._leave(ticket)
        try:
            yield
        finally:
            with self._free:
                self._places += 1
                self._memory += memory
                self._free.notify_all()

    def _comes_in(self, ticket: object, memory: int) -> bool:
        with self._free:
            if not self._has_room(ticket, memory):
                self._free.wait(_BEAT)
            if not self._has_room(ticket, memory):
                return False
            self._waiting.pop(0)
            self._places -= 1
            self._memory -= memory
            self._free.notify_all()
            return True

    def _has_room(self, ticket: object, memory: int) -> bool:
        return self._places > 0 and memory <= self._memory and self._waiting[0] is ticket

    def _leave(self, ticket: object) -> None:
        with self._free:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            self._free.notify_all()

    def _words(self, ticket: object) -> str:
        with self._free:
            before = self._waiting.index(ticket)
        if not before:
            return "Other files are being read; this one is next"
        return f"Other files are being read; {before} ahead of this one"


_THE_LINE: Final = Line(os.cpu_count() or 1)


def call_apart(
    function: Callable[..., _T],
    *args: Any,
    limits: ApartLimits | None = None,
    progress: Progress = silent,
    line: Line = _THE_LINE,
) -> _T | Problem:
    """Call a module's function in a process of its own and return its answer.

    Arguments and answer are pickled; calls that the function makes to its parameter `progress`
    arrive here. `progress` is also called while nothing happens: it can raise to end the work.
    Returns a problem if the file needs more time or memory than `limits`, or crashes the process.
    Raises `ApartError` if the function raised.
    """
    bounds = limits or ApartLimits()
    bounds = replace(bounds, memory=min(bounds.memory, MOST_MEMORY))
    waiting = part(progress, 0.0, 0.0)
    with (
        while_away.get()(),
        line.turn(waiting, bounds.memory),
        _process() as process,
        _news(process) as news,
    ):
        _ask(process, (function.__module__, function.__qualname__, args, bounds))
        return _answer(process, news, bounds, progress)


@contextmanager
def _process() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "openline.intake.apart_child"]
    with subprocess.Popen(  # noqa: S603 - our own module, and nothing from a file
        command,
        cwd=_ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONMALLOC": "pymalloc"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        yield process


@contextmanager
def _news(process: subprocess.Popen[bytes]) -> Iterator[_News]:
    news = _News()
    stream = _stream(process.stdout)

    def listen() -> None:
        while (message := next_message(stream)) is not None:
            news.put(message)
        news.put(None)

    listener = threading.Thread(target=listen, daemon=True, name="work apart")
    listener.start()
    try:
        yield news
    finally:
        # The pipe is closed with the process, so nobody may still be reading it then.
        process.kill()
        listener.join()


def _ask(process: subprocess.Popen[bytes], call: tuple[Any, ...]) -> None:
    try:
        send(_stream(process.stdin), call)
    except (BrokenPipeError, ConnectionError):
        # It ended before it had read everything: what it said, if anything, tells why.
        return


def _answer(
    process: subprocess.Popen[bytes],
    news: _News,
    limits: ApartLimits,
    progress: Progress,
) -> Any:
    deadline = monotonic() + limits.seconds
    share, words = 0.0, "Reading"
    while True:
        progress(share, words)
        if monotonic() > deadline:
            return _refused(f"takes longer to read than {limits.seconds:,} s")
        try:
            message = news.get(timeout=_BEAT)
        except Empty:
            continue
        if message is None:
            return _ended(process.wait(), limits)
        kind, content = message
        if kind == TOLD:
            share, words = content
        elif kind == DONE:
            return content
        elif kind == OUT_OF_MEMORY:
            return _refused(f"takes more memory to read than {limits.memory // 1_000_000:,} MB")
        else:
            raise ApartError(content)


def _ended(status: int, limits: ApartLimits) -> Problem:
    """Return why a process ended without an answer: its limits, or what it read."""
    killed = {-9, -24}
    if status in killed:
        return _refused(f"takes longer to read than {limits.seconds:,} s")
    return _refused("makes the program that reads it fail")


def _refused(what: str) -> Problem:
    return problem("size-limit", None, None, None, f"The file {what}.", _SMALLER)


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ApartError("the process has no pipe")
    return stream
