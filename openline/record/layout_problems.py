"""Problems of a file's layout: its rows, its quotes, its limits, and bytes that are not text."""

from typing import Final

from openline.record.problems import Problem, problem

LIMITED: Final = {
    "bytes": ("size-limit", "Split the file, or leave out columns that you do not need."),
    "columns": ("column-limit", "Leave out columns that you do not need."),
    "rows": ("row-limit", "Split the file, or leave out channels that you do not need."),
    "channels": (
        "channel-limit",
        "Split the file by channels, or check that the column for channels has their names.",
    ),
}
"""What there can be too many of in a file: the code of the problem, and what to do."""


def row_too_long(line: int, value: str, names: int) -> Problem:
    """Return the problem of a row with a cell beyond the header's names, of which so many are."""
    message = f"The row has more cells than the header has names ({names})."
    hint = "Put a cell that contains the delimiter in double quotes, or name the column."
    return problem("row-too-long", line, None, value, message, hint)


def unknown_delimiter(mark: str) -> Problem:
    """Return the problem of a first line that names a delimiter which is none."""
    message = f"The first line names {mark!r} as the delimiter, which it cannot be."
    hint = "Write sep= with a comma, a semicolon, a tab or |, or leave the line out."
    return problem("delimiter-unknown", 1, None, f"sep={mark}", message, hint)


def over_limit(what: str, limit: int) -> Problem:
    """Return the problem of a file with more than the limit of what there are `LIMITED`."""
    code, hint = LIMITED[what]
    message = f"The file has more {what} than the limit here, {limit:,}."
    return problem(code, None, None, None, message, hint)


def bad_quoting(line: int, reason: str, last: int | None = None) -> Problem:
    """Return the problem of a row that breaks the quoting and reaches to a `last` line, its own
    by default; the reason is the csv module's."""
    more = (line if last is None else last) - line
    swallowed = f"the {more:,} lines after it, to line {line + more:,}, are"
    swallowed = f"the line after it, line {line + 1:,}, is" if more == 1 else swallowed
    if "unexpected end" in reason:
        taken = f", so {swallowed} read as part of this row" if more else ""
        message = f"A double quote is opened in this row and never closed{taken}."
        hint = "Close the quote; write a quote inside a quoted cell twice."
    else:
        taken = f"; {swallowed} read as part of this row" if more else ""
        message = f"A quoted cell continues after its closing quote{taken}."
        hint = "Write a quote inside a quoted cell twice."
    return problem("quote-unterminated", line, None, None, message, hint)


def nul_byte(line: int, cell: str) -> Problem:
    """Return the problem of a cell with a NUL byte."""
    message = "The row contains a NUL byte."
    hint = "Export the file again; the copy is damaged or not plain text."
    return problem("nul-byte", line, None, cell.strip(), message, hint)


def stray_bytes(line: int, cell: str) -> Problem:
    """Return the problem of a cell with bytes that are not characters, U+FFFD in their place."""
    message = "The row has bytes that are not characters in the file's encoding."
    hint = "Retype the cell where \ufffd appears, or set another encoding."
    return problem("bytes-stray", line, None, cell.strip(), message, hint)
