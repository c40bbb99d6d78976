"""What is said of problems: of one, and of a record's file that cannot be used."""

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
        return f"The file {missing} is not there or cannot be read; {stands}"
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
