"""Rows that are no observations: they are left out by their kind, and asked about nowhere."""

from collections.abc import Mapping, Sequence
from typing import Final

from openline.intake.choices import Choices, LeftOut
from openline.intake.left_out import find_left_out
from openline.intake.source import Source
from openline.intake.written_rows import Row
from openline.sentences.runs import count
from openline.ui.records_choice import Asked, cut, draw_apply, draw_asked, is_left, question
from openline.ui.records_draft import Draft
from openline.ui.records_memory import remembered

__all__ = ["KIND_WORDS", "draw_left_out"]

KIND_WORDS: Final[Mapping[LeftOut, str]] = {
    "headers": "The header again",
    "totals": "Totals",
    "notes": "Notes",
    "sections": "Headings between rows",
}
"""Kinds of rows that are no observations, as they are called."""
_OUT: Final = "leave them out"
_SHOWN: Final = 3


def draw_left_out(draft: Draft, source: Source) -> None:
    """Draw the choice to leave out rows that look like no observations."""
    given = draft.text, draft.choices.header
    found = remembered("left_out", given, lambda: find_left_out(source))
    left = {kind: rows for kind, rows in found.items() if kind not in draft.choices.left_out}
    if not left or is_left(draft, "left_out"):
        return
    how = "Some rows look like no observations. Next: say which of them to leave out."
    with question("Rows that are no observations", how):
        asked = {f"left_out_{draft.turn}_{kind}": kind for kind in left}
        answers = draw_asked(
            [_asked(key, asked[key], left[asked[key]]) for key in asked], "left_out"
        )
        out = tuple(asked[key] for key in answers.chosen)
        more = Choices(left_out=out)
        draw_apply(draft, lambda known: known.joined(more), "left_out", not out, answers.propose)


def _asked(key: str, kind: LeftOut, rows: Sequence[Row]) -> Asked:
    lines = ", ".join(f"line {row.line:,}: {_said(row)}" for row in rows[:_SHOWN])
    about = f"{count(len(rows), 'row')}; {lines}"
    return Asked(KIND_WORDS[kind], about, (_OUT,), key, KIND_WORDS[kind], _OUT)


def _said(row: Row) -> str:
    return cut(" · ".join(cell.strip() for cell in row.cells if cell.strip()))
