"""Rows that are not observations: they are left out by their kind, and asked about nowhere."""

from collections.abc import Mapping
from typing import Final

from openline.intake.choices import Choices, LeftOut
from openline.intake.survey import LeftOutRows
from openline.intake.written_rows import Row
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, is_left, question
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

KIND_WORDS: Final[Mapping[LeftOut, str]] = {
    "headers": "The header again",
    "totals": "Totals",
    "notes": "Notes",
    "sections": "Headings between rows",
}
"""Kinds of rows that are not observations, as they are called."""
_OUT: Final = "leave it out", "leave them out"
"""What is chosen of one row, and of several."""


def draw_left_out(draft: Draft) -> None:
    """Draw the choice to leave out rows that do not look like observations."""
    chosen = draft.choices.left_out
    left = {kind: rows for kind, rows in surveyed(draft).left_out.items() if kind not in chosen}
    if not left or is_left(draft, "left_out"):
        return
    how = "Some rows do not look like observations. Next: say which to leave out."
    with question("Rows that are not observations", how):
        asked = {f"left_out_{draft.turn}_{kind}": kind for kind in left}
        answers = draw_asked(
            [_asked(key, asked[key], left[asked[key]]) for key in asked], "left_out"
        )
        out = tuple(asked[key] for key in answers.chosen)
        more = Choices(left_out=out)
        draw_apply(draft, lambda known: known.joined(more), "left_out", not out, answers)


def _asked(key: str, kind: LeftOut, rows: LeftOutRows) -> Choice:
    lines = ", ".join(f"line {row.line:,}: {_said(row)}" for row in rows.first)
    about = f"{count(rows.count, 'row')}; {lines}"
    out = _OUT[rows.count > 1]
    return Choice(KIND_WORDS[kind], about, (out,), key, KIND_WORDS[kind], out)


def _said(row: Row) -> str:
    return clipped(" · ".join(cell.strip() for cell in row.cells if cell.strip()))
