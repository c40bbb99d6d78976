"""The history of gaps on a time axis: one row per channel, severances as bars, silences below."""

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.analysis.gaps import SEVERANCE, SILENCE
from openline.figures.axis import Window
from openline.figures.bars import points_trace
from openline.figures.canvas import Drawing, annotation, as_of_date, figure, row_grid, time_canvas
from openline.figures.frames import Frames
from openline.figures.gaps.now import CHANNEL_SHARE
from openline.figures.gaps.silences import silence_traces
from openline.figures.markup import bold, coloured
from openline.figures.names import name_label, names_of
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.strips import Strips, strip_traces
from openline.figures.theme import LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.record.columns import SEVERED
from openline.record.dates import show_day
from openline.sentences.lengths import show_length
from openline.sentences.runs import count
from openline.sentences.status import several_parties

_WIDE: Final = replace(LAYOUTS[WIDE], label=320, right=104, name=50, row=28, bar=9, centre=10)
_STACKED: Final = replace(
    LAYOUTS[NARROW], name=38, row=54, bar=9, centre=30, years=1, near=0.22, figure=600
)
_LAYOUTS: Final = {
    WIDE: _WIDE,
    MEDIUM: replace(_STACKED, name=54),
    NARROW: replace(_STACKED, figure=358, years=2, near=0.24),
}
_AROUND: Final = 6
_SILENT_BELOW: Final = 11
"""How far below a row's severances its silences are drawn."""


def in_window(gaps: pd.DataFrame, start: pd.Timestamp) -> pd.DataFrame:
    """Return the gaps that are ongoing or end after a day."""
    return gaps[gaps["ongoing"].astype(bool) | (gaps["end"] > start)]


def gap_rows(gaps: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each channel that has gaps, in the order of the history.

    Columns: `channel_id, parties, channel`; `severed` and `silent`, the days of ongoing gaps,
    missing where there is none. Severed channels come first, then silent ones, the longest first;
    then the others, by when their last gap ended, the latest first.
    """
    ongoing = gaps["ongoing"].astype(bool)
    frame = gaps[["channel_id", "parties", "channel", "end"]].assign(
        severed=gaps["days"].where(ongoing & (gaps["gap"] == SEVERANCE)),
        silent=gaps["days"].where(ongoing & (gaps["gap"] == SILENCE)),
    )
    rows = frame.groupby("channel_id", as_index=False).agg(
        parties=("parties", "first"),
        channel=("channel", "first"),
        end=("end", "max"),
        severed=("severed", "max"),
        silent=("silent", "max"),
    )
    order = ["severed", "silent", "end"]
    return rows.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def gaps_history(
    frames: Frames,
    gaps: pd.DataFrame,
    rows: pd.DataFrame,
    start: pd.Timestamp,
    theme: Theme = LIGHT,
    width: str = WIDE,
) -> go.Figure:
    """Return the gaps of some channels from a day to the as-of day.

    `gaps`: the gaps table; `rows`: the rows of `gap_rows` to show. A click on a gap gives the
    `channel_id`.
    """
    layout = _LAYOUTS[width]
    window = Window.until(frames.as_of, start, layout.plot())
    placed = rows.assign(y=[float(i * layout.row + layout.centre) for i in range(len(rows))])
    bars = gaps[gaps["channel_id"].isin(rows["channel_id"])]
    traces = _severances(frames, bars, placed, window, theme, layout)
    places = placed.set_index("channel_id")["y"] + _SILENT_BELOW
    traces += silence_traces(bars[bars["gap"] == SILENCE], places, window, theme)
    traces += _arrows(placed, window, theme)
    bottom = len(rows) * layout.row
    axis: Drawing = {"tickvals": [], "showgrid": False}
    drawing = time_canvas(theme, layout, window, bottom, (layout.label, layout.right), axis)
    if layout.narrow:
        drawing["xaxis"] |= {"showgrid": False}
        drawing["shapes"] += row_grid(drawing["xaxis"]["tickvals"], _stretches(placed), theme)
    drawing["annotations"] = [as_of_date(theme, layout, frames.as_of)]
    drawing["annotations"] += _words(placed, theme, layout)
    return figure(traces, drawing, width, chosen=True)


def gaps_history_alt(
    gaps: pd.DataFrame, rows: pd.DataFrame, start: pd.Timestamp, as_of: pd.Timestamp
) -> str:
    """Return what the history shows, in one paragraph for readers who cannot see it."""
    recent = in_window(gaps, start)
    recent = recent[recent["channel_id"].isin(rows["channel_id"])]
    kinds = recent["gap"].value_counts()
    words = [count(int(kinds.get(kind, 0)), kind) for kind in (SEVERANCE, SILENCE)]
    begun = recent[recent["gap"] == SEVERANCE]["start"].dt.year.value_counts().sort_index()
    head = (
        f"History of the gaps of {count(len(rows), 'channel')} from {show_day(start)} to "
        f"{show_day(as_of)}: {words[0]} and {words[1]}."
    )
    if not len(begun) or begun.max() == 1:
        return head
    return f"{head} Most severances of one year began in {begun.idxmax()}: {begun.max():,}."


def _stretches(rows: pd.DataFrame) -> list[tuple[float, float]]:
    """Return the heights between which each row has its bar and its line, below its name."""
    return [(y - _AROUND, y + _SILENT_BELOW + _AROUND) for y in rows["y"].tolist()]


def _severances(
    frames: Frames,
    gaps: pd.DataFrame,
    rows: pd.DataFrame,
    window: Window,
    theme: Theme,
    layout: Layout,
) -> list[Drawing]:
    severances = gaps[gaps["gap"] == SEVERANCE]
    if not len(severances):
        return []
    seen = frames.status[["channel_id", "last_observed", "last_observed_text"]]
    places = rows.merge(seen, on="channel_id")
    return strip_traces(
        Strips.of(severances.astype({"ended": bool}), places, layout.bar), window, theme
    )


def _arrows(rows: pd.DataFrame, window: Window, theme: Theme) -> list[Drawing]:
    arrows = []
    kinds = (("severed", theme.severed, 0), ("silent", theme.muted, _SILENT_BELOW))
    for name, colour, below in kinds:
        y = rows.loc[rows[name].notna(), "y"].to_numpy() + below
        if len(y):
            marker = {"symbol": "triangle-right", "size": SIZES.arrow, "color": colour}
            arrows.append(points_trace(np.full(len(y), window.last), y, marker))
    return arrows


def _words(rows: pd.DataFrame, theme: Theme, layout: Layout) -> list[Drawing]:
    shift = 1 if layout.narrow else -layout.label
    names = names_of(rows, several_parties(rows), layout.name, CHANNEL_SHARE * layout.name)
    drawings = []
    for name, (_, row) in zip(names, rows.iterrows(), strict=True):
        y = row["y"] + (layout.word - layout.centre if layout.narrow else _SILENT_BELOW / 2)
        drawings.append(name_label(name, y, theme, layout.name, shift))
        words = _state(row, theme)
        if words:
            place = {"x": 1, "xanchor": "right" if layout.narrow else "left", "xshift": layout.gap}
            drawings.append(annotation(words, y, SIZES.name_type, theme.text, **place))
    return drawings


def _state(row: pd.Series, theme: Theme) -> str:
    if pd.notna(row["severed"]):
        words = f"{bold(SEVERED)} {show_length(row['severed'])}"
        return coloured(words, theme.word(SEVERED))
    return f"{bold('silent')} {show_length(row['silent'])}" if pd.notna(row["silent"]) else ""
