"""The header: where it stands, and what becomes of columns of one name."""

from dataclasses import replace
from pathlib import PurePath
from typing import Final

import streamlit as st

from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices, Header
from openline.intake.header_place import find_header, is_row
from openline.intake.pasted import guess_header
from openline.intake.source import Source
from openline.record.delimited import normal_name
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.choice import clipped, draw_leave, is_left
from openline.ui.records.draft import Draft, bring, put_draft
from openline.ui.records.edits import take_over

_MOST_NAMES: Final = 8
_LOOKED_AT: Final = 20
_PUT_NAMES: Final = "Put names above it"
_MARKS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}


def draw_place(draft: Draft, source: Source) -> bool:
    """Draw the proposal that the header stands elsewhere than in the first row, if it seems so;
    tell whether it is still to be answered."""
    place = remembered("place", (draft.text, draft.choices.header), lambda: find_header(source))
    if place is None or is_left(draft, "place"):
        return False

    def take() -> None:
        now = take_over(draft)
        header = Header(place.line, place.delimiter)
        put_draft(now.chosen(replace(now.choices, header=header)))

    names = [cell.strip() for cell in place.cells if cell.strip()]
    examples = ", ".join(clipped(name) for name in names[:_MOST_NAMES])
    how = f"Line {place.line:,} looks like the header: {examples}. "
    if place.line > 1:
        how += "What is above it will be left out. "
    if place.delimiter != source.delimiter:
        how += f"Its cells are separated by {_MARKS[place.delimiter]}."
    draw(section("Where the header is", how.strip()))
    label = f"Read it from line {place.line:,}"
    offer(Way(Stage.CHOOSE, f"Line {place.line:,} looks like the header.", label, take))
    with st.container(key="records_place_ways", horizontal=True):
        st.button(label, key="records_place", on_click=take)
        draw_leave(draft, "place")
    return True


def draw_headless(draft: Draft, source: Source) -> bool:
    """Draw the proposal to put names above rows that have no header, if the first seems to be
    an observation; tell whether it is still to be answered."""
    cells = source.header.cells
    if draft.choices.header is not None or is_left(draft, "headless"):
        return False
    if not is_row(cells, [row.cells for row in source.rows[:_LOOKED_AT]][1:]):
        return False

    def take() -> None:
        bring(headless_draft(draft, source))

    examples = ", ".join(clipped(cell.strip()) for cell in cells[:_MOST_NAMES])
    how = (
        f"Line {source.header.line:,} looks like a row: {examples}. Without a header it would be "
        "taken as names, and lost. Next: put names above it; they are guessed, and you "
        "can change them. Lines then count from there."
    )
    draw(section("The file has no header", how))
    words = "The first line looks like a row; there is no header."
    offer(Way(Stage.CHOOSE, words, _PUT_NAMES, take))
    with st.container(key="records_headless_ways", horizontal=True):
        st.button(_PUT_NAMES, key="records_headless", on_click=take)
        draw_leave(draft, "headless")
    return True


def headless_draft(draft: Draft, source: Source) -> Draft:
    """Return a file whose first row is an observation with names above it, which are guessed
    from what its columns look like."""
    rows = [row.cells for row in source.rows]
    names = source.delimiter.join(guess_header(rows))
    text = f"{source.before}{names}{source.line_end}{''.join(source.lines)}"
    # A sheet of a workbook is a text from here on.
    name = f"{PurePath(draft.name).stem}.csv" if draft.sheet else draft.name
    return Draft.of(name, text.encode("utf-8", "replace"), is_guessed=True)


def draw_twins(draft: Draft, source: Source) -> None:
    """Draw the choice that a header needs in which a name stands twice."""
    names = twins_of(source, draft.choices)
    if not names:
        return

    def take() -> None:
        now = take_over(draft)
        put_draft(now.chosen(now.choices.joined(Choices(names=names))))

    labels = ", ".join(names.values())
    how = (
        "Next: keep the first of each as it is and the others as further columns, named "
        f"{labels}; or rename them in your own program."
    )
    draw(section("Columns of one name", how))
    words = f"{count(len(names), 'column has', 'columns have')} the name of another one."
    offer(Way(Stage.CHOOSE, words, "Keep the others as further columns", take))
    st.button("Keep the others as further columns", key="records_twins", on_click=take)


def twins_of(source: Source, choices: Choices) -> dict[str, str]:
    """Return the columns whose name another one has that stands further left, by their labels,
    each with a name that no column has."""
    columns = Arrangement.of(source, choices)
    normal = [normal_name(name) for name in columns.names]
    names: dict[str, str] = {}
    for place, (label, name) in enumerate(zip(columns.labels, columns.names, strict=True)):
        if normal[place] and normal[place] in normal[:place]:
            names[label] = free_name(name.strip(), place + 1, normal)
    return names


def free_name(name: str, number: int, normal: list[str]) -> str:
    """Return a name with a number after it that no column has yet: those are `normal`."""
    while normal_name(f"{name} ({number})") in normal:
        number += 1
    return f"{name} ({number})"
