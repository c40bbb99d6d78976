"""The problems of a file: causes first, grouped by kind and column; and one by one as CSV."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import pandas as pd

from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import NOTHING, Markup, escape, tag
from openline.record.problems import ERROR, PROBLEM_FIELDS, Problem, short
from openline.sentences.runs import count
from openline.ui.controls.csv_file import to_download
from openline.ui.records.check import is_own_word

_MOST_GROUPS: Final = 60
_MOST_LINES: Final = 6
_MOST_VALUES: Final = 4
_MOST_CHARACTERS: Final = 48
_MOST_SUGGESTIONS: Final = 3
_CAUSES: Final = frozenset({"column-missing", "column-repeated", "date-and-start"})
"""Problems of the header that can cause problems of rows."""
_ABOVE: Final = "Choose what it means, above.", "Choose which column it is, above."
_HEADS: Final = ("", "Column", "Lines", "What is wrong", "What to do")


class ProblemGroup(NamedTuple):
    """The problems of one kind in one column: their number, the first lines in words, the values,
    the message (one per line if they differ), and the suggestion for all of them or for each of
    the first values."""

    severity: str
    code: str
    column: str
    number: int
    lines: str
    values: tuple[str, ...]
    message: str
    suggestion: str


def grouped_problems(problems: Sequence[Problem]) -> list[ProblemGroup]:
    """Return the problems grouped by kind and column, errors first, then the largest groups."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for item in problems:
        groups.setdefault((item.severity, item.code, item.column or ""), []).append(item)
    rows = [
        ProblemGroup(
            *key, len(same), _lines(same), _values(same), _message(same), _suggestion(same)
        )
        for key, same in groups.items()
    ]
    return sorted(rows, key=lambda row: (row.severity != ERROR, -row.number))


def asked_above(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems for display below the questions that settle them: the only suggestion is to
    answer these."""
    return tuple(
        replace(item, suggestion=_ABOVE[item.code == "column-missing"])
        if item.code == "column-missing" or is_own_word(item)
        else item
        for item in problems
    )


def cause_and_effect(
    problems: Sequence[Problem],
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems that come first, and those that may follow from them: if the header is
    faulty, all those of rows; otherwise none."""
    if not any(item.code in _CAUSES for item in problems):
        return tuple(problems), ()
    is_first = [item.code in _CAUSES or item.line is None for item in problems]
    return (
        tuple(item for item, first in zip(problems, is_first, strict=True) if first),
        tuple(item for item, first in zip(problems, is_first, strict=True) if not first),
    )


def wrong_html(problems: Sequence[Problem], cause: str = "") -> Markup:
    """Return the problems of a file, with those that may follow from others folded.

    `cause` says where they all come from, if that is known.
    """
    first, rest = ((), tuple(problems)) if cause else cause_and_effect(problems)
    listed = tag("p", cause, "ol-cause") if cause else problems_html(grouped_problems(first))
    if not rest:
        return listed
    words = f"{count(len(rest), 'problem')} will probably disappear once the header is fixed"
    table = problems_html(grouped_problems(rest))
    return listed + tag("details", (tag("summary", words), table), "ol-effects")


def problems_html(groups: Sequence[ProblemGroup]) -> Markup:
    """Return grouped problems as a table."""
    table = table_of(heads_of(_HEADS), map(_row, groups[:_MOST_GROUPS]), "ol-problems")
    more = len(groups) - _MOST_GROUPS
    if more > 0:
        words = f"and {count(more, 'further kind')} in other columns; the CSV has them all."
        table += tag("p", words, "ol-how")
    return table


def problems_csv(problems: Sequence[Problem]) -> bytes:
    """Return all problems, one per line, as CSV for a spreadsheet."""
    rows = [[getattr(item, name) for name in PROBLEM_FIELDS] for item in problems]
    frame = pd.DataFrame(rows, columns=list(PROBLEM_FIELDS), dtype=object)
    return to_download(frame.assign(line=frame["line"].astype("Int64")))


def _row(group: ProblemGroup) -> Markup:
    style = "ol-strong" if group.severity == ERROR else "ol-muted"
    wrong = escape(group.message)
    if group.number > 1 and group.values:
        wrong += tag("div", f"Found: {', '.join(group.values)}", "ol-muted ol-source")
    cells = (
        tag("span", count(group.number, group.severity), f"{style} ol-one-line"),
        tag("code", group.column) if group.column else "",
        _where(group.lines),
        wrong,
        group.suggestion,
    )
    return tag("tr", cells_of(*cells))


def _where(lines: str) -> Markup:
    """Format lines; the word before them appears where the table has no heads."""
    if not lines:
        return NOTHING
    word = "line " if lines.replace(",", "").isdigit() else "lines "
    return tag("span", word, "ol-lines-word") + lines


def _lines(problems: Sequence[Problem]) -> str:
    lines = list(dict.fromkeys(item.line for item in problems if item.line is not None))
    words = ", ".join(f"{line:,}" for line in lines[:_MOST_LINES])
    more = len(lines) - _MOST_LINES
    return f"{words} and {more:,} more" if more > 0 else words


def _values(problems: Sequence[Problem]) -> tuple[str, ...]:
    values = list(dict.fromkeys(item.value for item in problems if item.value))
    examples = tuple(short(value, _MOST_CHARACTERS) for value in values[:_MOST_VALUES])
    more = len(values) - _MOST_VALUES
    return (*examples, f"{more:,} more") if more > 0 else examples


def _message(problems: Sequence[Problem]) -> str:
    """Return what is wrong: the first message if the others differ only in the value; otherwise
    the first few, each with its line."""
    by_message: dict[str, Problem] = {}
    for item in problems:
        by_message.setdefault(item.message.replace(short(item.value or "") or "\0", "\0"), item)
    if len(by_message) == 1:
        return problems[0].message
    messages = [*by_message.values()][:_MOST_SUGGESTIONS]
    words = " ".join(
        f"Line {item.line:,}: {item.message}" if item.line else item.message for item in messages
    )
    more = len(by_message) - len(messages)
    return f"{words} And {more:,} more like these." if more > 0 else words


def _suggestion(problems: Sequence[Problem]) -> str:
    """Return what to do about problems of a kind: by value, if that differs."""
    by_suggestion: dict[str, str] = {}
    for item in problems:
        by_suggestion.setdefault(item.suggestion, item.value or "")
    if len(by_suggestion) == 1:
        return problems[0].suggestion
    suggestions = list(by_suggestion.items())[:_MOST_SUGGESTIONS]
    words = " ".join(
        f"“{short(value, _MOST_CHARACTERS)}”: {hint}" if value else hint
        for hint, value in suggestions
    )
    return f"{words} And so on." if len(by_suggestion) > _MOST_SUGGESTIONS else words
