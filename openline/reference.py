"""The reference pages, printed by `make docs` from the tables that drive the code."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from openline.analysis.tables import TABLES
from openline.formats.terminal import problem_lines
from openline.options import build_parser
from openline.record.columns import COLUMNS
from openline.record.hidden import visible
from openline.record.problems import PROBLEM_KINDS, ProblemKind
from openline.record.reading import read_record
from openline.sentences.glossary import GLOSSARY, Chapter
from openline.store.problems import STORE_PROBLEMS
from openline.view.parameters import PARAMETERS
from openline.view.view import VIEW_PROBLEM_KINDS

_TODAY: Final = date(2026, 11, 25)
_DOCS: Final = Path(__file__).parent.parent / "docs" / "reference"
_NOTE: Final = "*Printed from the code by `make docs`; do not edit.*"


def main() -> None:
    """Write every reference page."""
    _DOCS.mkdir(parents=True, exist_ok=True)
    for name, render in REFERENCES.items():
        (_DOCS / name).write_text(render(), encoding="utf-8")
        sys.stdout.write(f"docs/reference/{name}\n")


def _columns() -> str:
    rows = [
        (f"`{column.name}`", "yes" if column.needed else "no", column.values, column.meaning)
        for column in COLUMNS
    ]
    return _page("Columns of a record", _table(("column", "needed", "values", "meaning"), rows))


def _problems() -> str:
    examples = "\n".join(
        f"### `{code}`\n\n{_example(kind.example)}"
        for code, kind in PROBLEM_KINDS.items()
        if kind.example is not None
    )
    examples = f"## Examples\n\nOf each file, and what `check` says of it.\n\n{examples}"
    address = f"## Problems of an address\n\n{_kinds(VIEW_PROBLEM_KINDS)}"
    store = f"## Problems of the store\n\n{_kinds(STORE_PROBLEMS)}"
    return _page("Problems of a record", f"{_kinds(PROBLEM_KINDS)}\n{examples}\n{address}\n{store}")


def _example(text: str) -> str:
    problems = read_record(f"{text}\n".encode(), _TODAY).problems
    said = "".join(map(problem_lines, problems))
    return f"```csv\n{visible(text)}\n```\n```text\n{said}```\n"


def _kinds(kinds: Mapping[str, ProblemKind]) -> str:
    rows = [(f"`{code}`", kind.severity, kind.meaning) for code, kind in kinds.items()]
    return _table(("code", "severity", "meaning"), rows)


def _parameters() -> str:
    rows = [
        (f"`{item.name}`", item.values, "yes" if item.repeated else "no", item.meaning)
        for item in PARAMETERS
    ]
    heads = ("parameter", "values", "repeats", "meaning")
    return _page("Parameters of an address", _table(heads, rows))


def _commands() -> str:
    parser = build_parser()
    parts = [
        f"## {name}\n\n{command.description}\n\n{_table(('option', 'meaning'), _options(command))}"
        for name, command in _subcommands(parser).items()
    ]
    return _page("Commands", "\n".join([f"`{parser.prog} COMMAND [FILE] [options]`\n", *parts]))


def _subcommands(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    parsers: dict[str, argparse.ArgumentParser] = {}
    for group in parser._actions:  # noqa: SLF001 - argparse has no public way to list its commands
        if isinstance(group, argparse._SubParsersAction):  # noqa: SLF001 - as above
            parsers.update(group.choices)
    return parsers


def _options(command: argparse.ArgumentParser) -> Iterable[tuple[str, str]]:
    for action in command._actions:  # noqa: SLF001 - argparse has no public way to list its options
        name = action.option_strings[-1] if action.option_strings else str(action.metavar)
        value = "" if action.nargs == 0 or not action.option_strings else _value(action)
        meaning = (action.help or "") % {"default": action.default}
        yield f"`{name}{value}`", meaning


def _value(action: argparse.Action) -> str:
    words = [str(choice) for choice in action.choices or ()]
    return f" {'|'.join(words) or action.metavar}"


def _tables() -> str:
    rows = [(f"`{table.name}`", table.meaning) for table in TABLES]
    return _page("Derived tables", _table(("table", "meaning"), rows))


def _glossary() -> str:
    return _page("Glossary", "\n".join(map(_words, GLOSSARY)))


def _words(chapter: Chapter) -> str:
    rows = [(f"**{term.word}**", term.meaning) for term in chapter.terms]
    return f"## {chapter.title}\n\n{_table(('word', 'meaning'), rows)}"


def _page(title: str, body: str) -> str:
    return f"# {title}\n\n{_NOTE}\n\n{body}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines
    )


REFERENCES: Final[Mapping[str, Callable[[], str]]] = {
    "columns.md": _columns,
    "commands.md": _commands,
    "glossary.md": _glossary,
    "parameters.md": _parameters,
    "problems.md": _problems,
    "tables.md": _tables,
}
"""The reference pages: each file's name, and the function that prints it."""

if __name__ == "__main__":
    main()
