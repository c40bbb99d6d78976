"""Cells that are empty because the one above stands for them too: filled by choice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from openline.intake.arranging import Arrangement, arranged_rows
from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.intake.left_out import find_left_out
from openline.intake.source import Source
from openline.record.columns import CHANNEL, DATE, PARTIES, START
from openline.record.delimited import normal_name
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, is_left, question
from openline.ui.records.draft import Draft

_ASKED: Final = (PARTIES, CHANNEL, DATE, START)
"""Columns whose cells name what a row is of: an empty one mostly stands for the one above."""
_FILL: Final = "fill with the value above"
_SHOWN: Final = 3


@dataclass(frozen=True)
class Gaps:
    """A column with empty cells below others: its label and its name, how many they are, and
    some of them with the line, and what stands above."""

    label: str
    name: str
    cells: int
    examples: tuple[tuple[int, str], ...]


def draw_filled(draft: Draft, source: Source) -> None:
    """Draw the choice to fill the empty cells of a column with what stands above them."""
    given = draft.text, draft.choices, draft.edits
    columns = remembered(
        "gaps", given, lambda: tuple(column_gaps(source, draft.choices, draft.edits))
    )
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


def column_gaps(source: Source, choices: Choices, edits: Edits) -> Iterator[Gaps]:
    """Give the columns that name what rows are of, or a part of that, and have empty cells below
    others. Rows that look like no observations do not count; nor does a part of a date
    where the finer ones are empty too: it is not known then."""
    columns = Arrangement.of(source, choices)
    parts = _finer_parts(columns)
    wanted = {
        place: label
        for place, label in enumerate(columns.labels[: columns.own])
        if (normal_name(columns.names[place]) in _ASKED or label in parts)
        and place not in columns.filled
    }
    above: dict[int, str] = {}
    empty: dict[int, list[tuple[int, str]]] = {place: [] for place in wanted}
    none = {row.line: kind for kind, rows in find_left_out(source).items() for row in rows}
    for row, cells in arranged_rows(source, columns, edits, none):
        for place, label in wanted.items():
            finer = parts.get(label)
            if text := _text_at(cells, place):
                above[place] = text
            elif place in above and (finer is None or any(_text_at(cells, at) for at in finer)):
                empty[place].append((row.line, above[place]))
    for place, cells_of in empty.items():
        if cells_of:
            name = columns.names[place].strip()
            yield Gaps(wanted[place], name, len(cells_of), tuple(cells_of[:_SHOWN]))


def _finer_parts(columns: Arrangement) -> dict[str, tuple[int, ...] | None]:
    """Return the columns that others are made of; those that are parts of a date with the
    places of the finer parts, the others with None."""
    return {
        columns.labels[place]: places[at + 1 :] if join.between is None else None
        for join, places in columns.joins
        for at, place in enumerate(places)
    }


def _text_at(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _asked(key: str, gaps: Gaps) -> Choice:
    shown = ", ".join(f"line {line:,}: {clipped(text)}" for line, text in gaps.examples)
    about = f"{count(gaps.cells, 'empty cell')}; {shown}"
    return Choice(gaps.name, about, (_FILL,), key, f"Empty cells of {gaps.name}", _FILL)
