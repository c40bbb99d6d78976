"""The words of the timeline's rows: names at the left, states and lengths at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import pandas as pd

from openline.figures.canvas import Drawing, annotation, hover_label
from openline.figures.markup import (
    bold,
    coloured,
    cut_apart,
    cut_rows_apart,
    escaped,
    lines,
    measure,
    wrapped,
)
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.theme import Theme
from openline.figures.timeline.rows import Plan
from openline.record.columns import CHANNEL, ENDED, STATUS_WORDS
from openline.sentences.lengths import show_length
from openline.sentences.pairs import worst_words
from openline.sentences.runs import count, show_sides

_Names = tuple[str, str]
_NO_PARTIES: Final = "no parties given"
_LEAST_NAME: Final = 8
"""The fewest characters of a channel's name that are worth showing beside its parties."""
_SPARE: Final = 2
"""By how many characters the names of parties are kept shorter than those of channels."""
_BOLD: Final = 0.93
"""How many characters of bold text fit where one as_text character does."""
_HEAD_LETTER: Final = 8.5
"""How many pixels of a whole row a letter of a head may take: a bold one, and some to spare."""
_FIRST_LINE: Final = 10.5
"""Where the name of tall parties stands below their top."""


@dataclass(frozen=True, slots=True)
class _Row:
    channel: str
    state: str
    days: float
    since: pd.Timestamp
    y: float
    moved: str = ""
    short: str = ""


def row_labels(
    plan: Plan, theme: Theme, layout: Layout, totals: Sequence[str] = ()
) -> list[Drawing]:
    """Return the names and the words of a page's rows.

    `totals`: what the hover of each row, in an overview of each group, tells below its name.
    """
    columns = ["channel", "state", "days_in_state", "since", "y"]
    columns += ["moved"] if "moved" in plan.rows else []
    rows = list(map(_Row, *(plan.rows[name].tolist() for name in columns)))
    short = cut_apart((row.channel for row in rows), layout.name)
    rows = [replace(row, short=short[row.channel]) for row in rows]
    texts = list(totals) or [""] * max(len(rows), len(plan.groups))
    if not plan.overview:
        heads = _heads(plan, theme, layout) if plan.heads else []
        pairs = zip(rows, texts, strict=False)
        return heads + [label for row, total in pairs for label in _row(row, total, theme, layout)]
    return _overview_labels(plan, rows, texts, theme, layout)


def names_cut(status: pd.DataFrame, layout: str) -> tuple[str, ...]:
    """Return the channels of a status table whose names are cut in the rows of a layout."""
    short = cut_apart(status[CHANNEL].tolist(), LAYOUTS[layout].name)
    return tuple(whole for whole, name in short.items() if name != whole)


def _overview_labels(
    plan: Plan, rows: list[_Row], texts: list[str], theme: Theme, layout: Layout
) -> list[Drawing]:
    starts = (plan.groups["size"].cumsum() - plan.groups["size"]).tolist()
    firsts = [rows[start].channel for start in starts]
    groups = list(plan.groups.itertuples())
    whole = [_whole_names(group, first) for group, first in zip(groups, firsts, strict=True)]
    short = cut_rows_apart(whole, partial(_cut_names, layout.name - _SPARE))
    labels: list[Drawing] = []
    for group, start, names, total in zip(groups, starts, whole, texts, strict=False):
        group_name = _group_name(names, short[names], theme)
        members = rows[start : start + group.size]
        labels += _overview(members, group, group_name, total, theme, layout)
    return labels


def state_words(state: str, days: float, since: pd.Timestamp, theme: Theme) -> str:
    """Return a state and how long it has held, or the year in which a channel ended."""
    length = str(since.year) if state == ENDED else show_length(days)
    return coloured(f"{bold(state)} {length}", theme.word(state))


def _moved(rows: list[_Row]) -> str:
    """The marks of the channels that moved since the day that is compared with, each once."""
    marks = "".join(dict.fromkeys(row.moved for row in rows if row.moved))
    return f" {bold(escaped(marks))}" if marks else ""


def _group_words(rows: list[_Row], theme: Theme) -> str:
    """The worst state of the channels of one set of parties and how many are in it; ended
    channels are not counted."""
    counted = [row for row in rows if row.state != ENDED] or rows
    if len(counted) == 1:
        row = counted[0]
        return state_words(row.state, row.days, row.since, theme)
    states = [row.state for row in counted]
    worst = min(states, key=STATUS_WORDS.index)
    text = worst_words(states.count(worst), len(states), worst)
    return coloured(bold(text), theme.word(worst))


