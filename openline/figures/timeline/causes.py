"""Cause markers: the days on which a cause closed channels, as labelled lines across all rows."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from openline.figures.axis import Window, day_numbers
from openline.figures.canvas import Drawing, annotation, hover_label
from openline.figures.markup import bold, coloured, escaped, lines, wrapped
from openline.figures.names import fitted, measure
from openline.figures.sizes import SIZES, Layout
from openline.figures.theme import Theme
from openline.figures.timeline.rows import Plan
from openline.record.columns import ENDED, SEVERED, STATE_RANK
from openline.record.dates import show_date, show_day
from openline.sentences.runs import count, show_sides

_DAY: Final = ["cause", "start"]
"""What makes one marker: the same cause on the same day."""
_MOST: Final = 8
_MOST_NARROW: Final = 5
_LANES: Final = 6
_TRIED: Final = 24
"""How many markers are tried: enough for those without room to give way to others."""
_LEAST_NAME: Final = 8
"""The fewest characters of a cause worth showing."""
_TITLE_ROOM: Final = (33, 14)
"""If narrow, how far above the 100 % line the title of openness begins and ends."""
_NAMED: Final = 6
"""How many channels the hover text of a marker names."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A day on which a cause closed channels, and the place of its words.

    `cause` and `tail`: the words, undressed; `whole`: the words uncut; `x`: day number; `left`:
    whether the words are left of the line or begin at the figure's edge, above it; `lane`: counted
    upward from the lowest, 0; `rows`: the channels that fell, and from which state.
    """

    cause: str
    tail: str
    whole: str
    x: float
    left: bool
    lane: int
    rows: tuple[tuple[str, object, str, str], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    start: float
    end: float
    line: float
    lane: int


def falls(spans: pd.DataFrame) -> pd.DataFrame:
    """Return the spans that have a cause and closed their channel: the state is lower than before,
    or severed as the first one."""
    rank, before = spans["state"].map(STATE_RANK), spans["previous"].map(STATE_RANK)
    none = spans["previous"].fillna("").isin(["", ENDED]) & (spans["state"] == SEVERED)
    return spans[spans["cause"].notna() & ((rank < before) | none)]


def cause_flags(
    spans: pd.DataFrame, window: Window, layout: Layout, overview: bool = False
) -> list[Flag]:
    """Return the markers of a window from left to right.

    Causes that closed most channels come first, then the newest: at most 8 (5 if narrow), and only
    where their words have room. In an overview a cause must have closed several channels.
    """
    cuts = falls(spans)
    counts = _counts(cuts, window, overview)
    tried = counts.sort_values(["channels", "start", "cause"], ascending=False).head(_TRIED)
    groups = cuts.merge(tried[_DAY], how="right", on=_DAY).groupby(_DAY, sort=False)
    fitted = [_flag(group, window, layout) for _, group in groups]
    most = _MOST_NARROW if layout.narrow else _MOST
    flags: list[Flag] = []
    for flag in fitted:
        more = _stepped(sorted([*flags, flag], key=lambda each: each.x), window, layout)
        flags = more if more and len(more) <= most else flags
    return flags


def cause_total(spans: pd.DataFrame, window: Window, overview: bool = False) -> int:
    """Return how many markers a window would have if there were room for all."""
    return len(_counts(falls(spans), window, overview))


def _counts(cuts: pd.DataFrame, window: Window, overview: bool) -> pd.DataFrame:
    """Return how many channels each cause closed on each day of the window, for those worth a
    marker."""
    cuts = cuts[day_numbers(cuts["start"]) >= window.first]
    counts = cuts.groupby(_DAY, sort=False).size().reset_index(name="channels")
    return counts[counts["channels"] > int(overview)]


def strip_height(flags: list[Flag]) -> int:
    """Return the height in pixels of the strip of words above the rows; 0 without markers."""
    return (max(flag.lane for flag in flags) + 1) * SIZES.flag + SIZES.foot if flags else 0


def cause_drawings(
    flags: list[Flag], plan: Plan, theme: Theme, layout: Layout
) -> tuple[list[Drawing], list[Drawing]]:
    """Return the lines of markers, down across all rows of a plan, and their words.

    If narrow, where words are between the bars, the lines cross only the bars.
    """
    lanes = max((flag.lane for flag in flags), default=0)
    heights = [(lanes - flag.lane + 0.5) * SIZES.flag + SIZES.foot / 2 for flag in flags]
    pairs = list(zip(flags, heights, strict=True))
    stretches = _sparing_words(plan, layout) if layout.narrow else [(0.0, plan.bottom)]
    return (
        [_line(flag, y, stretches, theme) for flag, y in pairs],
        [_words(flag, y, theme, layout) for flag, y in pairs],
    )


def cause_alt(flags: list[Flag]) -> str:
    """Return the markers in words, for readers who cannot see them."""
    return f"Causes marked: {'; '.join(flag.whole for flag in flags)}." if flags else ""


def _flag(group: pd.DataFrame, window: Window, layout: Layout) -> Flag:
    """Return the marker of one cause and day, in the lowest lane."""
    first = group.iloc[0]
    same = group["start_text"].nunique() == 1
    day = show_date(first["start_text"]) if same else show_day(first["start"])
    whole, number = str(first["cause"]), count(len(group), "closing")
    tail = f", {day}: {len(group):,}" if layout.narrow else f", {day}: {number}"
    x = float(day_numbers(group["start"])[0])
    at = float(window.positions(np.array([x]))[0])
    letters = int((layout.label + window.pixels) / SIZES.flag_letter) - len(tail) - 1
    cause = fitted(whole, max(letters, _LEAST_NAME))
    left = _width(cause + tail) <= at + layout.label
    columns = ("channel", "parties", "previous", "state")
    rows = tuple(zip(*(group[name].tolist() for name in columns), strict=True))
    return Flag(cause, tail, f"{whole}, {day}: {number}", x, left, 0, rows)


def _stepped(flags: list[Flag], window: Window, layout: Layout) -> list[Flag]:
    """Return the markers from left to right, each in the lowest lane where its words touch no other
    words and no line from above, and its line touches no words below; none if there are too few
    lanes."""
    taken: list[_Placed] = []
    for flag in flags:
        at = float(window.positions(np.array([flag.x]))[0])
        end = at if flag.left else _width(flag.cause + flag.tail) - layout.label
        start = end - _width(flag.cause + flag.tail)
        lanes = (_Placed(start, end, at, lane) for lane in range(_LANES))
        free = (spot for spot in lanes if not any(_clash(spot, other) for other in taken))
        spot = next(free, None)
        if spot is None:
            return []
        taken.append(spot)
    return [replace(flag, lane=spot.lane) for flag, spot in zip(flags, taken, strict=True)]


def _clash(one: _Placed, other: _Placed) -> bool:
    if one.lane > other.lane:
        one, other = other, one
    if one.lane == other.lane:
        return one.start < other.end + SIZES.flag_gap and other.start < one.end + SIZES.flag_gap
    return one.start < other.line < one.end


def _width(text: str) -> float:
    return measure(text) * SIZES.flag_letter + SIZES.flag_gap


def _sparing_words(plan: Plan, layout: Layout) -> list[tuple[float, float]]:
    """Return the heights between which there are no words: below the title of openness, and over
    the bars; in an overview, over those of each group."""
    above = [(0.0, layout.above - _TITLE_ROOM[0]), (layout.above - _TITLE_ROOM[1], plan.top)]
    ends = plan.rows.groupby("group" if plan.overview else "y", sort=True)["y"].agg(["min", "max"])
    half = plan.bar / 2 + 1
    return above + [(first - half, last + half) for first, last in ends.to_numpy().tolist()]


def _line(flag: Flag, y: float, stretches: list[tuple[float, float]], theme: Theme) -> Drawing:
    line = {"color": theme.text, "width": 1, "dash": SIZES.dashes}
    top = y + SIZES.flag / 2 * (-1 if flag.left else 1) + 2
    pieces = [(max(start, top), end) for start, end in stretches if end > max(start, top)]
    parts = [f"M {flag.x} {start:g} L {flag.x} {end:g}" for start, end in pieces]
    return {"type": "path", "path": " ".join(parts), "line": line}


def _words(flag: Flag, y: float, theme: Theme, layout: Layout) -> Drawing:
    text = escaped(flag.cause) + coloured(escaped(flag.tail), theme.muted)
    place: Drawing = {"x": flag.x, "xref": "x", "xanchor": "right", "xshift": -4}
    if not flag.left:
        place = {"xshift": 1 - layout.label}
    hover = {"hovertext": _hover(flag, theme), "hoverlabel": hover_label(theme)}
    return annotation(text, y, SIZES.tick_type, theme.text, **place, **hover)


def _hover(flag: Flag, theme: Theme) -> str:
    more = len(flag.rows) - _NAMED
    rest = coloured(f"and {more:,} more", theme.muted) if more > 0 else ""
    moves = [_move(*row, theme) for row in flag.rows[:_NAMED]]
    return lines(bold(wrapped(flag.whole)), *moves, rest)


def _move(channel: str, parties: object, before: object, state: str, theme: Theme) -> str:
    name = f"{show_sides(parties)}, {channel}" if isinstance(parties, str) else channel
    word = bold(coloured(state, theme.word(state)))
    change = f"{before} → {word}" if before in STATE_RANK else word
    return lines(coloured(wrapped(name), theme.muted) + " " + change)
