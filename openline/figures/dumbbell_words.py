"""The words of the dumbbell: states on top, names at the left, changes and counts at the right."""

from typing import Any, Final

import pandas as pd

from openline.figures.canvas import Drawing, annotation
from openline.figures.dumbbell_rows import ROOMS, Ends, Room
from openline.figures.markup import bold, coloured, cut, plain, wrapped
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.theme import Theme
from openline.sentences.compare import MEANINGS
from openline.sentences.runs import show_sides

__all__ = ["COUNT_GLYPHS", "dumbbell_rules", "dumbbell_words"]

COUNT_GLYPHS: Final = {"contacts": "|", "overtures": "△", "refusals": "×"}
"""What is counted between the days, and the glyph of each."""
_ROOM: Final = 14
"""How many characters long parties leave to the name of a channel."""


def dumbbell_words(ends: Ends, compared: pd.DataFrame, theme: Theme, width: str) -> list[Drawing]:
    """Return the words of a page: glyphs over the counts, groups, names, changes, counts."""
    room, layout = ROOMS[width], LAYOUTS[width]
    alone = compared["parties"].nunique(dropna=False) == 1
    above = {"yref": "paper", "yshift": SIZES.above_axis}
    glyphs = enumerate(COUNT_GLYPHS.items())
    words = [_count(glyph, i, 1, theme, room, **above, hovertext=w) for i, (w, glyph) in glyphs]
    words += [_head(group, theme, layout) for group in ends.groups.itertuples()]
    for row in ends.rows.itertuples():
        parties = "" if alone else show_sides(row.parties)
        y = row.y + room.word - room.centre
        words += [_name(row.channel, parties, y, theme, width), _change(row, y, theme, width)]
        words += _counts(row, theme, room)
    return words


def dumbbell_rules(ends: Ends, theme: Theme, width: str) -> list[Drawing]:
    """Return the rule above each group, from the names to the last count."""
    parts: list[Drawing] = [{"x0": 0, "x1": 1}]
    for anchor, shift in ((0, -LAYOUTS[width].label), (1, ROOMS[width].right)):
        place = {"xsizemode": "pixel", "xanchor": anchor}
        parts += [place | {"x0": min(0, shift), "x1": max(0, shift)}] if shift else []
    line = {"type": "line", "xref": "paper", "line": {"color": theme.axis, "width": 1}}
    heights = ends.groups["top"] + SIZES.head_space
    return [line | part | {"y0": y, "y1": y, "layer": "below"} for y in heights for part in parts]


def _head(group: Any, theme: Theme, layout: Layout) -> Drawing:
    y = group.top + SIZES.head_space + SIZES.head_name
    name = bold(f"{group.change.capitalize()} {group.number:,}")
    text = f"{name} {coloured(MEANINGS[group.change], theme.muted)}"
    return annotation(text, y, SIZES.head_type, theme.text, xshift=_left(layout))


def _name(channel: str, parties: str, y: float, theme: Theme, width: str) -> Drawing:
    """The name of a row after its parties, cut to its room; hovering tells what was cut."""
    limit = ROOMS[width].name
    shown = cut(parties, limit if len(parties) + len(channel) < limit else limit - _ROOM)
    name = cut(channel, limit - len(shown) - 1 if parties else limit)
    text = f"{plain(shown)} {coloured(plain(name), theme.muted)}" if parties else plain(name)
    whole = "<br>".join(filter(None, (wrapped(parties), wrapped(channel))))
    more = {} if (shown, name) == (parties, channel) else {"hovertext": whole}
    left = _left(LAYOUTS[width])
    return annotation(text.strip(), y, SIZES.name_type, theme.text, xshift=left, **more)


def _change(row: Any, y: float, theme: Theme, width: str) -> Drawing:
    """The states of both days in words; of a channel that was not there, the second alone."""
    words = bold(coloured(row.to_state, theme.word(row.to_state)))
    if isinstance(row.from_state, str):
        then = coloured(row.from_state, theme.word(row.from_state))
        words = f"{then} {coloured('→', theme.muted)} {words}"
    place: Drawing = {"xshift": LAYOUTS[width].gap}
    if LAYOUTS[width].narrow:
        place = {"xanchor": "right", "xshift": ROOMS[width].right}
    return annotation(words, y, SIZES.name_type, theme.text, x=1, **place)


def _counts(row: Any, theme: Theme, room: Room) -> list[Drawing]:
    numbers = enumerate(int(getattr(row, name)) for name in COUNT_GLYPHS)
    return [_count(f"{n:,}", i, row.y, theme, room) for i, n in numbers if n]


def _count(text: str, at: int, y: float, theme: Theme, room: Room, **more: object) -> Drawing:
    """A number, or the glyph above it, in one of the columns at the right edge."""
    shift = room.right - (len(COUNT_GLYPHS) - 1 - at) * room.count
    place = {"x": 1, "xanchor": "right", "xshift": shift}
    return annotation(text, y, SIZES.name_type, theme.text, **place, **more)


def _left(layout: Layout) -> int:
    return 1 if layout.narrow else -layout.label
