"""Proposals for a file as a whole: another header, table or encoding, each accepted with one
press.

Each function draws its proposal if the file gives reason to, and tells whether it still awaits an
answer.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

import streamlit as st

from openline.intake.arranging import Arrangement, free_name
from openline.intake.choices import Choices, Header
from openline.intake.encoding_readings import ENCODED_TWICE, words_encoded_twice
from openline.intake.header_place import HeaderPlace, find_header, is_row
from openline.intake.large import is_large
from openline.intake.pasted import guess_header
from openline.intake.source import Source
from openline.intake.table_texts import TableText, find_table
from openline.intake.written_rows import csv_of
from openline.markup.text import tag
from openline.record.delimited import normal_name
from openline.record.text_kinds import text_kind
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.choice import clipped, draw_leave, is_left
from openline.ui.records.draft import Draft, bring
from openline.ui.records.edits import choose

_MOST_HEADS: Final = 8
_MOST_NAMES: Final = 6
_LOOKED_AT: Final = 20
_MARKS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_NO_TABLE: Final = (
    "The file seems to be {}, not a table. Export what it holds as CSV (UTF-8) with a header line, "
    "or paste the rows."
)
_FURTHER: Final = "Keep the others as further columns"


def propose(
    draft: Draft, what: str, head: tuple[str, str], words: str, label: str, take: Callable[[], None]
) -> bool:
    """Draw a proposal, with buttons to accept it (in the bar too) and to leave the file as it
    is."""
    draw(section(*head))
    offer(Way(Stage.CHOOSE, words, label, take, mends=True))
    with st.container(key=f"records_{what}_ways", horizontal=True):
        st.button(label, key=f"records_{what}", on_click=take)
        draw_leave(draft, what)
    return True


def bring_table(draft: Draft, rows: Iterable[Sequence[str]]) -> None:
    """Replace the current file with the rows of a table that it holds, the header first."""
    bring(Draft.of(f"{PurePath(draft.name).stem}.csv", csv_of(rows)))


def draw_table(draft: Draft, source: Source) -> bool:
    """Draw the proposal to read the table in a text of another kind."""
    if draft.sheet is not None or is_large(draft.text) or is_left(draft, "table"):
        return False
    text = _whole(source)
    is_one = len(source.header.cells) == 1
    table: TableText | None = remembered(
        "table", (draft.text,), lambda: find_table(text, is_one_column=is_one)
    )
    if table is None:
        return False
    words = f"The file seems to hold {table.kind}."
    names = ", ".join(map(clipped, table.rows[0][:_MOST_NAMES]))
    how = (
        f"{words} Next: read its table of {count(len(table.rows) - 1, 'row')}, with {names}. "
        "What is around the table is left out; lines are then numbered from its header."
    )
    head = "A table in another form", how
    return propose(
        draft, "table", head, words, "Read the table", lambda: bring_table(draft, table.rows)
    )


def draw_kind(draft: Draft, source: Source) -> bool:
    """Draw a note on what a text seems to be that is not a table: nothing can be chosen then."""
    kind = None if draft.sheet is not None else text_kind(_whole(source))
    if kind is None:
        return False
    draw(tag("p", _NO_TABLE.format(kind), "ol-note ol-warning"))
    words = f"The file seems to be {kind}, not a table."
    offer(Way(Stage.CHOOSE, words, "See what to do", place="records_choices"))
    return True


def _whole(source: Source) -> str:
    return source.before + "".join(source.lines)


def header_place(draft: Draft, source: Source) -> HeaderPlace | None:
    """Return where the header of a file seems to be, None if it is the first row."""
    return remembered("place", (draft.text, draft.choices.header), lambda: find_header(source))


def draw_place(draft: Draft, source: Source) -> bool:
    """Draw the proposal that the header is elsewhere than in the first row."""
    place = header_place(draft, source)
    if place is None or is_left(draft, "place"):
        return False
    names = [cell.strip() for cell in place.cells if cell.strip()]
    words = f"Line {place.line:,} looks like the header"
    how = f"{words}: {', '.join(map(clipped, names[:_MOST_HEADS]))}. "
    if place.line > 1:
        how += "What is above it will be left out. "
    if place.delimiter != source.delimiter:
        how += f"Its cells are separated by {_MARKS[place.delimiter]}."
    header = Header(place.line, place.delimiter)
    return propose(
        draft,
        "place",
        ("Where the header is", how.strip()),
        f"{words}.",
        f"Read it from line {place.line:,}",
        lambda: choose(draft, lambda known: replace(known, header=header)),
    )


def draw_headless(draft: Draft, source: Source) -> bool:
    """Draw the proposal to put names above rows without a header, if the first row seems to be an
    observation."""
    cells = source.header.cells
    if draft.choices.header is not None or is_left(draft, "headless"):
        return False
    if text_kind("".join(source.lines)) is not None:
        return False
    if not is_row(cells, [row.cells for row in source.rows[:_LOOKED_AT]][1:]):
        return False
    examples = ", ".join(clipped(cell.strip()) for cell in cells[:_MOST_HEADS])
    how = (
        f"Line {source.header.line:,} looks like a row: {examples}. Without a header it would be "
        "taken as names, and lost. Next: put names above it; they are guessed, and you "
        "can change them. Lines then count from there."
    )
    words = "The first line looks like a row; there is no header."
    head = "The file has no header", how
    return propose(
        draft,
        "headless",
        head,
        words,
        "Put names above it",
        lambda: bring(headless_draft(draft, source)),
    )


def headless_draft(draft: Draft, source: Source) -> Draft:
    """Return a file whose first row is an observation, with guessed names above its columns."""
    rows = [row.cells for row in source.rows]
    names = source.delimiter.join(guess_header(rows))
    text = f"{source.before}{names}{source.line_end}{''.join(source.lines)}"
    # From here on a workbook's sheet is an ordinary text.
    name = f"{PurePath(draft.name).stem}.csv" if draft.sheet else draft.name
    return Draft.of(name, text.encode("utf-8", "replace"), is_guessed=True)


def draw_twice(draft: Draft, source: Source) -> bool:
    """Draw the proposal to restore letters that were encoded twice."""
    is_told = draft.choices.encoding is not None
    if is_told or is_large(draft.text) or is_left(draft, "twice"):
        return False
    words = remembered("twice", (draft.text,), lambda: words_encoded_twice("".join(source.lines)))
    if not words:
        return False
    examples = ", ".join(f"“{clipped(word)}” for “{clipped(before)}”" for word, before in words)
    how = f"Some letters seem to have been saved in the wrong encoding earlier: {examples}."
    return propose(
        draft,
        "twice",
        ("Letters in the wrong encoding", how),
        how,
        "Restore these letters",
        lambda: choose(draft, lambda known: replace(known, encoding=ENCODED_TWICE)),
    )


def draw_twins(draft: Draft, source: Source) -> None:
    """Draw the choice for a header in which a name occurs twice."""
    names = twins_of(source, draft.choices)
    if not names:
        return

    def take() -> None:
        choose(draft, lambda known: known.joined(Choices(names=names)))

    labels = ", ".join(names.values())
    how = (
        "Next: keep the first of each as it is and the others as further columns, named "
        f"{labels}; or rename them in your own program."
    )
    draw(section("Columns with the same name", how))
    words = f"{count(len(names), 'column has', 'columns have')} the same name as another."
    offer(Way(Stage.CHOOSE, words, _FURTHER, take))
    st.button(_FURTHER, key="records_twins", on_click=take)


def twins_of(source: Source, choices: Choices) -> dict[str, str]:
    """Return the columns whose name already occurs to their left, by label, each with a new name
    that no column has."""
    columns = Arrangement.of(source, choices)
    normal = [normal_name(name) for name in columns.names]
    names: dict[str, str] = {}
    for place, (label, name) in enumerate(zip(columns.labels, columns.names, strict=True)):
        if normal[place] and normal[place] in normal[:place]:
            names[label] = free_name(name.strip(), place + 1, normal)
    return names
