"""Silences on a time axis: dotted lines between contacts, thinned to what can be seen."""

from typing import Final

import numpy as np
import pandas as pd

from openline.figures.axis import Window, day_numbers
from openline.figures.bars import broken, line_trace, points_trace, unseen_trace
from openline.figures.canvas import Drawing
from openline.figures.hover import gap_hovers
from openline.figures.sizes import SIZES
from openline.figures.theme import Theme
from openline.record.columns import CONTACT

_GRAIN: Final = 3
"""Of silences in a row that begin within this many pixels of one another, only the longest is
drawn."""
_HEIGHT: Final = 11
"""The height of the area for hovering."""
_LINE: Final = 1.4


def silence_traces(
    silences: pd.DataFrame, places: "pd.Series[float]", window: Window, theme: Theme
) -> list[Drawing]:
    """Return the silences within a window: their lines, the contacts at their ends, and invisible
    bars for hovering and clicking.

    `silences`: rows of the gaps table; `places`: the height of each channel's line, by
    `channel_id`.
    """
    pieces = _pieces(silences, places, window)
    if not len(pieces):
        return []
    x0, x1, y = (pieces[name].to_numpy() for name in ("x0", "x1", "y"))
    line = {"color": theme.muted, "width": _LINE, "dash": SIZES.dots}
    dotted = line_trace(broken(x0, x1), broken(y, y), line) | {"name": "silent"}
    hovers = gap_hovers(silences.iloc[pieces["at"].to_numpy()], theme)
    ids = silences["channel_id"].to_numpy(dtype=object)[pieces["at"].to_numpy()]
    over = unseen_trace(pieces, hovers, ids, "silence")
    return [dotted, _contacts(pieces, window, theme), over]


def _pieces(silences: pd.DataFrame, places: "pd.Series[float]", window: Window) -> pd.DataFrame:
    """Return the pieces to draw. Columns: `at` (place in `silences`), `x0`, `x1`, `y`, `height`,
    and whether a contact shows at the start (`begun`) and at the end (`met`)."""
    start, end = day_numbers(silences["start"]), day_numbers(silences["end"])
    end = np.where(np.isnan(end), window.last, end)
    pieces = pd.DataFrame(
        {
            "at": np.arange(len(silences)),
            "x0": start.clip(min=window.first),
            "x1": end.clip(max=window.last),
            "y": places.reindex(silences["channel_id"]).to_numpy(),
            "height": float(_HEIGHT),
            "begun": start >= window.first,
            "met": (silences["ended_by"] == CONTACT).to_numpy(),
        }
    )
    pieces = pieces[pieces["x1"] > pieces["x0"]]
    pixel = np.floor(window.positions(pieces["x0"].to_numpy()) / _GRAIN)
    longest = pieces.assign(pixel=pixel, length=pieces["x1"] - pieces["x0"])
    longest = longest.sort_values("length", ascending=False, kind="stable")
    return longest.drop_duplicates(["y", "pixel"]).sort_index()


def _contacts(pieces: pd.DataFrame, window: Window, theme: Theme) -> Drawing:
    """Return an upright tick for each contact between silences; contacts that touch share one."""
    begun, met = pieces[pieces["begun"]], pieces[pieces["met"]]
    marks = pd.DataFrame(
        {
            "x": np.concatenate([begun["x0"].to_numpy(), met["x1"].to_numpy()]),
            "y": np.concatenate([begun["y"].to_numpy(), met["y"].to_numpy()]),
        }
    )
    marks["pixel"] = np.floor(window.positions(marks["x"].to_numpy()) / 2)
    marks = marks.drop_duplicates(["y", "pixel"])
    marker = {"symbol": "line-ns-open", "size": SIZES.tick + 1, "color": theme.text}
    return points_trace(marks["x"].to_numpy(), marks["y"].to_numpy(), marker)
