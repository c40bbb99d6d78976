"""The running board asks no other host for anything, whoever knocks."""

import os
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.browser.board import running_board

_NOTING = """
import socket

def _noting(call, address_of):
    def noted(*args, **kwargs):
        address = address_of(args)
        if address not in (None, "localhost", "127.0.0.1", "::1", "0.0.0.0", "::", ""):
            with open({log!r}, "a", encoding="utf-8") as log:
                log.write(f"{{call.__name__}} {{address}}\\n")
            raise OSError("nothing is reached from here")
        return call(*args, **kwargs)
    return noted

_host = lambda args: args[0].decode() if isinstance(args[0], bytes) else args[0]
socket.getaddrinfo = _noting(socket.getaddrinfo, _host)
socket.gethostbyname = _noting(socket.gethostbyname, _host)

class Socket(socket.socket):
    connect = _noting(
        socket.socket.connect, lambda args: args[1][0] if isinstance(args[1], tuple) else None
    )

socket.socket = Socket
"""
"""Loaded by every Python process with this on its path: notes and refuses what is asked of
other hosts."""


def test_a_foreign_page_is_refused_without_a_look_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the start nor a handshake from another site makes the board ask another host."""
    log = tmp_path / "asked.log"
    log.touch()
    (tmp_path / "sitecustomize.py").write_text(_NOTING.format(log=str(log)), encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    monkeypatch.setenv("PYTHONPATH", path)
    with running_board(tmp_path / "board.log") as address:
        stream = address.replace("http", "ws", 1) + "/_stcore/stream"
        with (
            pytest.raises(InvalidStatus, match="403"),
            connect(stream, origin=Origin("https://evil.example")),
        ):
            pass
        with connect(stream, origin=Origin(address)):
            pass
    assert log.read_text(encoding="utf-8") == ""
