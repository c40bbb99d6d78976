"""The options of the command line: which command takes which, and how each is explained."""

import argparse
import re
from datetime import date
from typing import Final

from openline.analysis.gaps import MIN_DAYS
from openline.analysis.method import METHOD
from openline.analysis.openings import WINDOW
from openline.analysis.survival import UNTIL
from openline.analysis.tables import TABLES, Table
from openline.record.columns import CONFIDENCES, INFERRED
from openline.record.dates import DateRange, parse_date
from openline.record.encodings import encoding_name
from openline.record.problems import short
from openline.record.values import HTTP_ADDRESS
from openline.streams import write_out
from openline.view.readers import LATEST, STEPS_BACK, TODAY, YEAR, Fault, read_since

_HELP: Final = "python -m openline status --help"
_FILE: Final = "the CSV file, or - for standard input (default: the bundled record)"
_STORE_FILE: Final = "a copy of a SQLite store (default: the store that the environment names)"
_NOTED: Final = (
    "a hash of the chain that was noted, or at least its first 12 letters; can be repeated"
)
_AS_OF: Final = "2023-10-05, latest (the record's last day; default) or today"
_SINCE: Final = f"2023-10-05, or {', '.join(STEPS_BACK)} before the as-of day (default: {YEAR})"
_NAMES: Final = {
    "--parties": "these parties, 'China; United States', or one side",
    "--level": "this level",
    "--kind": "this kind",
    "--channel": "this channel",
}
"""The options that take names, and what each one keeps."""
_CONFIDENCE: Final = "the weakest evidence that counts (default: inferred, which is every row)"
_Q: Final = "only channels with a row in which every word occurs"
_CARRY: Final = "how many days without a row make a channel unknown (default: never)"
_LIMITS: Final = {
    "--max-bytes": "refuse a larger file (default: no limit)",
    "--max-rows": "refuse a file with more rows, including empty ones (default: no limit)",
    "--max-columns": "refuse a file with more columns (default: no limit)",
}
_MIN_DAYS: Final = ("--min-days", MIN_DAYS, "the shortest silence that counts, in days")
_WINDOW: Final = ("--window", WINDOW, "how many days before the as-of day to look at")
_NUMBERS: Final = {
    **dict.fromkeys(("gaps", "unusual"), (_MIN_DAYS,)),
    **dict.fromkeys(("openings", "signs", "brief", "site"), (_MIN_DAYS, _WINDOW)),
}
"""The options of particular commands that take days: their default, and what they mean."""
_ENCODING: Final = "the file's encoding, such as utf-8 or cp1251 (default: detected from its bytes)"
_BRIEF: Final = "One view as an HTML file to email and print: it loads nothing and runs nothing."
_SITE: Final = "A folder of pages on all channels, for any web server: readable without scripts."
_FOLDER: Final = "where the site is written: an empty folder, or one of an earlier site"
_ANYWAY: Final = (
    "write even if the folder has files that no site left there; files with other names are kept"
)
_ADDRESS: Final = "where the site will be served, such as https://example.org/lines: for its feeds"
_MADE_ON: Final = "2023-10-05: the day on which the site is made (default: today)"
_OUTPUT: Final = "where the brief is written (default: -, standard output)"
_MARKING: Final = "a handling marking, printed on each sheet (default: what OPENLINE_MARKING says)"
_FORMATS: Final = ("table", "csv", "json")
_FORMAT: Final = "table for people, csv or json for programs (default: %(default)s)"
_MOST_DIGITS: Final = 15
"""A number with more digits than this is as good as no limit."""


