"""What the command line reads and writes: files, and standard streams that may be closed, full, or
in another encoding."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Final, TextIO

_STDIN: Final = "-"
_UTF8: Final = "utf-8"


class StreamError(Exception):
    """Something that cannot be read or written, and why, as part of a sentence."""


def read_bytes(file: str, most: int | None = None) -> bytes:
    """Return the bytes of a file, or of standard input for `-`; at most one more than `most`.

    Raises `StreamError` if they cannot be read.
    """
    what = "standard input" if file == _STDIN else repr(file)
    limit = -1 if most is None else most + 1
    try:
        if file != _STDIN:
            with open(file, "rb") as source:
                return source.read(limit)
        if sys.stdin is None:
            raise StreamError(f"cannot read {what}: it is closed")
        return sys.stdin.buffer.read(limit)
    except (OSError, ValueError) as error:
        raise StreamError(f"cannot read {what}: {_reason(error)}") from error


def write_out(text: str, *, exact: bool) -> bool:
    """Write text to standard output, and tell whether its reader is still there; a reader that
    stops early is not a failure.

    Text to be read again by a program is `exact`: UTF-8 whatever the locale. Other text shows `?`
    for what the terminal lacks. Raises `StreamError` if it cannot be written.
    """
    if sys.stdout is None:
        raise StreamError("cannot write to standard output: it is closed")
    try:
        _write(text, sys.stdout, exact=exact)
    except BrokenPipeError:
        quietly(sys.stdout)
        return False
    except (OSError, ValueError) as error:
        quietly(sys.stdout)
        raise StreamError(f"cannot write to standard output: {_reason(error)}") from error
    return True


def write_file(text: str, path: str) -> None:
    """Write text to a file, as UTF-8; raises `StreamError` if that fails."""
    try:
        Path(path).write_text(text, encoding=_UTF8, errors="replace", newline="\n")
    except (OSError, ValueError) as error:
        raise StreamError(f"cannot write to {path}: {_reason(error)}") from error


def say(text: str, *, exact: bool = False) -> None:
    """Write text to standard error; if that fails, there is nobody left to tell."""
    if sys.stderr is None:
        return
    try:
        _write(text, sys.stderr, exact=exact)
    except (OSError, ValueError):
        quietly(sys.stderr)


def quietly(stream: TextIO) -> None:
    """Discard the rest of a stream, so that closing it does not cause a second failure."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _write(text: str, stream: TextIO, *, exact: bool) -> None:
    buffer = getattr(stream, "buffer", None)
    if buffer is None:  # a text stream held in memory has no bytes
        stream.write(text)
        return
    encoding = _UTF8 if exact else stream.encoding or _UTF8
    data = memoryview(text.encode(encoding, "replace"))
    stream.flush()
    while data:  # an unbuffered stream may accept only a part
        data = data[buffer.write(data) :]
    stream.flush()


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
