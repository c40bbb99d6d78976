"""Cells that are empty because the one above stands for them too: filled by choice."""

from typing import Final

from openline.intake.choices import Choices
from openline.intake.column_gaps import Gaps
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, is_left, question
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_FILL: Final = "fill with the value above"


def draw_filled(draft: Draft) -> None:
    """Draw the choice to fill the empty cells of a column with what stands above them."""
    columns = surveyed(draft).gaps
    if not columns or is_left(draft, "filled"):
        return
    how = (
        "A column has empty cells below others, as merged cells leave them. "
        "Next: say whether the value above holds for them."
    )
    with question("Empty cells below others", how):
        asked = {f"filled_{draft.turn}_{place}": gaps for place, gaps in enumerate(columns)}
        answers = draw_asked([_asked(key, gaps) for key, gaps in asked.items()], "filled")
        more = Choices(filled=tuple(asked[key].label for key in answers.chosen))
        disabled = not answers.chosen
        draw_apply(draft, lambda known: known.joined(more), "filled", disabled, answers)


def _asked(key: str, gaps: Gaps) -> Choice:
    examples = ", ".join(f"line {line:,}: {clipped(text)}" for line, text in gaps.examples)
    about = f"{count(gaps.cells, 'empty cell')}; {examples}"
    return Choice(gaps.name, about, (_FILL,), key, f"Empty cells of {gaps.name}", _FILL)
