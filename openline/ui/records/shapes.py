"""Proposals for tables of other shapes: one press turns them into rows of one observation each,
below one header."""

from collections.abc import Callable, Mapping
from typing import Final

from openline.intake.large import is_large
from openline.intake.reshaping import Kind, Shape, find_shape
from openline.intake.source import Source
from openline.intake.turned import Turn, Turned, find_misplaced, find_several, find_turned
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import clipped, is_left
from openline.ui.records.draft import Draft
from openline.ui.records.proposals import bring_table, propose

_MOST_HEADS: Final = 8
_MOST_NAMES: Final = 6
_SHAPES: Final[Mapping[Kind, str]] = {
    "beside": "The header has {} more than once: several tables side by side.",
    "below": "There are other column names in line {}: another table begins there.",
    "dates": "The columns {} are dates, and have states in their cells.",
    "channels": "The columns {} have states in their cells: they seem to be channels.",
    "ticks": "The columns {} are states that are ticked in the rows.",
    "events": "The columns {} have dates in their cells: they seem to say what happened then.",
}
_OF_ROWS: Final = ("mixed", "several")
_TURNED: Final[Mapping[Turn, str]] = {
    "last": "The last row looks like the header.",
    "column": "The first column looks like the header: the table is turned on its side.",
    "two": "The first two rows look like one header.",
    "mixed": "Some rows have another mark between their cells than the header.",
    "several": "Some cells name several channels, each of which has rows of its own.",
    "nameless": "Each row has a cell more than the header: the first column seems to have no name.",
}


def draw_turned(draft: Draft, source: Source) -> bool:
    """Draw the proposal that the header is in the last row, in the first column or in two rows."""
    return _draw_turned(draft, source, find_turned)


def draw_misplaced(draft: Draft, source: Source) -> bool:
    """Draw the proposal that the first column has no name, so that each name is one column too far
    left; or that some rows have another delimiter."""
    return _draw_turned(draft, source, find_misplaced)


def draw_several(draft: Draft, source: Source) -> bool:
    """Draw the proposal to read one row for each channel that a cell names."""
    return _draw_turned(draft, source, find_several)


def _draw_turned(draft: Draft, source: Source, find: Callable[[Source], Turned | None]) -> bool:
    if is_large(draft.text) or is_left(draft, "turned"):
        return False
    given = draft.text, draft.choices.header
    turned: Turned | None = remembered(find.__name__, given, lambda: find(source))
    if turned is None:
        return False
    words, names = _TURNED[turned.where], ", ".join(map(clipped, turned.header[:_MOST_HEADS]))
    rows = count(len(turned.rows), "row")
    how = f"{words} Next: read it as {rows} below {names}; its lines are then renumbered."
    return propose(
        draft,
        "turned",
        ("Rows in another layout" if turned.where in _OF_ROWS else "Where the header is", how),
        words,
        "Read it this way",
        lambda: bring_table(draft, (turned.header, *turned.rows)),
    )


def draw_shape(draft: Draft, source: Source) -> bool:
    """Draw the proposal to read a table of another shape as rows of one observation each."""
    if is_large(draft.text) or is_left(draft, "shape"):
        return False
    given = draft.text, draft.choices.header
    shape: Shape | None = remembered("shape", given, lambda: find_shape(source))
    if shape is None:
        return False
    words = shape_words(shape)
    rows = count(len(shape.rows), "row")
    how = f"{words} Next: read it as {rows}, one observation each; its lines are then renumbered."
    return propose(
        draft,
        "shape",
        ("One observation per row", how),
        words,
        "Read one observation per row",
        lambda: bring_table(draft, (shape.header, *shape.rows)),
    )


def shape_words(shape: Shape) -> str:
    """Return a sentence about the shape of a table."""
    names = ", ".join(map(clipped, shape.names[:_MOST_NAMES]))
    more = len(shape.names) - _MOST_NAMES
    return _SHAPES[shape.kind].format(names + (f" and {more:,} more" if more > 0 else ""))
