"""Traces of bars, lines, ends and marks."""

import numpy as np
import pandas as pd
import pytest

from openline.figures.bars import arrow_trace, bar_traces, end_trace, mark_traces, thin_traces
from openline.figures.theme import DARK, LIGHT, Theme

PIECES = pd.DataFrame(
    {
        "state": ["open", "partial", "severed", "unknown", "unknown", "partial"],
        "shape": ["full", "full", "lower", "full", "thin", "thin"],
        "x0": [0.0, 10, 20, 30, 40, 50],
        "x1": [10.0, 20, 30, 40, 50, 60],
        "y": 100.0,
        "height": 12.0,
    }
)
HOVERS = np.array([f"h{i}" for i in range(6)], dtype=object)
CUSTOM = np.arange(6).astype(object)


def test_each_state_is_a_trace() -> None:
    """Bars come a trace a state, severed last so that nothing hides it."""
    traces = bar_traces(PIECES, HOVERS, CUSTOM, LIGHT, 4.5)
    assert [trace["name"] for trace in traces] == ["open", "unknown", "partial", "severed"]
    assert traces[0]["customdata"] == [0]
    assert traces[0]["hovertext"] == ["h0"]


def test_only_partial_has_a_pattern() -> None:
    """Partial is striped in its own colours; unknown is hollow; the others are plain."""
    markers = {
        trace["name"]: trace["marker"] for trace in bar_traces(PIECES, HOVERS, CUSTOM, DARK, 4)
    }
    assert [name for name, marker in markers.items() if "pattern" in marker] == ["partial"]
    assert markers["partial"]["pattern"]["fgcolor"] == DARK.partial
    assert markers["unknown"]["color"] == DARK.background
    assert markers["unknown"]["line"] == {"width": 1, "color": DARK.unknown}


def test_thin_pieces_can_be_chosen() -> None:
    """Thin pieces are lines, a trace a state, under unseen bars that take hover and click."""
    traces = thin_traces(PIECES, HOVERS, CUSTOM, LIGHT)
    assert [trace["type"] for trace in traces] == ["scatter", "scatter", "bar"]
    assert traces[-1]["customdata"] == [4, 5]
    assert traces[-1]["marker"]["color"] == "rgba(0,0,0,0)"


def test_carried_unknown_is_dotted() -> None:
    """The thin line of unknown is dotted, so that it is not taken for open in grey."""
    unknown, partial, _ = thin_traces(PIECES, HOVERS, CUSTOM, LIGHT)
    assert unknown["line"]["dash"] == "2px,3px"
    assert "dash" not in partial["line"]
    assert partial["line"]["width"] == 0.32 * 12


def test_bars_that_are_not_chosen_do_not_fade() -> None:
    """A selection leaves every bar and mark at full strength."""
    marks = pd.DataFrame({"event": ["contact"], "x": [1.0], "y": [2.0], "channel_id": [7]})
    traces = bar_traces(PIECES, HOVERS, CUSTOM, LIGHT, 4.5)
    traces += mark_traces(marks, HOVERS[:1], {"contact": 6.0}, LIGHT)
    assert all(trace["unselected"] == {"marker": {"opacity": 1}} for trace in traces)


def test_open_symbols_take_the_marker_colour() -> None:
    """A tick is drawn in ink through the marker's colour, which open symbols need."""
    marks = pd.DataFrame({"event": ["contact"], "x": [1.0], "y": [2.0], "channel_id": [7]})
    trace = mark_traces(marks, HOVERS[:1], {"contact": 6.0}, LIGHT)[0]
    assert trace["marker"]["symbol"] == "line-ns-open"
    assert trace["marker"]["color"] == LIGHT.text
    assert trace["customdata"] == [7]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_marks_that_overlap_are_told_apart(theme: Theme) -> None:
    """What is filled has an edge of the ground's colour, what is hollow a ground of it."""
    events = ["change", "check", "overture", "refusal"]
    marks = pd.DataFrame({"event": events, "x": 1.0, "y": 2.0, "channel_id": 7})
    for trace in mark_traces(marks, HOVERS[:4], dict.fromkeys(events, 8.0), theme):
        drawn = trace["marker"]
        assert {drawn["color"], drawn["line"]["color"]} == {theme.text, theme.background}
        assert drawn["line"]["width"] >= 1


def test_arrows_are_hollow_for_unknown() -> None:
    """An arrow has its state's colour, and for unknown only an outline."""
    states = np.array(["severed", "unknown"], dtype=object)
    marker = arrow_trace(np.array([1.0, 2.0]), states, 9.0, 9, LIGHT)["marker"]
    assert marker["color"] == [LIGHT.severed, LIGHT.background]
    assert marker["line"]["width"].tolist() == [0, 1.2]


def test_ends_are_upright_ticks() -> None:
    """An end is a line one pixel higher and lower than the bar."""
    trace = end_trace(pd.DataFrame({"x": [5.0], "y": [100.0]}), 12, LIGHT)
    assert trace["y"][:2].tolist() == [93, 107]