class _Parser(argparse.ArgumentParser):
    """A parser that reports when its help cannot be written."""

    def print_help(self, file: object = None) -> None:
        """Write the help to standard output; raises `openline.streams.StreamError`."""
        write_out(self.format_help(), exact=False)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands and their options; each command takes only those it
    uses."""
    parser = _Parser(
        prog="python -m openline",
        description="Which lines between militaries are open, which are severed, and since when.",
        epilog=f"Each command explains itself: {_HELP}. The formulas are those of {METHOD}.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def added(name: str, meaning: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)
        _reading_options(command)
        return command

    check = added("check", "The problems of a record: exit status 1 if any is an error.")
    _format_option(check)
    for table in TABLES:
        command = added(table.name, table.meaning)
        _format_option(command)
        _viewing_options(command)
        _own_options(command, table)
    added("export", "The record as CSV, in the format's order of columns.")
    _brief_options(added("brief", _BRIEF))
    _site_options(added("site", _SITE))
    _store_options(commands)
    return parser


def _brief_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("-o", "--output", default="-", metavar="FILE", help=_OUTPUT)
    add("--marking", metavar="TEXT", help=_MARKING)
    _viewing_options(command)
    add("--as-of", type=_day, metavar="DAY", help=_AS_OF)
    add("--since", type=_since, default=YEAR, metavar="DAY", help=_SINCE)
    _days_options(command, "brief")


def _site_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("-o", "--output", required=True, metavar="FOLDER", help=_FOLDER)
    add("--anyway", action="store_true", help=_ANYWAY)
    add("--address", type=_address, metavar="URL", help=_ADDRESS)
    add("--marking", metavar="TEXT", help=_MARKING)
    add("--as-of", type=_day, metavar="DAY", help=_AS_OF)
    add("--since", type=_since, default=YEAR, metavar="DAY", help=_SINCE)
    names = dict.fromkeys((name.removeprefix("--") for name in _NAMES), ())
    command.set_defaults(**names, confidence=INFERRED, q="", carry=None)
    add("--today", type=_one_day, metavar="DAY", help=_MADE_ON)
    _days_options(command, "site")


def _store_options(commands: "argparse._SubParsersAction[_Parser]") -> None:
    meaning = (
        "Verify that the store has what was saved, in its rows and its files: exit status 1 if "
        "anything differs, 2 if the store cannot be read."
    )
    command = commands.add_parser("store", help=meaning, description=meaning, allow_abbrev=False)
    add = command.add_argument
    add("action", choices=("verify",), metavar="verify", help="the only action; it writes nothing")
    add("file", nargs="?", metavar="FILE", help=_STORE_FILE)
    add("--noted", action="append", default=[], type=_hash, metavar="HASH", help=_NOTED)
    add("--format", choices=_FORMATS, default="table", help=_FORMAT)


def _own_options(command: argparse.ArgumentParser, table: Table) -> None:
    add, name = command.add_argument, table.name
    if name == "compare":
        add("--from", dest="first", required=True, type=_day, metavar="D1", help="the earlier day")
        add("--to", dest="second", required=True, type=_day, metavar="D2", help="the later day")
    else:
        add("--as-of", type=_day, metavar="DAY", help=_AS_OF)
    if name == "since":
        add("--since", type=_since, default=YEAR, metavar="DAY", help=_SINCE)
    _days_options(command, name)
    if name == "openings":
        add("--closings", action="store_true", help="add what closed")
    if table.groups:
        add("--by", choices=table.groups, help="what to group the rows by")
    if name == "survival":
        add("--until", choices=UNTIL, default=UNTIL[0], help="what counts as reopened")
        add("--summary", action="store_true", help="the medians instead of the curve")


def _days_options(command: argparse.ArgumentParser, name: str) -> None:
    for option, default, what in _NUMBERS.get(name, ()):
        meaning = f"{what} (default: %(default)s)"
        command.add_argument(option, type=_whole, default=default, metavar="N", help=meaning)


def _reading_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("file", nargs="?", metavar="FILE", help=_FILE)
    add("--encoding", type=_encoding, metavar="NAME", help=_ENCODING)
    for option, what in _LIMITS.items():
        add(option, type=_whole, metavar="N", help=what)


def _viewing_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    for option, what in _NAMES.items():
        add(
            option,
            action="append",
            default=[],
            metavar="NAME",
            help=f"only {what}; can be repeated",
        )
    add("--confidence", choices=CONFIDENCES, default=INFERRED, help=_CONFIDENCE)
    add("--q", default="", metavar="WORDS", help=_Q)
    add("--carry", type=_whole, metavar="N", help=_CARRY)


def _format_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=_FORMATS, default=_FORMATS[0], help=_FORMAT)


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        quoted = short(text)
        raise argparse.ArgumentTypeError(f"{quoted!r} is not a whole number of 0 or more")
    digits = text.lstrip("0") or "0"
    return int(digits) if len(digits) <= _MOST_DIGITS else 10**_MOST_DIGITS


def _day(text: str) -> str:
    return text if text in (LATEST, TODAY) else str(_one_day(text, f", {LATEST} or {TODAY}"))


def _one_day(text: str, others: str = "") -> date:
    day = parse_date(text)
    if isinstance(day, DateRange) and text == day.text == str(day.latest):
        return day.latest
    raise argparse.ArgumentTypeError(f"{short(text)!r} is not a day; write 2023-10-05{others}")


def _address(text: str) -> str:
    if not HTTP_ADDRESS.fullmatch(text) or re.search(r"[?#]", text):
        message = f"{short(text)!r} is not the address of a folder; write https://example.org/lines"
        raise argparse.ArgumentTypeError(message)
    return text.rstrip("/")


def _since(text: str) -> str:
    read = read_since(text)
    if isinstance(read, Fault):
        raise argparse.ArgumentTypeError(f"{short(text)!r} is not a day; {read.suggestion}")
    return str(read)


def _encoding(text: str) -> str:
    encoding = encoding_name(text)
    if encoding is None:
        raise argparse.ArgumentTypeError(f"{short(text)!r} is not a known encoding")
    return encoding


def _hash(text: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{12,64}", text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a hash of 12 to 64 letters of 0-9 and a-f"
        )
    return text
