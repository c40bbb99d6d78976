"""The state timeline: openness on top, then each channel as a bar or a line of its states."""

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.figures.axis import Window, window_start
from openline.figures.bars import mark_traces
from openline.figures.canvas import Drawing, as_of_date, figure, time_canvas
from openline.figures.frames import Frames
from openline.figures.hover import mark_hovers
from openline.figures.marks import observation_marks
from openline.figures.markup import bold, coloured, lines
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.strips import Strips, arrow_traces, strip_traces
from openline.figures.theme import LIGHT, WIDE, Theme
from openline.figures.timeline.causes import (
    Flag,
    cause_alt,
    cause_drawings,
    cause_flags,
    cause_total,
    strip_height,
)
from openline.figures.timeline.labels import row_labels
from openline.figures.timeline.openness_row import openness_labels, openness_ticks, openness_traces
from openline.figures.timeline.rows import Plan, is_overview, place_rows, shows_openness
from openline.record.columns import (
    CONTACT,
    LIVING_STATES,
    OVERTURE,
    REFUSAL,
    SEVERED,
    STATUS_WORDS,
    UNKNOWN,
)
from openline.record.dates import show_day
from openline.sentences.lengths import show_days, show_length
from openline.view.parameters import SORTS

_USUAL_RANGE: Final = "10y"
_READINGS: Final = ("openness", "low", "high")
_MARKS: Final = {CONTACT: SIZES.tick, OVERTURE: SIZES.overture, REFUSAL: SIZES.refusal}


def timeline(
    frames: Frames,
    theme: Theme = LIGHT,
    width: str = WIDE,
    start: pd.Timestamp | None = None,
    sort: str = SORTS[0],
    page: int = 1,
    causes: bool = False,
) -> go.Figure:
    """Return the state timeline from a day (by default ten years before) to the as-of day.

    With `causes`, lines mark the days on which a cause closed channels. A click on a bar, a line or
    a mark gives the channel's `channel_id` as `customdata`; in the overview, the text of its
    parties ("" where they are missing).
    """
    layout, window = _view(frames, width, start)
    flags = _flags(frames, window, layout, width) if causes else []
    strip = strip_height(flags)
    plan = place_rows(frames.status, layout, sort, page, strip)
    layout = replace(layout, above=layout.above + strip)
    traces = openness_traces(frames.openness, window, theme, layout) if plan.openness else []
    traces += _row_traces(frames, plan, window, theme)
    drawing = _layout(frames, plan, window, theme, layout)
    rules, words = cause_drawings(flags, plan, theme, layout)
    drawing["shapes"] += rules
    drawing["annotations"] += words
    return figure(traces, drawing, width, chosen=True)


def marked_causes(
    frames: Frames, width: str = WIDE, start: pd.Timestamp | None = None
) -> tuple[int, int]:
    """Return how many causes the timeline marks with `causes`, and out of how many."""
    layout, window = _view(frames, width, start)
    total = cause_total(frames.spans, window, is_overview(frames.status, width))
    return len(_flags(frames, window, layout, width)), total


def _flags(frames: Frames, window: Window, layout: Layout, width: str) -> list[Flag]:
    return cause_flags(frames.spans, window, layout, is_overview(frames.status, width))


def _view(frames: Frames, width: str, start: pd.Timestamp | None) -> tuple[Layout, Window]:
    layout = LAYOUTS[width]
    start = window_start(_USUAL_RANGE, frames.as_of, frames.spans) if start is None else start
    return layout, Window.until(frames.as_of, start, layout.plot(is_overview(frames.status, width)))


def timeline_alt(
    frames: Frames,
    width: str = WIDE,
    start: pd.Timestamp | None = None,
    causes: bool = False,
) -> str:
    """Return what the timeline shows, in one paragraph for readers who cannot see it."""
    layout, window = _view(frames, width, start)
    flags = _flags(frames, window, layout, width) if causes else []
    start = pd.Timestamp(window.first, unit="D")
    counts = frames.status["state"].value_counts()
    states = ", ".join(f"{counts[state]:,} {state}" for state in STATUS_WORDS if state in counts)
    number = f"{len(frames.status):,} channel{'s' if len(frames.status) != 1 else ''}"
    text = f"Timeline of {number} from {show_day(start)} to {show_day(frames.as_of)}: {states}."
    parts = (text, _openness_alt(frames), _longest_alt(frames.status), cause_alt(flags))
    return " ".join(filter(None, parts))


