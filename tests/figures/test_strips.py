"""Strips: what clicking and hovering on a channel's bar gives."""

from typing import Any

import pandas as pd

from openline.figures.axis import Window
from openline.figures.frames import Frames
from openline.figures.strips import Strips, arrow_traces, strip_traces
from openline.figures.theme import LIGHT


def _parts(frames: Frames) -> tuple[Strips, Window, pd.DataFrame]:
    rows = frames.status.assign(y=range(len(frames.status)))
    window = Window.until(frames.as_of, pd.Timestamp("2014-01-01"), 600)
    return Strips.of(frames.spans, rows, 12), window, rows


def _bars(traces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [trace for trace in traces if trace["type"] == "bar"]


def test_a_click_gives_the_channel(few: Frames) -> None:
    """Every bar, thin ones too, carries the number of its channel."""
    strips, window, rows = _parts(few)
    given = {
        item for trace in _bars(strip_traces(strips, window, LIGHT)) for item in trace["customdata"]
    }
    assert given == set(rows["channel_id"])
    assert all(isinstance(item, int) for item in given)


def test_a_click_in_the_overview_gives_the_parties(few: Frames) -> None:
    """In an overview a line carries the text of its parties."""
    strips, window, _ = _parts(few)
    traces = _bars(strip_traces(strips, window, LIGHT, overview=True))
    assert {item for trace in traces for item in trace["customdata"]} == {"A; B"}


def test_only_carried_time_says_when_it_was_observed(few: Frames) -> None:
    """Thin time after the last observation names it; other pieces do not."""
    strips, window, _ = _parts(few)
    texts = {
        trace["name"]: trace["hovertext"] for trace in _bars(strip_traces(strips, window, LIGHT))
    }
    assert any("last observed 1 Mar 2023" in text for text in texts["thin"])
    assert not any("last observed" in text for name in ("open", "severed") for text in texts[name])


def test_living_channels_have_an_arrow(few: Frames) -> None:
    """Each channel that has not ended has an arrow at the as-of line."""
    _, window, rows = _parts(few)
    (trace,) = arrow_traces(rows, window, 9, LIGHT)
    assert set(trace["x"]) == {window.last}
    assert len(trace["x"]) == len(rows)
    assert arrow_traces(rows.head(0), window, 9, LIGHT) == []
