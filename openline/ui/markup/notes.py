"""Notes below the context line: the mistakes of an address or a file."""

from collections.abc import Iterable

from openline.markup.text import NOTHING, Markup, tag
from openline.record.problems import WARNING, Problem
from openline.sentences.problems import problem_note


def notes_html(problems: Iterable[Problem], others: Iterable[str] = ()) -> Markup:
    """Return the notes, those on the file first; nothing where there are none."""
    notes = [tag("p", text, "ol-note ol-warning") for text in others if text]
    for problem in problems:
        style = "ol-note ol-warning" if problem.severity != WARNING else "ol-note"
        notes.append(tag("p", problem_note(problem), style))
    return tag("div", notes, "ol-notes", role="status") if notes else NOTHING
