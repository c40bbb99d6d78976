"""The options of the command line: what each command takes, and how it is explained."""

import argparse
import re
from typing import Final

from openline.analysis.gaps import MIN_DAYS
from openline.analysis.method import METHOD
from openline.analysis.openings import WINDOW
from openline.analysis.survival import UNTIL
from openline.analysis.tables import TABLES
from openline.record.columns import CONFIDENCES, INFERRED

__all__ = ["build_parser"]

_HELP: Final = "python -m openline status --help"
_FILE: Final = "the CSV file, - for standard input (default: the bundled record)"
_STORE_FILE: Final = "a copy of a SQLite store (default: the store that the environment names)"
_NOTED: Final = "a hash of the chain that was noted, or its first 12 letters at least; repeatable"
_AS_OF: Final = "2023-10-05, latest (the record's last day; default) or today"
_NAMES: Final = {
    "--parties": "the parties, 'China; United States', or one side",
    "--level": "the level",
    "--kind": "the kind",
    "--channel": "the channel",
}
"""The options that take names, and what each leaves."""
_CONFIDENCE: Final = "the weakest rows that count (default: inferred, all of them)"
_NUMBERS: Final[dict[str, tuple[int | None, str]]] = {
    "--carry": (None, "days after its latest row from which a channel is unknown (default: never)"),
    "--min-days": (MIN_DAYS, "days from which a silence counts (default: %(default)s)"),
    "--window": (
        WINDOW,
        "days before the as-of day that openings are listed for (default: %(default)s)",
    ),
    "--max-bytes": (None, "refuse a larger file (default: no limit)"),
    "--max-rows": (None, "refuse more rows (default: no limit)"),
}
"""The options that take a whole number: the default, and what it means."""
_FORMATS: Final = ("table", "csv", "json")
_FORMAT: Final = "table for people, csv or json for programs (default: %(default)s)"


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands and their options."""
    parser = argparse.ArgumentParser(
        prog="python -m openline",
        description="Which lines between militaries are open, which are severed, since when.",
        epilog=f"Each command explains itself: {_HELP}. The formulas are of {METHOD}.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, meaning, groups in (
        ("check", "The problems of a record: exit status 1 if any is an error.", ()),
        *((table.name, table.meaning, table.groups) for table in TABLES),
        ("export", "The record as CSV, in the format's order of columns.", ()),
    ):
        command = commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)
        _shared_options(command, "csv" if name == "export" else "table")
        if groups:
            command.add_argument("--by", choices=groups, help="one group of rows for each")
        _own_options(command, name)
    _store_options(commands)
    return parser


def _store_options(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    meaning = (
        "Verify that the store has what was saved, in its rows and its files: exit status 1 if "
        "anything differs, 2 if the store cannot be read."
    )
    command = commands.add_parser("store", help=meaning, description=meaning, allow_abbrev=False)
    add = command.add_argument
    add("action", choices=("verify",), metavar="verify", help="what is done: nothing is written")
    add("file", nargs="?", metavar="FILE", help=_STORE_FILE)
    add("--noted", action="append", default=[], type=_hash, metavar="HASH", help=_NOTED)
    add("--format", choices=_FORMATS, default="table", help=_FORMAT)


def _own_options(command: argparse.ArgumentParser, name: str) -> None:
    add = command.add_argument
    if name == "openings":
        add("--closings", action="store_true", help="add what closed")
    if name == "survival":
        add("--until", choices=UNTIL, default=UNTIL[0], help="what counts as reopened")
        add("--summary", action="store_true", help="the medians instead of the curve")
    if name == "compare":
        add("--from", dest="first", metavar="D1", required=True, help="the earlier day")
        add("--to", dest="second", metavar="D2", required=True, help="the later day")


def _shared_options(command: argparse.ArgumentParser, default_format: str) -> None:
    add = command.add_argument
    add("file", nargs="?", metavar="FILE", help=_FILE)
    add("--as-of", metavar="DAY", help=_AS_OF)
    for option, what in _NAMES.items():
        add(option, action="append", default=[], metavar="NAME", help=f"only {what}; repeat for or")
    add("--confidence", choices=CONFIDENCES, default=INFERRED, help=_CONFIDENCE)
    for option, (default, what) in _NUMBERS.items():
        add(option, type=_whole, default=default, metavar="N", help=what)
    add("--format", choices=_FORMATS, default=default_format, help=_FORMAT)


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of at least 0")
    return int(text)


def _hash(text: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{12,64}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no hash of 12 to 64 letters of 0-9 and a-f")
    return text
