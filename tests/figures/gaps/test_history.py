"""The history of gaps."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from openline.analysis.evidence import gather
from openline.analysis.gaps import gaps
from openline.figures.frames import Frames
from openline.figures.gaps.history import gap_rows, gaps_history, gaps_history_alt, in_window
from openline.figures.theme import DARK, LIGHT, MEDIUM, NARROW, WIDE
from openline.record.reading import read_record

FramesOf = Callable[..., Frames]
START = pd.Timestamp("2014-01-01")
ROWS = (
    "Line,A; B,2012-01-01,,open,,,",
    "Line,A; B,2020-01-01,,severed,Cut.,Wire,Visit",
    "Line,A; B,2023-12-31,check,severed,,,",
    "Talks,A; C,2015-01-01,,severed,,,",
    "Talks,A; C,2016,,open,,,",
    "Call,A; D,2016-01-01,contact,open,,,",
    "Call,A; D,2018-01-01,contact,,,,",
    "Old,A; D,2010-01-01,,severed,,,",
    "Old,A; D,2011-01-01,,open,,,",
)


def _table(*rows: str) -> pd.DataFrame:
    text = "\n".join(["channel,parties,date,event,state,summary,source,cause", *rows])
    return gaps(gather(read_record(text.encode(), date(2026, 1, 1)), date(2024, 1, 1)))


def _drawn(frames_of: FramesOf, width: str = WIDE) -> dict[str, Any]:
    table = _table(*ROWS)
    rows = gap_rows(in_window(table, START))
    figure = gaps_history(frames_of(*ROWS), table, rows, START, LIGHT, width)
    traces = [{"name": trace.name, **trace.to_plotly_json()} for trace in figure.data]
    return {"data": traces, "layout": figure.layout.to_plotly_json()}


def test_rows_are_severed_then_silent_then_the_rest() -> None:
    """Channels whose gaps ended before the years shown have no row."""
    rows = gap_rows(in_window(_table(*ROWS), START))
    assert rows["channel"].tolist() == ["Line", "Call", "Talks"]
    assert rows["severed"].tolist()[0] == 1461
    assert rows["silent"].tolist()[1] == 2191


@pytest.mark.parametrize(("width", "row"), [(WIDE, 28), (MEDIUM, 54), (NARROW, 54)])
def test_a_history_is_as_high_as_its_rows(frames_of: FramesOf, width: str, row: int) -> None:
    """Three channels stand below an axis of 26 pixels and above a foot of 8."""
    assert _drawn(frames_of, width)["layout"]["height"] == 26 + 3 * row + 8


def test_severances_are_bars_and_silences_lines_below(frames_of: FramesOf) -> None:
    """Each severance has a bar; silences lie lower, with a tick at each contact."""
    data = _drawn(frames_of)["data"]
    bars = next(trace for trace in data if trace.get("name") == "severed")
    silent = next(trace for trace in data if trace.get("name") == "silent")
    over = next(trace for trace in data if trace.get("name") == "silence")
    assert len(bars["y"]) == 2
    assert len([x for x in silent["x"] if x == x]) == 4
    assert len(over["hovertext"]) == 2
    ticks = [t for t in data if t.get("marker", {}).get("symbol") == "line-ns-open"]
    assert len(ticks[0]["x"]) == 2
    arrows = [t for t in data if t.get("marker", {}).get("symbol") == "triangle-right"]
    assert [len(trace["y"]) for trace in arrows] == [1, 1]


def test_the_end_of_a_row_says_what_goes_on(frames_of: FramesOf) -> None:
    """A row of a channel that is severed or silent says so and for how long."""
    words = [item["text"] for item in _drawn(frames_of)["layout"]["annotations"]]
    assert any("<b>severed</b> 4.0 yr" in text for text in words)
    assert "<b>silent</b> 6.0 yr" in words


def test_silences_alone_make_a_history(frames_of: FramesOf) -> None:
    """No severance is needed."""
    table = _table(*ROWS[5:7])
    figure = gaps_history(frames_of(*ROWS[5:7]), table, gap_rows(table), START, DARK)
    assert {trace.name for trace in figure.data} >= {"silent", "silence"}


def test_the_alternative_states_the_finding() -> None:
    """Those who do not see it read both counts apart, and the year of most severances."""
    table = _table(*ROWS)
    rows = gap_rows(in_window(table, START))
    text = gaps_history_alt(table, rows, START, pd.Timestamp("2024-01-01"))
    assert text == (
        "History of the gaps of 3 channels from 1 Jan 2014 to 1 Jan 2024: "
        "2 severances and 2 silences."
    )
    more = _table(*ROWS, "Desk,A; B,2020-05-01,,severed,,,")
    text = gaps_history_alt(more, gap_rows(more), START, pd.Timestamp("2024-01-01"))
    assert text.endswith("Most severances of one year began in 2020: 2.")
