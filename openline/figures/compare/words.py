"""The words of the dumbbell: states on top, names at the left, changes and counts at the right."""

from functools import partial
from typing import Any, Final

import pandas as pd

from openline.figures.canvas import Drawing, annotation
from openline.figures.compare.rows import PlacedRows, Room
from openline.figures.markup import bold, coloured, escaped, lines
from openline.figures.names import Name, in_lines, name_label, names_of
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.theme import Theme
from openline.sentences.compare import MEANINGS
from openline.sentences.status import several_parties

COUNT_GLYPHS: Final = {"contacts": "|", "overtures": "△", "refusals": "×"}
"""What is counted between the days, and the glyph of each."""
_CHANNEL_ROOM: Final = 20
"""How many characters long names of parties leave to the name of a channel."""


def dumbbell_words(
    ends: PlacedRows, compared: pd.DataFrame, theme: Theme, width: str
) -> list[Drawing]:
    """Return the words of a page: glyphs above the counts, groups, names, changes, counts."""
    room = ends.room
    above = {"yref": "paper", "yshift": SIZES.above_axis}
    glyphs = enumerate(COUNT_GLYPHS.items())
    words = [_count(glyph, i, 1, theme, room, **above, hovertext=w) for i, (w, glyph) in glyphs]
    words += [_head(group, theme, room) for group in ends.groups.itertuples()]
    left = None if room.parties else _CHANNEL_ROOM
    names = names_of(ends.rows, several_parties(compared), room.name, left)
    for row, name in zip(ends.rows.itertuples(), names, strict=True):
        words += _names(name, row.y - room.centre, theme, room)
        words.append(_change(row, theme, room, LAYOUTS[width]))
        words += _counts(row, theme, room)
    return words


def dumbbell_rules(ends: PlacedRows, theme: Theme) -> list[Drawing]:
    """Return the rule above each group, from the names to the last count."""
    parts: list[Drawing] = [{"x0": 0, "x1": 1}]
    for anchor, shift in ((0, -ends.room.label), (1, ends.room.right)):
        place = {"xsizemode": "pixel", "xanchor": anchor}
        parts += [place | {"x0": min(0, shift), "x1": max(0, shift)}] if shift else []
    line = {"type": "line", "xref": "paper", "line": {"color": theme.axis, "width": 1}}
    heights = ends.groups["top"] + SIZES.head_space
    return [line | part | {"y0": y, "y1": y, "layer": "below"} for y in heights for part in parts]


def _head(group: Any, theme: Theme, room: Room) -> Drawing:
    y = group.top + SIZES.head_space + SIZES.head_name
    name = bold(f"{group.change.capitalize()} {group.number:,}")
    text = f"{name} {coloured(MEANINGS[group.change], theme.muted)}"
    return annotation(text, y, SIZES.head_type, theme.text, xshift=_left(room))


def _names(name: Name, top: float, theme: Theme, room: Room) -> list[Drawing]:
    """Return the name of a row, after its parties or below them."""
    if not room.parties or not name.parties:
        y = top + (room.centre if room.parties else room.word)
        return [name_label(name, y, theme, room.name, _left(room))]
    hover = {"hovertext": name.hover()} if name.is_cut else {}
    muted = partial(coloured, colour=theme.muted)
    return [
        annotation(
            dress(escaped(cut)),
            top + height,
            SIZES.name_type,
            theme.text,
            xshift=_left(room),
            **hover,
            **({"name": dress(lines(*in_lines(whole, room.name)))} if cut != whole else {}),
        )
        for whole, cut, height, dress in (
            (name.parties, name.cut_parties, room.parties, str),
            (name.channel, name.cut_channel, room.word, muted),
        )
    ]


def _change(row: Any, theme: Theme, room: Room, layout: Layout) -> Drawing:
    """Return the states of both days in words; for a channel that did not exist on the first, only
    the second."""
    words = bold(coloured(row.to_state, theme.word(row.to_state)))
    if isinstance(row.from_state, str):
        then = coloured(row.from_state, theme.word(row.from_state))
        words = f"{then} {coloured('→', theme.muted)} {words}"
    place: Drawing = {"xshift": layout.gap}
    y = row.y
    if layout.narrow:
        place, y = {"xanchor": "right", "xshift": room.right}, y + room.word - room.centre
    return annotation(words, y, SIZES.name_type, theme.text, x=1, **place)


def _counts(row: Any, theme: Theme, room: Room) -> list[Drawing]:
    numbers = enumerate(int(getattr(row, name)) for name in COUNT_GLYPHS)
    return [_count(f"{n:,}", i, row.y, theme, room) for i, n in numbers if n]


def _count(text: str, at: int, y: float, theme: Theme, room: Room, **more: object) -> Drawing:
    """Return a number, or the glyph above it, in one of the columns at the right edge."""
    shift = room.right - (len(COUNT_GLYPHS) - 1 - at) * room.count
    place = {"x": 1, "xanchor": "right", "xshift": shift}
    return annotation(text, y, SIZES.name_type, theme.text, **place, **more)


def _left(room: Room) -> int:
    return -room.label or 1
