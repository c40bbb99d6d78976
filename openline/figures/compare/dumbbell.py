"""The dumbbell: a row for each channel that changed, with its state on each of two days."""

from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.figures.bars import (
    bar_traces,
    broken,
    end_trace,
    line_trace,
    points_trace,
    unseen_trace,
)
from openline.figures.canvas import Drawing, figure, pixel_canvas
from openline.figures.compare.rows import OFF_SCALE, PlacedRows, Room, place_ends
from openline.figures.compare.words import dumbbell_rules, dumbbell_words
from openline.figures.hover import comparison_hovers
from openline.figures.markup import bold, coloured
from openline.figures.pieces import FULL
from openline.figures.sizes import SIZES
from openline.figures.theme import LIGHT, WIDE, Theme
from openline.record.columns import ENDED
from openline.record.dates import show_day
from openline.sentences.compare import CHANGE_ORDER, changed

_THEN: Final = (11.0, 9.0)
"""Width and height of the first day's mark, which is lower than the second's."""
_NOW: Final = (22.0, 13.0)
_ARROW: Final = 8.0
_ARROW_GAP: Final = 5.0
_LINE: Final = 1.5
_TARGET: Final = 26.0
_Y_AXIS: Final[Drawing] = {"tickvals": [], "showgrid": False}


def dumbbell(
    compared: pd.DataFrame,
    days: tuple[pd.Timestamp, pd.Timestamp],
    theme: Theme = LIGHT,
    width: str = WIDE,
    page: int = 1,
) -> go.Figure:
    """Return the dumbbell of a comparison of two days; a click gives a `channel_id`.

    `compared` has the columns of the comparison, and those of each channel's newest move between
    the days (see `openline.analysis.compare`).
    """
    ends = place_ends(compared, width, page)
    room = ends.room
    traces = [*_lines(ends, theme), *_marks(ends, theme)]
    traces.append(_targets(ends, comparison_hovers(ends.rows, days, theme)))
    margins = (room.label, room.right)
    drawing = pixel_canvas(theme, ends.bottom, margins, _states(ends, room, theme), _Y_AXIS)
    drawing["annotations"] = dumbbell_words(ends, compared, theme, width)
    drawing["shapes"] = dumbbell_rules(ends, theme)
    return figure(traces, drawing, width, chosen=True)


def dumbbell_alt(compared: pd.DataFrame, days: tuple[pd.Timestamp, pd.Timestamp]) -> str:
    """Return what the dumbbell shows, in one paragraph for readers who cannot see it."""
    rows = changed(compared)
    counts = rows["change"].value_counts()
    counted = ", ".join(
        f"{counts[change]:,} {change}" for change in CHANGE_ORDER if change in counts
    )
    first, second = (show_day(day) for day in days)
    return (
        f"Dumbbell of {len(rows):,} channel{'' if len(rows) == 1 else 's'}: the state on {first} "
        f"and on {second}; {counted}. The table below has a row for each."
    )


def _lines(ends: PlacedRows, theme: Theme) -> list[Drawing]:
    """Return the lines between the two marks, dotted to or from unknown, and their arrow heads."""
    rows = ends.rows[ends.rows["from_state"].isin(list(ends.states))]
    x0, x1 = (rows[name].map(ends.states).to_numpy(float) for name in ("from_state", "to_state"))
    moved = x0 != x1
    unclear = rows["change"].eq("unclear").to_numpy()
    y = rows["y"].to_numpy()
    way = np.sign(x1 - x0)
    edge, tip = x0 + way * _THEN[0] / 2, x1 - way * (_NOW[0] / 2 + _ARROW_GAP)
    traces = [
        line_trace(
            broken(edge[at], tip[at]),
            broken(y[at], y[at]),
            {"color": theme.muted, "width": _LINE, "dash": dash},
        )
        for at, dash in ((moved & ~unclear, "solid"), (moved & unclear, SIZES.dots))
        if at.any()
    ]
    symbols = np.where(way > 0, "triangle-right", "triangle-left")
    marker = {"symbol": symbols[moved], "size": _ARROW, "color": theme.muted, "line": {"width": 0}}
    return [*traces, points_trace(tip[moved], y[moved], marker)]


def _marks(ends: PlacedRows, theme: Theme) -> list[Drawing]:
    """Return the marks of both days, as bars in the states' fills; ended is an upright tick."""
    parts = [_pieces(ends, "from_state", *_THEN), _pieces(ends, "to_state", *_NOW)]
    pieces = pd.concat(parts, ignore_index=True)
    over = pieces[pieces["state"] == ENDED]
    blank = np.full(len(pieces), "", dtype=object)
    traces = bar_traces(pieces, blank, blank, theme, SIZES.pattern)
    traces = [trace | {"hoverinfo": "skip"} for trace in traces]
    return [*traces, *([end_trace(over, _NOW[1], theme)] if len(over) else [])]


def _pieces(ends: PlacedRows, column: str, width: float, height: float) -> pd.DataFrame:
    rows = ends.rows[ends.rows[column].notna()]
    x = rows[column].map(ends.states).to_numpy(float)
    pieces = {"shape": FULL, "x0": x - width / 2, "x1": x + width / 2, "height": height, "x": x}
    return pd.DataFrame({"state": rows[column].to_numpy(), "y": rows["y"].to_numpy(), **pieces})


def _targets(ends: PlacedRows, hovers: np.ndarray) -> Drawing:
    """Return invisible bars over whole rows, so that these can be hovered over and clicked."""
    over = ends.rows[["y"]].assign(x0=0, x1=ends.room.plot, height=_TARGET)
    return unseen_trace(over, hovers, ends.rows["channel_id"].to_numpy(), "rows")


def _states(ends: PlacedRows, room: Room, theme: Theme) -> Drawing:
    """Return the axis: each state at its place, in its colour. States off the scale share one
    place, which is named only where one of them is there alone."""
    off_scale = [state for state in OFF_SCALE if state in ends.states]
    named = [state for state in ends.states if state not in off_scale or len(off_scale) == 1]
    words = [bold(coloured(state, theme.word(state))) for state in named]
    font = {"size": room.state, "color": theme.text}
    ticks = {"tickvals": [ends.states[state] for state in named], "ticktext": words}
    return {"range": [0, room.plot], "tickangle": 0, "tickfont": font, **ticks}
