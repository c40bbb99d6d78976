"""The command line: the tables of a record, its problems, and its export."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from openline.analysis.evidence import Filters, gather, matching_parties
from openline.analysis.survival import UNTIL
from openline.analysis.tables import TABLES, Question, Table
from openline.formats.machine import to_csv, to_json
from openline.formats.terminal import plain_line, to_terminal
from openline.options import build_parser
from openline.record.columns import CHANNEL, KIND, LEVEL, PARTIES
from openline.record.dates import DateRange, parse_date
from openline.record.names import folded
from openline.record.problems import PROBLEM_FIELDS, Problem
from openline.record.reading import read_record
from openline.record.record import Record
from openline.record.writing import record_rows
from openline.settings import BUNDLED_FILE, SettingError, named_today
from openline.store_command import run_store

__all__ = ["main"]

_PIPED_WIDTH: Final = 100


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 for a record with errors, 2 for bad
    options."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except _BadOptionError as error:
        parser.exit(2, f"openline: {error}\n")
    except BrokenPipeError:
        # The reader of a pipe has gone: the rest goes nowhere, and that is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


class _BadOptionError(Exception):
    """An option whose value makes no sense."""


def _run(options: argparse.Namespace) -> int:
    if options.command == "store":
        return run_store(options, _width())
    today = _today()
    record = read_record(
        _bytes(options.file), today, max_bytes=options.max_bytes, max_rows=options.max_rows
    )
    as_of = _day(options.as_of, record, today, "--as-of")
    if options.command == "check":
        return _check(record, options)
    if record.has_errors:
        _say(_problem_text(record.errors, options))
        return 1
    filters = _filters(options, record)
    if options.command == "export":
        return _export(record, filters, options, as_of if options.as_of else date.max)
    table = next(table for table in TABLES if table.name == options.command)
    question = _question(record, filters, options, today, as_of)
    _print(table, question, options)
    return 0


def _question(
    record: Record, filters: Filters, options: argparse.Namespace, today: date, as_of: date
) -> Question:
    days = None
    if options.command == "compare":
        first = _day(options.first, record, today, "--from")
        second = _day(options.second, record, today, "--to")
        if first >= second:
            raise _BadOptionError(f"--from {first} is not before --to {second}")
        days = (first, second)
    return Question(
        record=record,
        as_of=as_of,
        filters=filters,
        carry=options.carry,
        min_days=options.min_days,
        window=options.window,
        closings=getattr(options, "closings", False),
        by=getattr(options, "by", None),
        until=getattr(options, "until", UNTIL[0]),
        summary=getattr(options, "summary", False),
        days=days,
    )


def _print(table: Table, question: Question, options: argparse.Namespace) -> None:
    if options.format != "table":
        answer = table.answer(question)
        sys.stdout.write(to_json(answer) if options.format == "json" else to_csv(answer))
        return
    columns = table.columns(question)
    frame = table.answer_with_texts(question)
    shown = [name for name in table.shown if name in columns]
    hidden = [name for name in columns if name not in shown]
    sys.stdout.write(to_terminal(frame, shown, hidden, _width()))


def _check(record: Record, options: argparse.Namespace) -> int:
    sys.stdout.write(_problem_text(record.problems, options))
    errors = len(record.errors)
    warnings = len(record.problems) - errors
    _say(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}\n")
    return 1 if errors else 0


def _problem_text(problems: Sequence[Problem], options: argparse.Namespace) -> str:
    if options.format == "table":
        return "".join(map(_told, problems))
    rows = [[getattr(item, name) for name in PROBLEM_FIELDS] for item in problems]
    frame = pd.DataFrame(rows, columns=list(PROBLEM_FIELDS)).astype({"line": "Int64"})
    return to_json(frame) if options.format == "json" else to_csv(frame)


def _told(item: Problem) -> str:
    """One problem in two lines: where and what, then how to mend it."""
    line = f"line {item.line:,}" if item.line else ""
    place = ", ".join(part for part in (line, item.column) if part)
    where = f"{item.severity}, {place}" if place else item.severity
    return f"{plain_line(where)}: {plain_line(item.message)}\n    {plain_line(item.suggestion)}\n"


def _export(record: Record, filters: Filters, options: argparse.Namespace, as_of: date) -> int:
    rows = gather(record, as_of, filters).observations
    frame = record_rows(record, rows)
    sys.stdout.write(to_json(frame) if options.format == "json" else to_csv(frame))
    return 0


def _filters(options: argparse.Namespace, record: Record) -> Filters:
    channels = record.channels
    for name in options.parties:
        if not matching_parties(channels[PARTIES], [name]).any():
            _say(f"openline: the record has no parties {name!r}\n")
    for column in (LEVEL, KIND, CHANNEL):
        known = set(channels[column].dropna().str.casefold())
        for name in getattr(options, column):
            if folded(name) not in known:
                _say(f"openline: the record has no {column} {name!r}\n")
    return Filters(
        tuple(options.parties),
        tuple(options.level),
        tuple(options.kind),
        tuple(options.channel),
        options.confidence,
    )


def _day(text: str | None, record: Record, today: date, option: str) -> date:
    if text is None or text == "latest":
        return record.latest_day(today)
    if text == "today":
        return today
    day = parse_date(text)
    if not isinstance(day, DateRange) or day.text != text or day.earliest != day.latest:
        raise _BadOptionError(f"{option} {text!r} is no day; write 2023-10-05, latest or today")
    return day.earliest


def _today() -> date:
    try:
        return named_today() or date.today()
    except SettingError as error:
        raise _BadOptionError(str(error)) from error


def _bytes(file: str | None) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file or BUNDLED_FILE).read_bytes()
    except OSError as error:
        raise _BadOptionError(f"cannot read {file}: {error.strerror}") from error


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED_WIDTH


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _say(text: str) -> None:
    sys.stderr.write(text)
