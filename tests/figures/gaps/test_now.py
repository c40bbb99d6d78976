"""The figures of the gaps that go on."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from openline.analysis.evidence import Evidence, gather
from openline.analysis.unusual import unusual
from openline.figures.gaps.now import gaps_now, gaps_now_alt, gaps_scale
from openline.figures.theme import DARK, LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.record.reading import read_record

ROWS = (
    "Line,A; B,2012-01-01,,severed",
    "Talks,A; C,2020-08,,severed",
    "Desk,A; C,2022-01-01,check,severed",
    "Call,A; D,2016-01-01,contact,open",
    "Old,A; D,2010-01-01,,severed",
    "Old,A; D,2011-01-01,,open",
)


def _seen(*rows: str) -> Evidence:
    text = "\n".join(["channel,parties,date,event,state", *rows])
    record = read_record(text.encode(), date(2026, 1, 1))
    assert not record.has_errors
    return gather(record, date(2024, 1, 1))


def _now(kind: str, *rows: str) -> pd.DataFrame:
    found = unusual(_seen(*(rows or ROWS)))
    return found[found["gap"] == kind]


def _drawn(kind: str, width: str = WIDE, theme: Theme = LIGHT) -> dict[str, Any]:
    now = _now(kind)
    figure = gaps_now(now, gaps_scale(now, width=width), theme, width)
    traces = [{"name": trace.name, **trace.to_plotly_json()} for trace in figure.data]
    return {"data": traces, "layout": figure.layout.to_plotly_json()}


@pytest.mark.parametrize(("width", "row"), [(WIDE, 27), (MEDIUM, 50), (NARROW, 62)])
@pytest.mark.parametrize("kind", ["severance", "silence"])
def test_a_figure_is_as_high_as_its_rows(kind: str, width: str, row: int) -> None:
    """The rows stand below an axis of 26 pixels and above a foot of 8."""
    now = _now(kind)
    figure = gaps_now(now, gaps_scale(now, width=width), DARK, width)
    assert figure.layout.height == 26 + len(now) * row + 8


def test_what_is_certain_is_thick_and_the_rest_thin() -> None:
    """A bar reaches to the least length, a thin line from there to the greatest."""
    data = {trace.get("name"): trace for trace in _drawn("severance")["data"]}
    assert data["severed"]["x"] == [4383.0, 1218.0, 730.0]
    thin = next(trace for trace in _drawn("severance")["data"] if trace.get("mode") == "lines")
    assert [x for x in thin["x"] if x == x] == [1218.0, 1248.0]


def test_each_row_has_its_name_its_length_and_its_rank() -> None:
    """Lengths stand at the bars' ends, with their bounds; ranks at the right edge."""
    words = [item["text"] for item in _drawn("severance")["layout"]["annotations"]]
    assert words[0].startswith("A–B <span")
    assert "<b>12.0 yr</b>" in words[1]
    assert words[2] == "longer than the one ended"
    assert "(1,218–1,248 d)" in words[4]
    assert "<b>at least 730 d</b>" in words[7]


def test_a_long_name_is_whole_on_a_line_of_its_own() -> None:
    """Where names stand above their bars they have the width of the window."""
    parties, channel = "China; Philippines", "Bilateral Consultation Mechanism"
    now = _now(
        "severance", f"{channel},{parties},2020-01-01,,severed", "Line,A; B,2021-01-01,,severed"
    )
    figure = gaps_now(now, gaps_scale(now, width=NARROW), LIGHT, NARROW)
    name = figure.layout.annotations[0]
    assert (channel in name.text, name.hovertext) == (True, None)


def test_a_silence_has_no_state_s_colour() -> None:
    """A silence is a dotted line from an upright start to an arrow head, none of it red."""
    dotted, start, head, over = _drawn("silence")["data"]
    assert dotted["line"]["dash"]
    assert (start["marker"]["symbol"], list(start["x"])) == ("line-ns-open", [0.0])
    assert (head["marker"]["symbol"], list(head["x"])) == ("triangle-right", [2922.0])
    assert LIGHT.severed not in str(_drawn("silence")["data"])
    assert over["customdata"] == [_now("silence")["channel_id"].iloc[0]]


def test_a_gap_is_hovered_over_along_its_row() -> None:
    """Hovering tells since when, how long so far, and both ranks; a click gives the channel."""
    over = _drawn("severance")["data"][-1]
    assert "since 1 Jan 2012 · 4,383 d so far" in over["hovertext"][0]
    assert "Longer than the one ended" in over["hovertext"][0]
    assert "in its channel, none has ended yet" in over["hovertext"][0]
    assert over["customdata"] == _now("severance")["channel_id"].tolist()


def test_both_kinds_share_a_scale_with_room_for_the_longest() -> None:
    """The scale leaves room for the words at the end of the longest gap of either kind."""
    severed, silent = _now("severance"), _now("silence")
    both = gaps_scale(severed, silent)
    assert both.longest == 4383
    assert both.days > 1.1 * both.longest
    figures = [gaps_now(part, both).layout.xaxis for part in (severed, silent)]
    assert figures[0].range == figures[1].range
    assert figures[0].tickvals == figures[1].tickvals


def test_the_axis_is_in_years_or_in_days() -> None:
    """Up to two years the axis counts days; the last number has the unit."""
    assert _drawn("severance")["layout"]["xaxis"]["ticktext"][-1] == "12 yr"
    young = _now("severance", "Line,A; B,2023-11-01,,severed")
    axis = gaps_now(young, gaps_scale(young)).layout.xaxis
    assert axis.ticktext[-1] == "60 d"


def test_one_set_of_parties_is_not_repeated() -> None:
    """Where all rows are of the same parties, only channels are named."""
    now = _now("severance", "Line,A; B,2023-11-01,,severed")
    words = gaps_now(now, gaps_scale(now)).layout.annotations[0].text
    assert words == "Line"


def test_the_alternative_states_the_finding() -> None:
    """Those who do not see the figure read how many, and the longest with their ranks."""
    now = _now("severance")
    assert gaps_now_alt(now, pd.Timestamp("2024-01-01")) == (
        "Severed on 1 Jan 2024, longest first: 3 channels. "
        "A–B Line 12.0 yr, longer than the one ended; "
        "A–C Talks 3.4 yr (1,218–1,248 d), longer than the one ended; "
        "A–C Desk at least 730 d, longer than the one ended."
    )
    assert gaps_now_alt(_now("silence"), pd.Timestamp("2024-01-01")).startswith("Silent on")
