"""The causes of severances as a figure to download: one row per cause, its severances by length."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.figures.bars import broken, line_trace, points_trace
from openline.figures.canvas import Drawing, annotation, figure, pixel_canvas
from openline.figures.gaps.now import length_ticks
from openline.figures.markup import bold, coloured, escaped, lines
from openline.figures.names import fitted, in_lines
from openline.figures.sizes import SIZES
from openline.figures.theme import LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.record.columns import CAUSE
from openline.sentences.causes import cause_name, healing, lengths_of
from openline.sentences.runs import count

MOST_DRAWN: Final = 25
"""How many causes a picture has."""
_LEAST_SCALE: Final = 30
_DOT: Final = 7
_EDGE: Final = 0.02
"""The share of the scale left free beyond the longest severance."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """The sizes at one width: the margins, how many letters of a cause fit, the height of a row,
    and the middle, within a row, of its mark, its cause, its lengths and its unhealed number."""

    label: int
    right: int
    limit: int
    row: int
    mark: int
    name: int
    words: int
    healed: int


_LAYOUTS: Final = {
    WIDE: _Layout(300, 372, 46, 27, 14, 14, 14, 14),
    MEDIUM: _Layout(6, 10, 90, 58, 29, 10, 46, 46),
    NARROW: _Layout(6, 10, 54, 74, 29, 10, 45, 61),
}


def causes_figure(
    table: pd.DataFrame, rows: pd.DataFrame, theme: Theme = LIGHT, width: str = WIDE
) -> go.Figure:
    """Return the figure of the first causes of a table, in its order.

    `table`, `rows`: those of `openline.analysis.causes`, one row per cause and one per severance.
    """
    layout, first = _LAYOUTS[width], table.head(MOST_DRAWN)
    names = [cause_name(cause) for cause in first[CAUSE]]
    tops = dict(zip(names, np.arange(len(names)) * float(layout.row), strict=True))
    listed = rows.assign(top=rows[CAUSE].map(cause_name).map(tops)).dropna(subset="top")
    longest = float(listed["days"].max()) if len(listed) else 0.0
    values, labels = length_ticks(max(longest, _LEAST_SCALE))
    scale = (1 + _EDGE) * max(longest, _LEAST_SCALE)
    axis = {"range": [-_EDGE * scale, scale], "tickvals": values, "ticktext": labels}
    drawing = pixel_canvas(
        theme,
        len(first) * layout.row,
        (layout.label, layout.right),
        axis,
        {"showgrid": False, "tickvals": []},
    )
    drawing["annotations"] = _words(first, layout, theme)
    return figure(_traces(listed, layout, theme), drawing, width)


def _traces(listed: pd.DataFrame, layout: _Layout, theme: Theme) -> list[Drawing]:
    """Return a stem up to the longest severance of each cause, and a mark on it for each severance:
    a dot where it has ended, an arrow head where it is ongoing."""
    ends = listed.groupby("top")["days"].max()
    stems = ends.index.to_numpy() + layout.mark
    reach = broken(np.zeros(len(ends)), ends.to_numpy(dtype=float))
    lines = line_trace(reach, broken(stems, stems), {"color": theme.axis, "width": 1})
    traces = [lines | {"cliponaxis": False}]
    for ongoing, symbol, size in ((False, "circle", _DOT), (True, "triangle-right", SIZES.arrow)):
        part = listed[listed["ongoing"].astype(bool) == ongoing]
        marker = {"symbol": symbol, "size": size, "color": theme.severed}
        y = (part["top"] + layout.mark).to_numpy()
        traces.append(points_trace(part["days"].to_numpy(dtype=float), y, marker))
    return traces


def _words(listed: pd.DataFrame, layout: _Layout, theme: Theme) -> list[Drawing]:
    drawings = []
    for at, (_, row) in enumerate(listed.iterrows()):
        top = at * layout.row
        number = count(int(row["severances"]), "severance")
        told = coloured(number, theme.muted)
        whole, room = cause_name(row[CAUSE]), layout.limit - len(number)
        words = f"{bold(escaped(fitted(whole, room)))} {told}"
        left: Drawing = {"xshift": 1 - layout.label}
        drawings.append(annotation(words, top + layout.name, SIZES.name_type, theme.text, **left))
        if fitted(whole, room) != whole:
            drawings[-1]["name"] = f"{lines(*map(bold, in_lines(whole, room)))} {told}"
        place: Drawing = {"x": 1, "xshift": 12} if layout.label > layout.mark else left
        colour = theme.severed_word if row["ongoing"] else theme.muted
        drawings += [
            annotation(words, top + y, SIZES.tick_type, colour, **place)
            for words, y in _told(row, layout)
        ]
    return drawings


def _told(row: pd.Series, layout: _Layout) -> list[tuple[str, int]]:
    """Return how long the severances of a cause lasted, and how many are unhealed, as lines of
    text, each with its height."""
    lengths = lengths_of(pd.concat([row.drop("unused"), pd.Series({"unused": 0})]))
    texts = escaped(lengths), escaped(healing(row))
    if layout.words == layout.healed:
        return [("; ".join(texts), layout.words)]
    return list(zip(texts, (layout.words, layout.healed), strict=True))
