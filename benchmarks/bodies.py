"""Attacks by the bodies of uploads: parts without number or end, and boundaries of any length."""

from functools import partial
from typing import Final

from benchmarks.visitor import Visitor

_LONG: Final = 20_000
_SIZE: Final = 49_000_000
_PART: Final = b'\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'


def send_body(body: bytes, kind: str, board: str) -> str:
    """Send a body as an upload, and say what the board answers."""
    visitor = Visitor(board)
    status = visitor.send(body, kind)
    visitor.close()
    return f"answered {status}"


def bodies() -> dict[str, tuple[bytes, str]]:
    """Return bodies by their names, each with the content type that it is said to be of."""
    return {
        "400,000 parts": (_parts(b"b", 400_000), _kind(b"b")),
        "a boundary of 20,000 letters": (_parts(b"b" * _LONG, 1_000), _kind(b"b" * _LONG)),
        "a part that never ends": (b"--b" + _PART + b"a," * (_SIZE // 2), _kind(b"b")),
        "almost a boundary 12 million times": (
            b"--b" + _PART + b"\r\n--" * (_SIZE // 4),
            _kind(b"b"),
        ),
        "a header of a part of 40 MB": (b"--b\r\nX: " + b"a" * 40_000_000, _kind(b"b")),
        "10,000 bodies within each other": (_nested(10_000), _kind(b"n0")),
        "no boundary": (b"a," * (_SIZE // 2), "multipart/form-data"),
    }


def _kind(boundary: bytes) -> str:
    return f"multipart/form-data; boundary={boundary.decode()}"


def _parts(boundary: bytes, count: int) -> bytes:
    part = b"--" + boundary + _PART + b"x\r\n"
    return part * count + b"--" + boundary + b"--\r\n"


def _nested(count: int) -> bytes:
    kind = b"\r\nContent-Type: multipart/mixed; boundary=n%d\r\n\r\n"
    return b"".join(b"--n%d" % at + kind % (at + 1) for at in range(count))


def sending(name: str) -> "partial[str]":
    """Return what sends one of the bodies to a board."""
    body, kind = bodies()[name]
    return partial(send_body, body, kind)
