"""The proposal to read cells without what another program left around their text."""

from openline.intake.cell_dressing import Dressing, find_dressing
from openline.intake.large import is_large
from openline.intake.source import Source
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import clipped, is_left
from openline.ui.records.draft import Draft
from openline.ui.records.proposals import bring_table, propose


def draw_dressing(draft: Draft, source: Source) -> bool:
    """Draw the proposal if the file gives reason to, and tell whether it awaits an answer."""
    if is_large(draft.text) or is_left(draft, "dressing") or draft.choices.header is not None:
        return False
    found: Dressing | None = remembered("dressing", (draft.text,), lambda: find_dressing(source))
    if found is None:
        return False
    examples = ", ".join(
        f"“{clipped(text)}” for “{clipped(cell)}”" for cell, text in found.examples
    )
    words = f"In {count(found.cells, 'cell')} another program left marks around the text."
    how = f"{words} Next: read {examples}; blank lines are left out, so lines are renumbered."
    return propose(
        draft,
        "dressing",
        ("Marks of another program", how),
        words,
        "Remove these marks",
        lambda: bring_table(draft, found.rows),
    )
