"""The command line: the tables of a record, its problems, and its export."""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Final

from openline.analysis.filters import Filters, matching_parties
from openline.analysis.question import Question
from openline.analysis.tables import TABLES, Table
from openline.formats.cells import problem_frame
from openline.formats.machine import text_of
from openline.formats.terminal import counted, problem_lines, to_terminal
from openline.options import build_parser
from openline.questions import since_day
from openline.record.columns import CHANNEL, KIND, LEVEL, PARTIES
from openline.record.limits import ReadingLimits
from openline.record.names import folded
from openline.record.problems import ERROR, WARNING, Problem
from openline.record.reading import read_record
from openline.record.record import Record, record_rows
from openline.sentences.problems import beyond_words
from openline.settings import BUNDLED_FILE, SettingError, named_today
from openline.streams import StreamError, read_bytes, say, write_out
from openline.view.readers import LATEST, STEPS_BACK, TODAY, YEAR

_PIPED_WIDTH: Final = 100
_OWN: Final = ("min_days", "window", "closings", "by", "until", "summary")
"""The options that belong to particular commands."""
_PAGES: Final = ("brief", "site")
"""The commands that write pages."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0; 1 for a record with errors; 2 for bad options
    and for anything that cannot be read or written; 130 if interrupted."""
    try:
        return _run(build_parser().parse_args(arguments))
    except (_BadOptionError, SettingError, StreamError) as error:
        say(f"openline: {error}\n")
        return 2
    except KeyboardInterrupt:
        say("openline: interrupted\n")
        return 130


class _BadOptionError(Exception):
    """An option with a value that makes no sense."""


def _run(options: argparse.Namespace) -> int:
    if options.command == "store":
        return _run_store(options)
    today = getattr(options, "today", None) or named_today() or date.today()
    file = str(BUNDLED_FILE) if options.file is None else options.file
    record = read_record(
        read_bytes(file, options.max_bytes),
        today,
        ReadingLimits(options.max_bytes, options.max_rows, options.max_columns),
        encoding=options.encoding,
    )
    if options.command == "check":
        return _check(record, options.format)
    if record.has_errors:
        how = getattr(options, "format", "table")
        say(_problem_text(record.errors, how), exact=how != "table")
        say(_beyond(record))
        return 1
    if options.command == "export":
        write_out(text_of(record_rows(record), "csv"), exact=True)
        return 0
    if options.command in _PAGES:
        _write_pages(record, options, today)
        return 0
    table = next(table for table in TABLES if table.name == options.command)
    _print(table, _question(record, options, today), options.format)
    return 0


def _write_pages(record: Record, options: argparse.Namespace, today: date) -> None:
    with _board_libraries():
        from openline.page_commands import write_pages  # noqa: PLC0415 - see `_board_libraries`
    write_pages(_question(record, options, today), today, options)


def _run_store(options: argparse.Namespace) -> int:
    with _board_libraries():
        from openline.store_command import run_store  # noqa: PLC0415 - see `_board_libraries`
    return run_store(options, _width())


@contextmanager
def _board_libraries() -> Iterator[None]:
    """Say what to install if a module needs one of the board's libraries. Tables do not need them,
    and answer sooner without them."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise _BadOptionError(
            f"this command needs {error.name}, which comes with the board: "
            "pip install '.[board]' in the project's folder"
        ) from error


def _question(record: Record, options: argparse.Namespace, today: date) -> Question:
    days, as_of = None, record.latest_day(today)
    if options.command == "compare":
        first = _day(options.first, record, today)
        second = _day(options.second, record, today)
        if first >= second:
            raise _BadOptionError(f"--from {first} is not before --to {second}")
        days = (first, second)
    elif options.as_of is not None:
        as_of = _day(options.as_of, record, today)
    # A command takes only the options that it uses; the others keep their defaults.
    since: str = getattr(options, "since", YEAR)
    own = {name: getattr(options, name) for name in _OWN if hasattr(options, name)}
    return Question(
        record=record,
        as_of=as_of,
        filters=_filters(options, record),
        carry=options.carry,
        days=days,
        since=since_day(since if since in STEPS_BACK else date.fromisoformat(since), as_of),
        **own,
    )


def _print(table: Table, question: Question, how: str) -> None:
    if how != "table":
        write_out(text_of(table.answer(question), how), exact=True)
        return
    columns = table.columns(question)
    frame = table.answer_with_texts(question)
    columns_shown = [name for name in table.shown if name in columns]
    hidden = [name for name in columns if name not in columns_shown]
    write_out(to_terminal(frame, columns_shown, hidden, _width()), exact=False)


def _check(record: Record, how: str) -> int:
    status = 1 if record.has_errors else 0
    if write_out(_problem_text(record.problems, how), exact=how != "table"):
        errors, warnings = record.count(ERROR), record.count(WARNING)
        say(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}\n{_beyond(record)}")
    return status


def _beyond(record: Record) -> str:
    words = beyond_words(len(record.problems), record.beyond)
    return f"{words}\n" if words else ""


def _problem_text(problems: Sequence[Problem], how: str) -> str:
    if how == "table":
        return "".join(map(problem_lines, problems))
    return text_of(problem_frame(problems), how)


def _filters(options: argparse.Namespace, record: Record) -> Filters:
    channels = record.channels
    for name in options.parties:
        if not matching_parties(channels[PARTIES], [name]).any():
            say(f"openline: the record has no parties {name!r}\n")
    for column in (LEVEL, KIND, CHANNEL):
        names = set(channels[column].dropna().str.casefold())
        for name in getattr(options, column):
            if folded(name) not in names:
                say(f"openline: the record has no {column} {name!r}\n")
    return Filters(
        tuple(options.parties),
        tuple(options.level),
        tuple(options.kind),
        tuple(options.channel),
        options.confidence,
        q=" ".join(options.q.split()),
    )


def _day(text: str, record: Record, today: date) -> date:
    if text == LATEST:
        return record.latest_day(today)
    return today if text == TODAY else date.fromisoformat(text)


def _width() -> int:
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if is_terminal else _PIPED_WIDTH
