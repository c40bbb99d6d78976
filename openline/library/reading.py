"""Reading a file in a script: a record, or an error that says what to fix."""

from collections.abc import Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Final

from openline.library.record import Record
from openline.record.problems import Problem
from openline.record.reading import read_record
from openline.record.record import Record as CheckedRecord
from openline.settings import BUNDLED_FILE, named_today

_MOST_NAMED: Final = 5
_SMALL_FILES: Final = Path(__file__).parents[1] / "intake" / "examples"


class RecordError(ValueError):
    """A file with errors. Its message names the first ones by line; `problems` are all that were
    found, warnings included, with the same words as the page Records."""

    def __init__(self, name: str, record: CheckedRecord) -> None:
        errors = record.errors
        more = record.count("error") - min(len(errors), _MOST_NAMED)
        lines = [_line(item) for item in errors[:_MOST_NAMED]]
        rest = [f"… and {more:,} more error{'' if more == 1 else 's'}"] if more else []
        super().__init__("\n".join([f"{name} has errors:", *lines, *rest]))
        self.problems: Sequence[Problem] = record.problems


def read(
    source: str | PathLike[str] | bytes,
    *,
    encoding: str | None = None,
    today: str | date | None = None,
) -> Record:
    """Return the record of a CSV file: a path, or the file's bytes.

    `encoding` is the file's, found from its bytes by default. `today` decides which dates are in
    the future, and what the as-of day `today` is; by default it is today, or the day
    that OPENLINE_TODAY names. Raises `RecordError` for a file with errors, and
    FileNotFoundError where there is none; a file with only warnings is read, and has them in
    `problems`.
    """
    name = "The file" if isinstance(source, bytes) else Path(source).name
    data = source if isinstance(source, bytes) else _bytes_of(Path(source))
    day = date.fromisoformat(today) if isinstance(today, str) else today
    day = day or named_today() or date.today()
    record = read_record(data, day, encoding=encoding)
    if record.has_errors:
        raise RecordError(name, record)
    return Record(name, record, day)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        words = f"There is no file {path} in {Path.cwd()}. Give its path, or its content as bytes."
        raise FileNotFoundError(words) from None


def examples() -> dict[str, Path]:
    """Return the files that come with Openline, by their names: `channels` is the bundled record,
    the others are small files in each form that can be read."""
    return {path.stem: path for path in [BUNDLED_FILE, *sorted(_SMALL_FILES.iterdir())]}


def _line(item: Problem) -> str:
    where = ", ".join(filter(None, [f"line {item.line:,}" if item.line else "", item.column]))
    return f"  {where}: {item.message} {item.suggestion}" if where else f"  {item.message}"
