"""The state timeline: openness on top, then every channel as a bar or a line of its states."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.figures.axis import Window, day_numbers, window_start
from openline.figures.bars import arrow_trace, bar_traces, end_trace, mark_traces, thin_traces
from openline.figures.canvas import Drawing, as_of_date, figure, time_canvas
from openline.figures.hover import brief_hovers, mark_hovers, span_hovers, with_seen
from openline.figures.labels import row_labels
from openline.figures.marks import observation_marks
from openline.figures.openness_row import openness_labels, openness_ticks, openness_traces
from openline.figures.pieces import THIN, end_ticks, span_pieces
from openline.figures.rows import SORTS, Plan, place, shows_openness
from openline.figures.theme import LAYOUTS, LIGHT, SIZES, WIDE, Layout, Theme
from openline.record.columns import ENDED, STATUS_WORDS
from openline.record.dates import show_day
from openline.sentences.lengths import show_length

__all__ = ["Frames", "timeline", "timeline_alt", "timeline_height"]

_USUAL_RANGE = "10y"


@dataclass(frozen=True, eq=False)
class Frames:
    """What the figures of channels are drawn from, all as of one day.

    `spans`, `status` and `openness` are the tables of `openline.analysis`; `observations`
    are the rows that are seen.
    """

    as_of: pd.Timestamp
    spans: pd.DataFrame
    status: pd.DataFrame
    observations: pd.DataFrame
    openness: pd.DataFrame


def timeline(
    frames: Frames,
    theme: Theme = LIGHT,
    width: str = WIDE,
    start: pd.Timestamp | None = None,
    sort: str = SORTS[0],
    page: int = 1,
) -> go.Figure:
    """Return the state timeline from a day (ten years before, unless told) to the as-of day.

    A click on a bar, a line or a mark gives as `customdata` the channel's `channel_id`; in
    the overview the text of its parties ("" where they are missing).
    """
    layout = LAYOUTS[width]
    plan = place(frames.status, layout, sort, page)
    start = window_start(_USUAL_RANGE, frames.as_of, frames.spans) if start is None else start
    window = Window.until(frames.as_of, start, layout.plot(plan.overview))
    has_openness = shows_openness(frames.status)
    traces = openness_traces(frames.openness, window, theme, layout) if has_openness else []
    traces += _row_traces(frames, plan, window, theme)
    drawing = _layout(frames, plan, window, theme, layout)
    return figure(traces, drawing)


def timeline_height(
    status: pd.DataFrame, width: str = WIDE, sort: str = SORTS[0], page: int = 1
) -> int:
    """Return the height in pixels of the timeline of these channels; 0 where there are none."""
    if not len(status):
        return 0
    return int(SIZES.axis + place(status, LAYOUTS[width], sort, page).bottom + SIZES.foot)


def timeline_alt(frames: Frames, start: pd.Timestamp | None = None) -> str:
    """Return what the timeline shows, in one paragraph for those who do not see it."""
    start = window_start(_USUAL_RANGE, frames.as_of, frames.spans) if start is None else start
    counts = frames.status["state"].value_counts()
    states = ", ".join(f"{counts[state]:,} {state}" for state in STATUS_WORDS if state in counts)
    number = f"{len(frames.status):,} channel{'s' if len(frames.status) != 1 else ''}"
    text = f"Timeline of {number} from {show_day(start)} to {show_day(frames.as_of)}: {states}."
    return " ".join(filter(None, (text, _openness_alt(frames), _longest_alt(frames.status))))


def _openness_alt(frames: Frames) -> str:
    values = frames.openness["openness"].dropna()
    if not len(values) or not shows_openness(frames.status):
        return ""
    return f"Openness is {100 * values.iloc[-1]:.0f} %."


def _longest_alt(status: pd.DataFrame) -> str:
    severed = status[status["state"] == "severed"].nlargest(1, "days_in_state")
    if not len(severed):
        return ""
    row = severed.iloc[0]
    return f"Severed longest: {row['channel']}, for {show_length(row['days_in_state'])}."


def _row_traces(frames: Frames, plan: Plan, window: Window, theme: Theme) -> list[Drawing]:
    middle = plan.rows.set_index("channel_id")["y"]
    spans = frames.spans[frames.spans["channel_id"].isin(middle.index)].reset_index(drop=True)
    seen = plan.rows.set_index("channel_id")["last_observed"]
    y = spans["channel_id"].map(middle).to_numpy(dtype=float)
    last_seen = day_numbers(spans["channel_id"].map(seen))
    pieces = span_pieces(spans, last_seen, y, plan.bar, window)
    traces = _piece_traces(pieces, spans, last_seen, plan, theme)
    ends = end_ticks(spans, y, window)
    traces += [end_trace(ends, plan.bar, theme)] if len(ends) else []
    if plan.overview:
        return traces
    marks = observation_marks(frames.observations, middle, plan.bar, window)
    return [
        *traces,
        *_arrows(plan, window, theme),
        *mark_traces(marks, mark_hovers(marks, theme), theme),
    ]


def _piece_traces(
    pieces: pd.DataFrame, spans: pd.DataFrame, seen: np.ndarray, plan: Plan, theme: Theme
) -> list[Drawing]:
    at = pieces["span"].to_numpy()
    used, place_in = np.unique(at, return_inverse=True)
    texts = (brief_hovers if plan.overview else span_hovers)(spans.iloc[used], theme)
    hovers = texts[place_in]
    carried = ((pieces["shape"] == THIN) & (pieces["x0"] >= seen[at])).to_numpy()
    hovers[carried] = with_seen(hovers[carried], seen[at][carried], theme)
    key = spans["parties"].fillna("") if plan.overview else spans["channel_id"]
    custom = key.to_numpy(dtype=object)[at]
    pattern = SIZES.pattern_line if plan.overview else SIZES.pattern
    thin = thin_traces(pieces, hovers, custom, theme)
    return [*thin, *bar_traces(pieces, hovers, custom, theme, pattern)]


def _arrows(plan: Plan, window: Window, theme: Theme) -> list[Drawing]:
    alive = plan.rows[plan.rows["state"] != ENDED]
    if not len(alive):
        return []
    y, states = alive["y"].to_numpy(), alive["state"].to_numpy(dtype=object)
    return [arrow_trace(y, states, window.last, SIZES.arrow, theme)]


def _layout(frames: Frames, plan: Plan, window: Window, theme: Theme, layout: Layout) -> Drawing:
    heights, labels = openness_ticks(layout) if shows_openness(frames.status) else ([], [])
    if plan.overview:
        heights, labels = heights + plan.groups["top"].tolist(), labels + [""] * len(plan.groups)
    margins = (layout.label, layout.right_overview if plan.overview else layout.right)
    axis = {"tickvals": heights, "ticktext": labels}
    drawing = time_canvas(theme, layout, window, plan.bottom, margins, axis)
    words = row_labels(plan, theme, layout)
    if shows_openness(frames.status):
        words += openness_labels(frames.openness, theme, layout)
    drawing["annotations"] = [as_of_date(theme, layout, frames.as_of), *words]
    if plan.heads:
        drawing["shapes"] += [_head_rule(top, theme, layout) for top in plan.groups["top"]]
    return drawing


def _head_rule(top: float, theme: Theme, layout: Layout) -> Drawing:
    y = top + SIZES.head_space
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "layer": "below",
        "line": {"color": theme.axis, "width": 1},
    }
