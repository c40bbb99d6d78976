"""Rows that are not observations: they are left out by their kind, and asked about nowhere."""

from collections.abc import Mapping, Sequence
from typing import Final

from openline.intake.choices import Choices, LeftOut
from openline.intake.left_out import find_left_out
from openline.intake.source import Source
from openline.intake.written_rows import Row
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, is_left, question
from openline.ui.records.draft import Draft

KIND_WORDS: Final[Mapping[LeftOut, str]] = {
    "headers": "The header again",
    "totals": "Totals",
    "notes": "Notes",
    "sections": "Headings between rows",
}
"""Kinds of rows that are not observations, as they are called."""
_OUT: Final = "leave it out", "leave them out"
"""What is chosen of one row, and of several."""
_SHOWN: Final = 3


def draw_left_out(draft: Draft, source: Source) -> None:
    """Draw the choice to leave out rows that do not look like observations."""
    given = draft.text, draft.choices.header
    rows_by_kind = remembered("left_out", given, lambda: find_left_out(source))
    left = {kind: rows for kind, rows in rows_by_kind.items() if kind not in draft.choices.left_out}
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


def _asked(key: str, kind: LeftOut, rows: Sequence[Row]) -> Choice:
    lines = ", ".join(f"line {row.line:,}: {_said(row)}" for row in rows[:_SHOWN])
    about = f"{count(len(rows), 'row')}; {lines}"
    out = _OUT[len(rows) > 1]
    return Choice(KIND_WORDS[kind], about, (out,), key, KIND_WORDS[kind], out)


def _said(row: Row) -> str:
    return clipped(" · ".join(cell.strip() for cell in row.cells if cell.strip()))
