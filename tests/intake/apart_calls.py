"""What the tests of work apart have done in another process."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

__all__ = ["add", "burn", "die", "fail", "hoard", "leave_a_mark", "print_much", "tell", "wait"]


def add(first: int, second: int) -> tuple[int, int]:
    """Return a sum, and the number of the process that made it."""
    return first + second, os.getpid()


def tell(progress: Callable[[float, str], None]) -> str:
    """Tell of progress twice."""
    progress(0.25, "First")
    progress(0.75, "Second")
    return "told"


def print_much() -> int:
    """Print what must not get between the messages."""
    return sum(sys.stdout.write("x" * 100) for _ in range(1000))


def hoard() -> int:
    """Take two gigabytes."""
    return len(bytearray(2_000_000_000))


def burn() -> int:
    """Keep the processor busy for ever."""
    number = 0
    while True:
        number += 1


def wait() -> None:
    """Wait for ever."""
    threading.Event().wait()


def leave_a_mark(path: str) -> None:
    """Write the number of the process to a file, then wait for ever."""
    Path(path).write_text(str(os.getpid()), encoding="ascii")
    wait()


def fail() -> None:
    """Raise an error of the program's own."""
    raise LookupError("no such thing")


def die() -> None:
    """End as a library that crashes does."""
    os.abort()
