"""The code blocks of the documents, and the way to try each kind of line in them."""

import io
import re
import shlex
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from openline.cli import main

__all__ = ["ROOT", "Block", "Done", "blocks", "run_code", "run_line"]

ROOT: Final = Path(__file__).parents[1]
_FENCE: Final = re.compile(r"^```(\S*)[ ]?(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A code block: its language, the name of the file to save it as, "" for none, and its text."""

    language: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The result of a command: its exit status and its output."""

    status: int
    stdout: str = ""
    stderr: str = ""


def blocks(document: str) -> list[Block]:
    """Return the code blocks of a document, named from the project's folder, in order."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return [Block(*found) for found in _FENCE.findall(text)]


def run_line(line: str, folder: Path) -> Done:
    """Try one command of a document in a folder; comments are left out.

    Commands of Openline run unchanged. `make` only says what it would do. Commands that set up an
    environment or start the board do not run, but the files that they name must exist.
    """
    words = shlex.split(line, comments=True)
    while words and re.fullmatch(r"OPENLINE_[A-Z]+=\S*", words[0]):
        words = words[1:]
    program = Path(words[0]).name
    if words[:3] == ["python", "-m", "openline"]:
        return _answer(words[3:], folder)
    if program == "make":
        words = ["make", "--dry-run", *words[1:]]
        return Done(subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode)
    assert program in {"curl", "python3", "pip", "streamlit"}, f"no way to try: {line}"
    named = [word for word in words[1:] if Path(word).suffix in {".py", ".txt"}]
    assert [name for name in named if not (ROOT / name).is_file()] == []
    return Done(0)


def run_code(code: str, names: dict[str, object], folder: Path) -> str:
    """Run code of a document in a folder and return its output; `names` holds its variables, for
    the code after it."""
    out = io.StringIO()
    with chdir(folder), redirect_stdout(out):
        exec(code, names)  # noqa: S102 - the project's own documents
    return out.getvalue()


def _answer(arguments: list[str], folder: Path) -> Done:
    out, err = io.StringIO(newline=""), io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        status = main(arguments)
    return Done(status, out.getvalue().replace("\r\n", "\n"), err.getvalue())
