"""Notes under the context line: what an address or a file says wrongly."""

from collections.abc import Iterable, Sequence

from openline.record.problems import WARNING, Problem
from openline.ui.text import escape, tag

__all__ = ["broken_file_note", "notes_html", "problem_note"]


def problem_note(problem: Problem) -> str:
    """Return the sentence of a problem and of its mending, as plain text."""
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


def notes_html(problems: Iterable[Problem], others: Iterable[str] = ()) -> str:
    """Return the notes as markup, those of the file first; "" where there is none."""
    notes = [tag("p", escape(text), "ol-note ol-warning") for text in others if text]
    for problem in problems:
        style = "ol-note ol-warning" if problem.severity != WARNING else "ol-note"
        notes.append(tag("p", escape(problem_note(problem)), style))
    return tag("div", "".join(notes), "ol-notes", ' role="status"') if notes else ""