def _row(row: _Row, total: str, theme: Theme, layout: Layout) -> tuple[Drawing, Drawing]:
    y = row.y + layout.word - layout.centre
    words = state_words(row.state, row.days, row.since, theme) + _moved([row])
    is_cut = row.short != row.channel
    hover = _story(wrapped(row.channel), total) or (wrapped(row.channel) if is_cut else "")
    name = escaped(row.short)
    return _left(name, hover, y, theme, layout), _right(words, hover, y, theme, layout)


def _overview(
    rows: list[_Row],
    group: Any,
    group_name: tuple[str, str],
    total: str,
    theme: Theme,
    layout: Layout,
) -> tuple[Drawing, Drawing]:
    y = group.top + (layout.word if layout.narrow else min(group.height / 2, _FIRST_LINE))
    name, whole = group_name
    words = _group_words(rows, theme) + _moved(rows)
    hover = _story(_group_head(group, rows), total) or whole
    return _left(name, hover, y, theme, layout), _right(words, hover, y, theme, layout)


def _group_head(group: Any, rows: list[_Row]) -> str:
    """The whole names of parties and, where they have one channel, of it; else how many."""
    named = rows[0].channel if group.size == 1 else count(group.size, "channel")
    ended = sum(row.state == ENDED for row in rows)
    if 0 < ended < group.size:
        named += f", {ended:,} of them ended and not counted at the right"
    return lines(wrapped(show_sides(group.parties) or _NO_PARTIES), wrapped(named))


def _story(head: str, total: str) -> str:
    return lines(bold(head), total) if total else ""


def _whole_names(group: Any, channel: str) -> _Names:
    """The parties of a group and, where it is one channel, the name of that."""
    parties = show_sides(group.parties)
    return (parties, channel) if group.size == 1 else (parties or _NO_PARTIES, "")


def _cut_names(limit: int, names: _Names, way: Callable[[str, float], str]) -> _Names:
    parties, channel = names
    if not channel:
        return way(parties, int(limit * _BOLD)), ""
    cut_parties = way(parties, limit)
    room = limit - measure(cut_parties) - 1 if parties else limit
    return cut_parties, way(channel, room) if room >= _LEAST_NAME else ""


def _group_name(whole: _Names, cut_names: _Names, theme: Theme) -> tuple[str, str]:
    """The name of a group, dressed, and its whole name where that is cut."""
    parties, channel = map(escaped, cut_names)
    text = f"{parties} {coloured(channel, theme.muted)}".strip() if whole[1] else bold(parties)
    return text, "" if cut_names == whole else lines(*map(wrapped, whole))


def _heads(plan: Plan, theme: Theme, layout: Layout) -> list[Drawing]:
    """The names of parties, which may run on over the plot beside which nothing stands."""
    limit = (layout.label + layout.plot()) / _HEAD_LETTER
    names = [show_sides(parties) or _NO_PARTIES for parties in plan.groups["parties"]]
    short, tops = cut_apart(names, limit), plan.groups["top"].tolist()
    return [
        _head(name, short[name], top, theme, layout) for name, top in zip(names, tops, strict=True)
    ]


def _head(parties: str, cut_parties: str, top: float, theme: Theme, layout: Layout) -> Drawing:
    more = _told(wrapped(parties) if cut_parties != parties else "", theme)
    y = top + SIZES.head_space + SIZES.head_name
    name = bold(escaped(cut_parties))
    return annotation(name, y, SIZES.head_type, theme.text, xshift=-layout.label, **more)


def _left(text: str, hover: str, y: float, theme: Theme, layout: Layout) -> Drawing:
    shift = 1 if layout.narrow else -layout.label
    more = _told(hover, theme)
    return annotation(text, y, SIZES.name_type, theme.text, xshift=shift, **more)


def _right(text: str, hover: str, y: float, theme: Theme, layout: Layout) -> Drawing:
    anchor = "right" if layout.narrow else "left"
    more = {"x": 1, "xanchor": anchor, "xshift": layout.gap, **_told(hover, theme)}
    return annotation(text, y, SIZES.name_type, theme.text, **more)


def _told(hover: str, theme: Theme) -> Drawing:
    return {"hovertext": hover, "hoverlabel": hover_label(theme)} if hover else {}
