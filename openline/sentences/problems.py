"""What is said of problems: of one, of a record's file that cannot be used, and of limits: what a
file may have, and what has no room."""

from collections.abc import Mapping, Sequence

from openline.record.problems import Problem


def problem_note(problem: Problem) -> str:
    """Return the sentences of a problem and of how to fix it, as plain text."""
    where = f"Line {problem.line}: " if problem.line is not None else ""
    return f"{where}{problem.message} {problem.suggestion}".strip()


def broken_file_note(errors: Sequence[Problem], missing: str | None, kept: bool) -> str:
    """Return what is said of a record's file that cannot be used; "" for a good one.

    `missing` is the name of a file that cannot be read at all.
    """
    if not errors and missing is None:
        return ""
    stands = "the last good record is shown." if kept else "there is no record to show."
    if missing is not None:
        return f"The file {missing} is missing or cannot be read; {stands}"
    number = f"{len(errors):,} {'error' if len(errors) == 1 else 'errors'}"
    first = problem_note(errors[0])
    word = "It is" if len(errors) == 1 else "The first is"
    return f"The record's file has {number}; {stands} {word}: {first}"


def beyond_words(listed: int, beyond: Mapping[str, int]) -> str:
    """Say how many problems were only counted, by their kind; nothing where all are listed.

    >>> beyond_words(10_000, {"date-form": 2})
    'The first 10,000 problems are listed; 2 more were counted: date-form 2.'
    """
    if not beyond:
        return ""
    kinds = ", ".join(f"{code} {number:,}" for code, number in beyond.items())
    more = sum(beyond.values())
    verb = "was" if more == 1 else "were"
    return f"The first {listed:,} problems are listed; {more:,} more {verb} counted: {kinds}."


def limit_words(
    *,
    megabytes: int,
    rows: int,
    columns: int,
    channels: int,
    cells: int,
    line: int,
    letters: int,
) -> str:
    """Say what a file that is brought may have at most; `letters` are those of a cell, `line`
    are bytes."""
    return (
        f"Up to {megabytes:,} MB, {rows:,} rows, {columns:,} columns, {channels:,} channels and "
        f"{cells:,} cells; "
        f"{letters:,} characters per cell and {line:,} bytes per line."
    )


def no_room_words(megabytes: int) -> str:
    """Say that something was not done for want of room, and who can make some.

    `megabytes` is the room for the files of all tabs.
    """
    return (
        f"There is no room for this: the files in all open tabs may take {megabytes:,} MB "
        "together. Nothing was changed. Close tabs whose work is saved, ask colleagues to close "
        "theirs, and try again; or upload a smaller file. Whoever runs the board can allow more."
    )
