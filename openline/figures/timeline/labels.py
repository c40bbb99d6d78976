"""The words of the timeline's rows: names at the left, states and lengths at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import pandas as pd

from openline.figures.canvas import Drawing, annotation, hover_label
from openline.figures.markup import bold, coloured, escaped, lines, wrapped
from openline.figures.names import Name, cut_apart, cut_names
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.theme import Theme
from openline.figures.timeline.rows import Plan
from openline.record.columns import CHANNEL, ENDED, STATUS_WORDS
from openline.sentences.lengths import show_length
from openline.sentences.pairs import worst_words
from openline.sentences.runs import count, show_sides

_NO_PARTIES: Final = "no parties given"
_SPARE: Final = 2
"""How many characters shorter the names of parties are kept than those of channels."""
_HEAD_LETTER: Final = 8.5
"""The pixels of a whole row allowed for one letter of a head: a bold one, and some to spare."""
_FIRST_LINE: Final = 10.5
"""How far the name of tall groups of parties is below their top."""


@dataclass(frozen=True, slots=True)
class _Row:
    channel: str
    state: str
    days: float
    since: pd.Timestamp
    y: float
    moved: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    parties: object
    size: int
    top: float
    height: float


def row_labels(
    plan: Plan, theme: Theme, layout: Layout, totals: Sequence[str] = ()
) -> list[Drawing]:
    """Return the names and the words of a page's rows.

    `totals`: the hover text below the name of each row or, in an overview, of each group.
    """
    columns = ["channel", "state", "days_in_state", "since", "y"]
    columns += ["moved"] if "moved" in plan.rows else []
    rows = list(map(_Row, *(plan.rows[name].tolist() for name in columns)))
    texts = list(totals) or [""] * max(len(rows), len(plan.groups))
    if not plan.overview:
        heads = _heads(plan, theme, layout) if plan.heads else []
        short = cut_apart((row.channel for row in rows), layout.name)
        pairs = zip(rows, texts, strict=False)
        return heads + [
            label
            for row, total in pairs
            for label in _row(row, short[row.channel], total, theme, layout)
        ]
    return _overview_labels(plan, rows, texts, theme, layout)


def names_cut(status: pd.DataFrame, layout: str) -> tuple[str, ...]:
    """Return the channels of a status table whose names a layout cuts."""
    short = cut_apart(status[CHANNEL].tolist(), LAYOUTS[layout].name)
    return tuple(whole for whole, name in short.items() if name != whole)


def _overview_labels(
    plan: Plan, rows: list[_Row], texts: list[str], theme: Theme, layout: Layout
) -> list[Drawing]:
    columns = (plan.groups[name].tolist() for name in _Group.__slots__)
    groups = list(map(_Group, *columns))
    starts = accumulate((group.size for group in groups), initial=0)
    members = [rows[at : at + group.size] for at, group in zip(starts, groups, strict=False)]
    whole = [
        _whole_name(group.parties, channels)
        for group, channels in zip(groups, members, strict=True)
    ]
    names = cut_names(whole, layout.name - _SPARE)
    labels: list[Drawing] = []
    for each in zip(members, groups, names, texts, strict=False):
        labels += _overview(*each, theme, layout)
    return labels


def state_words(state: str, days: float, since: pd.Timestamp, theme: Theme) -> str:
    """Return a state and how long it has held or, for an ended channel, the year in which it
    ended."""
    length = str(since.year) if state == ENDED else show_length(days)
    return coloured(f"{bold(state)} {length}", theme.word(state))


def _moved(rows: list[_Row]) -> str:
    """Return the marks of the channels that moved since the day of comparison, each mark once."""
    marks = "".join(dict.fromkeys(row.moved for row in rows if row.moved))
    return f" {bold(escaped(marks))}" if marks else ""


def _group_words(rows: list[_Row], theme: Theme) -> str:
    """Return the worst state among the channels of one set of parties, and how many are in it;
    ended channels do not count."""
    counted = [row for row in rows if row.state != ENDED] or rows
    if len(counted) == 1:
        row = counted[0]
        return state_words(row.state, row.days, row.since, theme)
    states = [row.state for row in counted]
    worst = min(states, key=STATUS_WORDS.index)
    text = worst_words(states.count(worst), len(states), worst)
    return coloured(bold(text), theme.word(worst))


def _row(
    row: _Row, short: str, total: str, theme: Theme, layout: Layout
) -> tuple[Drawing, Drawing]:
    y = row.y + layout.word - layout.centre
    words = state_words(row.state, row.days, row.since, theme) + _moved([row])
    hover = _story(wrapped(row.channel), total)
    hover = hover or (wrapped(row.channel) if short != row.channel else "")
    return _left(escaped(short), hover, y, theme, layout), _right(words, hover, y, theme, layout)


def _overview(
    rows: list[_Row], group: _Group, name: Name, total: str, theme: Theme, layout: Layout
) -> tuple[Drawing, Drawing]:
    y = group.top + (layout.word if layout.narrow else min(group.height / 2, _FIRST_LINE))
    words = _group_words(rows, theme) + _moved(rows)
    hover = _story(_group_head(group, rows), total) or (name.hover() if name.is_cut else "")
    text = name.dressed(theme.muted)
    text = text if name.parties else coloured(text, theme.muted)
    return _left(text, hover, y, theme, layout), _right(words, hover, y, theme, layout)


def _group_head(group: _Group, rows: list[_Row]) -> str:
    """Return the full name of parties and that of their channel, or how many channels they have."""
    named = rows[0].channel if group.size == 1 else count(group.size, "channel")
    ended = sum(row.state == ENDED for row in rows)
    if 0 < ended < group.size:
        named += f", {ended:,} of them ended and not counted at the right"
    return lines(wrapped(show_sides(group.parties) or _NO_PARTIES), wrapped(named))


def _story(head: str, total: str) -> str:
    return lines(bold(head), total) if total else ""


def _whole_name(parties: object, rows: list[_Row]) -> tuple[str, str]:
    """Return parties and, where they have only one channel, its name."""
    sides = show_sides(parties)
    return (sides, rows[0].channel) if len(rows) == 1 else (sides or _NO_PARTIES, "")


def _heads(plan: Plan, theme: Theme, layout: Layout) -> list[Drawing]:
    """Return the names of parties, which can run across the plot, since nothing is beside them."""
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
