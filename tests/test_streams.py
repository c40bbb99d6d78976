"""Files and standard streams: each failure to read or write is reported in one sentence."""

import io
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from openline.settings import BUNDLED_FILE
from openline.streams import StreamError, read_bytes, say, write_out

_FULL = Path("/dev/full")
_BOTH = "import sys; from openline.cli import main; path = sys.argv[1]; \
main(['export', path]); print('--', flush=True); main(['status', path])"
"""One process for two commands, as each process takes most of a second to start."""
_FAULTY = "channel,date,state\nC,2020-13-01,shut\n"


def _shell(command: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Run a shell line in which `openline` stands for the command line."""
    line = f'openline() {{ "{sys.executable}" -m openline "$@"; }}; {command}'
    return subprocess.run(
        ["/bin/bash", "-c", line],
        cwd=BUNDLED_FILE.parent.parent,
        env={**os.environ, "OPENLINE_TODAY": "2026-11-25", **environment},
        capture_output=True,
        check=False,
    )


def test_a_file_is_read_up_to_one_byte_beyond_the_limit(tmp_path: Path) -> None:
    """No more is read than is needed to show that a file is too large."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 100)
    assert read_bytes(str(path)) == b"x" * 100
    assert read_bytes(str(path), 10) == b"x" * 11


@pytest.mark.parametrize("name", ["", ".", "no such file", "a\0b"])
def test_what_cannot_be_read_says_why(name: str) -> None:
    """A name without a file, an empty name and a folder are reported by name."""
    with pytest.raises(StreamError, match=r"cannot read .*: \w"):
        read_bytes(name)


def test_closed_streams_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed stream cannot be read or written; if standard error is closed, nothing is
    reported."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    with pytest.raises(StreamError, match="standard input: it is closed"):
        read_bytes("-")
    with pytest.raises(StreamError, match="standard output: it is closed"):
        write_out("text", exact=True)
    say("text")


class _Piecemeal(io.BytesIO):
    """A stream that accepts three bytes at a time."""

    def write(self, data: Any) -> int:
        return super().write(bytes(data)[:3])


@pytest.mark.parametrize(
    ("exact", "written"), [(True, "서해선 – é".encode()), (False, "??? – é".encode("cp1252"))]
)
def test_text_is_written_whole(
    exact: bool, written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text for programs is UTF-8 whatever the locale; a terminal gets `?` for characters that it
    lacks. A stream that accepts only a part is given the rest."""
    taken = _Piecemeal()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(taken, encoding="cp1252"))
    assert write_out("서해선 – é", exact=exact)
    assert taken.getvalue() == written


def test_text_can_be_taken_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of text without a buffer of bytes takes the text unchanged."""
    taken = io.StringIO()
    monkeypatch.setattr(sys, "stdout", taken)
    assert write_out("서해선", exact=True)
    assert taken.getvalue() == "서해선"


@pytest.mark.skipif(not _FULL.exists(), reason="only Linux has a device that is always full")
def test_streams_that_are_closed_or_full_end_with_2(tmp_path: Path) -> None:
    """Each gives one sentence, on one line, on standard error."""
    path = tmp_path / "faulty.csv"
    path.write_text(_FAULTY, encoding="utf-8")
    for command, words in (
        ("status - <&-", "cannot read standard input: it is closed"),
        ("status >&-", "cannot write to standard output: it is closed"),
        (f"check {path} > /dev/full", "cannot write to standard output: No space left on device"),
        ("export > /dev/full", "cannot write to standard output: No space left on device"),
        ("--help > /dev/full", "cannot write to standard output: No space left on device"),
    ):
        done = _shell(f"openline {command}")
        assert (done.returncode, done.stderr.decode()) == (2, f"openline: {words}\n"), command


def test_a_reader_that_stops_early_is_no_failure(tmp_path: Path) -> None:
    """Nothing is printed, and the status is the command's own: 1 for a record with errors."""
    path = tmp_path / "faulty.csv"
    path.write_text("channel,date,state\n" + "C,2020-13-01,shut\n" * 3_000, encoding="utf-8")
    gone = f"{sys.executable} -c 'import os; os.close(0)'"
    done = _shell(f"openline observations | {gone}; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == (b"0\n", b"")
    done = _shell(f"openline check {path} | {gone}; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == (b"1\n", b"")


def test_an_interrupted_command_ends_with_130(tmp_path: Path) -> None:
    """A command interrupted while it waits for its file says so in one sentence."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    running = subprocess.Popen(
        [sys.executable, "-m", "openline", "status", str(path)],
        cwd=BUNDLED_FILE.parent.parent,
        stderr=subprocess.PIPE,
        # Commands in a shell's background ignore interrupts, and so would this one.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - as said
    )
    with path.open("wb"):  # returns once the command has opened it for reading
        running.send_signal(signal.SIGINT)
        _, told = running.communicate()
    assert (running.returncode, told) == (130, b"openline: interrupted\n")


def test_what_is_read_again_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    """Formats for programs are UTF-8 even if the locale has another encoding or only ASCII."""
    path = tmp_path / "korean.csv"
    path.write_text("channel,date,state\n서해선,2020-01-01,open\n", encoding="utf-8")
    plain = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for environment in ({"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "cp949"}, plain):
        done = _shell(f'"{sys.executable}" -c "{_BOTH}" {path}', **environment)
        exported, _, shown = done.stdout.partition(b"--")
        assert "서해선" in exported.decode(), done.stderr
        lacks = environment.get("PYTHONIOENCODING") != "cp949"
        assert ("???" if lacks else "서해선").encode("cp949") in shown, done.stderr
