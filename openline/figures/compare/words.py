"""The words of the dumbbell: states on top, names at the left, changes and counts at the right."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import pandas as pd

from openline.figures.canvas import Drawing, annotation
from openline.figures.compare.rows import PlacedRows, Room
from openline.figures.markup import bold, coloured, cut_rows_apart, escaped, lines, measure, wrapped
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.theme import Theme
from openline.figures.whole_names import in_full
from openline.sentences.compare import MEANINGS
from openline.sentences.runs import show_sides
from openline.sentences.status import several_parties

_Names = tuple[str, str]
COUNT_GLYPHS: Final = {"contacts": "|", "overtures": "△", "refusals": "×"}
"""What is counted between the days, and the glyph of each."""
_ROOM: Final = 20
"""How many characters long parties leave to the name of a channel."""


def dumbbell_words(
    ends: PlacedRows, compared: pd.DataFrame, theme: Theme, width: str
) -> list[Drawing]:
    """Return the words of a page: glyphs over the counts, groups, names, changes, counts."""
    room = ends.room
    alone = not several_parties(compared)
    above = {"yref": "paper", "yshift": SIZES.above_axis}
    glyphs = enumerate(COUNT_GLYPHS.items())
    words = [_count(glyph, i, 1, theme, room, **above, hovertext=w) for i, (w, glyph) in glyphs]
    words += [_head(group, theme, room) for group in ends.groups.itertuples()]
    whole = [
        ("" if alone else show_sides(row.parties), row.channel) for row in ends.rows.itertuples()
    ]
    short = cut_rows_apart(whole, partial(_cut_names, room))
    for row, named in zip(ends.rows.itertuples(), whole, strict=True):
        words += _names(named, short[named], row.y - room.centre, theme, room)
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


def _cut_names(room: Room, row: _Names, way: Callable[[str, float], str]) -> _Names:
    parties, channel = row
    if not parties or room.parties:
        return way(parties, room.name), way(channel, room.name)
    cut_parties = way(parties, _parties_room(channel, parties, room.name))
    return cut_parties, way(channel, room.name - measure(cut_parties) - 1)


def _names(whole: _Names, short: _Names, top: float, theme: Theme, room: Room) -> list[Drawing]:
    """The name of a row after its parties or under them; hovering tells what was cut."""
    cut_parties, name = short
    apart = bool(room.parties and cut_parties)
    hover = {} if short == whole else {"hovertext": lines(*map(wrapped, whole))}
    below = coloured(escaped(name), theme.muted) if cut_parties else escaped(name)
    heights = (room.parties, room.word) if apart else (room.centre if room.parties else room.word,)
    texts = (escaped(cut_parties), below) if apart else (f"{escaped(cut_parties)} {below}".strip(),)
    own = (whole[:1], whole[1:]) if apart else (whole,)
    left = _left(room)
    return [
        annotation(
            text,
            top + height,
            SIZES.name_type,
            theme.text,
            xshift=left,
            **hover,
            **(_in_full(names, whole, short, theme, room) if hover else {}),
        )
        for text, height, names in zip(texts, heights, own, strict=True)
    ]


def _in_full(
    names: tuple[str, ...], whole: _Names, short: _Names, theme: Theme, room: Room
) -> Drawing:
    """What a saved picture has of a line that cuts its names; nothing of one that cuts none."""
    if set(names) <= {*short, ""}:
        return {}
    first, last = names if len(names) > 1 else ("", names[0])
    told = in_full(first, last, room.name, theme.muted)
    is_below = len(names) == 1 and names[0] == whole[1] and bool(whole[0])
    return {"name": coloured(told["name"], theme.muted)} if is_below else told


def _parties_room(channel: str, parties: str, limit: int) -> float:
    """How many letters parties may take of the line that they share with a channel."""
    fits = measure(parties) + 1 + measure(channel) <= limit
    return limit if fits else max(limit - _ROOM, limit - measure(channel) - 1)


def _change(row: Any, theme: Theme, room: Room, layout: Layout) -> Drawing:
    """The states of both days in words; of a channel that was not there, the second alone."""
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
    """A number, or the glyph above it, in one of the columns at the right edge."""
    shift = room.right - (len(COUNT_GLYPHS) - 1 - at) * room.count
    place = {"x": 1, "xanchor": "right", "xshift": shift}
    return annotation(text, y, SIZES.name_type, theme.text, **place, **more)


def _left(room: Room) -> int:
    return -room.label or 1