def _openness_alt(frames: Frames) -> str:
    readings = frames.openness.dropna(subset="openness")
    if not len(readings) or not shows_openness(frames.status):
        return ""
    middle, low, high = (f"{100 * readings[name].iloc[-1]:.0f} %" for name in _READINGS)
    bounds = f" ({low} low, {high} high)" if low != high else ""
    return f"Openness is {middle}{bounds}."


def _longest_alt(status: pd.DataFrame) -> str:
    severed = status[status["state"] == SEVERED].nlargest(1, "days_in_state")
    if not len(severed):
        return ""
    row = severed.iloc[0]
    return f"Severed longest: {row['channel']}, for {show_length(row['days_in_state'])}."


def _row_traces(frames: Frames, plan: Plan, window: Window, theme: Theme) -> list[Drawing]:
    strips = Strips.of(frames.spans, plan.rows, plan.bar)
    traces = strip_traces(strips, window, theme, plan.overview)
    if plan.overview:
        return traces
    middle = plan.rows.set_index("channel_id")["y"]
    marks = observation_marks(frames.observations, middle, plan.bar, window)
    traces += arrow_traces(plan.rows, window, SIZES.arrow, theme)
    return traces + mark_traces(marks, mark_hovers(marks, theme), _MARKS, theme)


def _layout(frames: Frames, plan: Plan, window: Window, theme: Theme, layout: Layout) -> Drawing:
    heights, labels = openness_ticks(layout) if plan.openness else ([], [])
    if plan.overview:
        heights, labels = heights + plan.groups["top"].tolist(), labels + [""] * len(plan.groups)
    margins = (layout.label, layout.right_overview if plan.overview else layout.right)
    axis = {"tickvals": heights, "ticktext": labels}
    drawing = time_canvas(theme, layout, window, plan.bottom, margins, axis)
    words = row_labels(plan, theme, layout, state_totals(plan, frames.shares, theme))
    if plan.openness:
        words += openness_labels(frames.openness, theme, layout)
    drawing["annotations"] = [as_of_date(theme, layout, frames.as_of), *words]
    if plan.heads:
        for top in plan.groups["top"]:
            drawing["shapes"] += _head_rules(top, theme, layout)
    return drawing


def _head_rules(top: float, theme: Theme, layout: Layout) -> list[Drawing]:
    """Return the rule above the name of parties, across the label column and the plot."""
    y = top + SIZES.head_space
    line = {"color": theme.axis, "width": 1}
    rule: Drawing = {"type": "line", "xref": "paper", "y0": y, "y1": y, "line": line}
    over_plot: Drawing = {"x0": 0, "x1": 1}
    over_label: Drawing = {"xsizemode": "pixel", "xanchor": 0, "x0": -layout.label, "x1": 0}
    parts = (over_plot,) if layout.narrow else (over_plot, over_label)
    return [rule | part | {"layer": "below"} for part in parts]


def state_totals(plan: Plan, shares: pd.DataFrame | None, theme: Theme) -> list[str]:
    """Return the days in each state of each row of a plan, as dressed text; in an overview, of each
    group, with the days of its channels pooled. Shares are of the known days.

    `shares`: the table of time in state, one row per channel; without it the texts are empty.
    """
    if shares is None or not len(plan.rows):
        return []
    names = [f"{state}_days" for state in LIVING_STATES]
    days = shares.set_index("channel_id")[names].reindex(plan.rows["channel_id"]).fillna(0)
    totals = days.to_numpy()
    if plan.overview:
        group = plan.rows["group"].to_numpy()
        totals = np.zeros((len(plan.groups), len(LIVING_STATES)))
        np.add.at(totals, group, days.to_numpy())
    return [_totals(row, theme) for row in totals.tolist()]


def _totals(days: list[float], theme: Theme) -> str:
    known_days = sum(days[: LIVING_STATES.index(UNKNOWN)])
    texts = [
        _total(state, length, known_days, theme)
        for state, length in zip(LIVING_STATES, days, strict=True)
        if length > 0
    ]
    return lines(coloured("Time in each state", theme.muted), *texts) if texts else ""


def _total(state: str, days: float, known_days: float, theme: Theme) -> str:
    word = bold(coloured(state, theme.word(state)))
    share = "" if state == UNKNOWN else f" · {100 * days / known_days:.0f} %"
    return f"{word} {show_days(days)}{share}"
