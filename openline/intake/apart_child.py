"""The process for heavy work apart: it makes one call and ends.

Run as a module, it reads a call from standard input, sets its own limits, and writes the outcome
to standard output. It ends when its caller goes away.
"""

import importlib
import os
import pickle
import resource
import struct
import sys
import threading
from dataclasses import dataclass
from functools import partial
from inspect import signature
from pathlib import Path
from typing import IO, Any, Final

TOLD: Final = "told"
"""Progress: a share of the work done, and words."""
DONE: Final = "done"
"""The answer."""
FAILED: Final = "failed"
"""What the function raised, in words."""
OUT_OF_MEMORY: Final = "out of memory"
_SIZE: Final = struct.Struct("!Q")
_NICE: Final = 10
_PAGES: Final = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class ApartLimits:
    """What work apart may take: bytes of memory, seconds of processor time, and seconds of
    waiting."""

    memory: int = 650_000_000
    seconds: int = 120


def send(stream: IO[bytes], message: Any) -> None:
    """Write a message, preceded by its length."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_SIZE.pack(len(data)))
    stream.write(data)
    stream.flush()


def next_message(stream: IO[bytes]) -> Any:
    """Return the next message; None at the end of the stream or where it breaks off."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        return None
    (size,) = _SIZE.unpack(head)
    data = stream.read(size)
    return pickle.loads(data) if len(data) == size else None  # noqa: S301 - both ends are ours


def _main() -> None:
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not come between the messages.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    call = next_message(sys.stdin.buffer)
    if call is None:
        return
    # Those who are looking at the board go first.
    os.nice(_NICE)
    threading.Thread(target=_end_with_the_asker, daemon=True).start()
    module, name, args, limits = call
    sys.excepthook = partial(_tell, out)
    try:
        answer = _call(out, module, name, args, limits)
    except MemoryError:
        answer = OUT_OF_MEMORY, None
    send(out, answer)


def _tell(out: IO[bytes], kind: type[BaseException], error: BaseException, _: object) -> None:
    """Report what ended this process to the caller, which raises it."""
    send(out, (FAILED, f"{kind.__name__}: {error}"))


def _call(
    out: IO[bytes], module: str, name: str, args: tuple[Any, ...], limits: ApartLimits
) -> tuple[str, Any]:
    function = getattr(importlib.import_module(module), name)
    _limit(resource.RLIMIT_AS, _in_use() + limits.memory)
    _limit(resource.RLIMIT_CPU, limits.seconds)

    def progress(share: float, words: str) -> None:
        send(out, (TOLD, (share, words)))

    options = {"progress": progress} if "progress" in signature(function).parameters else {}
    return DONE, function(*args, **options)


def _in_use() -> int:
    """Return how many bytes of address space this process uses now, libraries included."""
    pages = int(_PAGES.read_text(encoding="ascii").split()[0]) if _PAGES.exists() else 0
    return pages * resource.getpagesize()


def _limit(kind: int, most: int) -> None:
    """Set a limit of this process, never above the one it already has."""
    _, hard = resource.getrlimit(kind)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (bound, bound))


def _end_with_the_asker() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    _main()
