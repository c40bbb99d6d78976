"""The log of the store: one line of JSON for each thing that was done, refused or failed.

Lines are ASCII, and whatever a person typed is escaped, so that nobody can forge a line. The
logger is `openline.store`; the program that sets up logging decides where its lines go.
"""

import json
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

from openline.record.problems import Problem
from openline.store.problems import StoreError
from openline.store.revisions import Revision

_T = TypeVar("_T")
_LOG: Final = logging.getLogger("openline.store")
_FIELDS: Final = "store"
"""The attribute of a log entry that carries its fields."""
_MOST: Final = 200
"""The most characters written of anything typed, or of a cause."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is about to be done: the action, the record and who does it, both as typed, and the
    client's address, None if it is not known."""

    action: str
    record: str | None = None
    who: str | None = None
    address: str | None = None


class Lines(logging.Formatter):
    """Formatter that writes each log entry as one line of JSON, beginning with the time in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields = getattr(record, _FIELDS, None) or {"message": record.getMessage()}
        line = {"time": moment, "level": record.levelname.lower(), **fields}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line)


def start_log() -> None:
    """Send the lines to standard error, unless logging is already set up."""
    _LOG.setLevel(logging.INFO)
    if not _LOG.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(Lines())
        _LOG.addHandler(handler)
        _LOG.propagate = False


def logged(entry: Entry, work: Callable[[], _T]) -> _T:
    """Do work and return its result, and log one line on the outcome, whatever it is."""
    begun = time.perf_counter()

    def tell_failure(_kind: object, error: BaseException | None, _trace: object) -> None:
        if error is not None:
            _write(entry, begun, _failure(error))

    with ExitStack() as work_ends:
        work_ends.push(tell_failure)
        result = work()
    _write(entry, begun, _outcome(result))
    return result


def _failure(error: BaseException) -> Mapping[str, object]:
    if isinstance(error, StoreError):
        return _problem_fields(error.problem, error.__cause__)
    return {"outcome": "failed", "code": "error", "cause": _cause(error)}


def log_failure(entry: Entry, error: StoreError) -> None:
    """Log that something could not be done or read, without its time, which is too short to
    matter."""
    _write(entry, time.perf_counter(), _problem_fields(error.problem, error.__cause__))


def log_answers(problem: Problem | None) -> None:
    """Log that the store has stopped listing its records, or lists them again."""
    entry = Entry("list")
    fields = {"outcome": "done"} if problem is None else _problem_fields(problem, None)
    _write(entry, time.perf_counter(), fields)


def log_warning(line: Mapping[str, object]) -> None:
    """Log a line as a warning."""
    _say(logging.WARNING, line)


def _say(level: int, line: Mapping[str, object]) -> None:
    _LOG.log(level, "%s", json.dumps(line), extra={_FIELDS: line})


def _write(entry: Entry, begun: float, fields: Mapping[str, object]) -> None:
    level = {"refused": logging.WARNING, "failed": logging.ERROR}.get(str(fields["outcome"]))
    line = {
        "action": entry.action,
        "record": _short(entry.record),
        "revision": None,
        "who": _short(entry.who),
        "address": _short(entry.address),
        **fields,
        "ms": round((time.perf_counter() - begun) * 1000, 1),
    }
    _say(level or logging.INFO, line)


def _outcome(result: object) -> dict[str, object]:
    if not isinstance(result, Revision):
        return {"outcome": "done"}
    outcome = "already saved" if result.already_saved else "done"
    return {"revision": result.number, "outcome": outcome, "chain": result.chain}


def _problem_fields(problem: Problem, cause: BaseException | None) -> dict[str, object]:
    """Return the fields of a refusal (the store was asked for something it does not do) or of a
    failure."""
    failed = problem.code.startswith("store-") and problem.code != "store-quota"
    fields: dict[str, object] = {"outcome": "failed" if failed else "refused", "code": problem.code}
    return {**fields, "cause": _cause(cause)} if failed and cause is not None else fields


def _cause(error: BaseException) -> str | None:
    """Return what a database or the system said, without the statement and its bytes."""
    said = getattr(error, "orig", None) or error
    return _short(f"{type(said).__name__}: {said}")


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= _MOST else f"{text[:_MOST]}…"
