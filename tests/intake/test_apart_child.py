"""The messages between a process and whoever asked for its work."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from openline.intake.apart_child import ApartLimits, next_message, send

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("message", [None, ("told", (0.5, "Reading")), b"\x00" * 100_000])
def test_a_message_is_read_as_it_was_sent(message: object) -> None:
    """Two messages in a row come back as they were, and then there is none."""
    stream = io.BytesIO()
    send(stream, message)
    send(stream, ("done", 1))
    stream.seek(0)
    assert [next_message(stream) for _ in range(3)] == [message, ("done", 1), None]


def test_a_message_that_breaks_off_is_none() -> None:
    """The end of a process in the middle of a message is the end."""
    stream = io.BytesIO()
    send(stream, "a message")
    assert next_message(io.BytesIO(stream.getvalue()[:-1])) is None


def test_a_process_ends_with_whoever_asked(tmp_path: Path) -> None:
    """Where the asker's end of the pipe is closed, as by its death, the process ends."""
    mark = tmp_path / "process"
    os.mkfifo(mark)
    command = [sys.executable, "-m", "openline.intake.apart_child"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        call = ("tests.intake.apart_calls", "leave_a_mark", (str(mark),), ApartLimits())
        send(process.stdin, call)
        assert mark.read_text(encoding="ascii") == str(process.pid)
        process.stdin.close()
        assert process.wait(20) == 1
