"""Names in full, in a picture."""

import pandas as pd
import plotly.graph_objects as go

from openline.figures.canvas import annotation
from openline.figures.gaps.now import gaps_now, gaps_scale
from openline.figures.names import name_in_full
from openline.figures.svg.drawing import svg_of
from openline.figures.theme import LIGHT, NARROW, WIDE
from openline.figures.whole_names import with_whole_names

_LONG = "Working group of the deputy commanders on incidents at sea and in the air above it"


def _figure() -> go.Figure:
    """Three rows of 30 pixels: the second one's name is cut, and takes two lines more."""
    cut = name_in_full("Alfa–Bravo", "One two three", 9, LIGHT.muted)
    notes = [
        annotation("First", 10, 13, LIGHT.text),
        annotation("Second…", 40, 13, LIGHT.text, name=cut),
        annotation("Third", 70, 13, LIGHT.text),
        annotation("1 Jan 2024", 1, 13, LIGHT.text, yref="paper"),
    ]
    shapes = [
        {"type": "line", "x0": 0, "x1": 1, "y0": 0, "y1": 1, "yref": "paper"},
        {"type": "line", "x0": 0, "x1": 1, "y0": 60, "y1": 90},
        {"type": "path", "path": "M 1.5 34 L 1.5 46 M 1.5 64 L 1.5 76"},
    ]
    axis = {"range": [94, 0], "tickvals": [10, 40, 70]}
    data = [{"type": "bar", "y": [10.0, 45.0, float("nan"), 70.0], "x": [1, 2, 3, 4]}]
    layout = {"annotations": notes, "shapes": shapes, "yaxis": axis, "height": 120}
    return go.Figure({"data": data, "layout": layout}, _validate=False)


def test_a_cut_name_goes_on_below_and_the_rest_makes_room() -> None:
    """What is beside the name stays there; what is below it stands 34 pixels lower."""
    drawn = with_whole_names(_figure()).to_dict()
    layout = drawn["layout"]
    texts = [note["text"] for note in layout["annotations"]]
    assert texts[0] == "First"
    assert texts[1].startswith("Alfa–<br>Bravo<br><span")
    assert "One two" in texts[1]
    assert "three" in texts[1]
    assert "…" not in texts[1]
    more = 17 * texts[1].count("<br>")
    heights = [note["y"] for note in layout["annotations"]]
    assert heights == [10, 40 + more / 2, 70 + more, 1]
    first, second, missing, third = drawn["data"][0]["y"]
    assert (first, second, third) == (10, 45, 70 + more)
    assert pd.isna(missing)
    assert layout["height"] == 120 + more
    assert layout["yaxis"] == {"range": [94 + more, 0], "tickvals": [10, 40, 70 + more]}
    paper, rule, path = layout["shapes"]
    assert (paper["y1"], rule["y0"], rule["y1"]) == (1, 60 + more, 90 + more)
    assert path["path"] == f"M 1.5 34 L 1.5 46 M 1.5 {64 + more} L 1.5 {76 + more}"


def test_a_figure_that_cuts_no_name_is_the_same() -> None:
    """And none is changed on its way."""
    figure = _figure()
    before = figure.to_dict()
    with_whole_names(figure)
    assert str(figure.to_dict()) == str(before)
    plain = go.Figure({"data": [], "layout": {"annotations": []}}, _validate=False)
    assert with_whole_names(plain) is plain


def test_a_picture_of_gaps_has_every_word_of_a_name() -> None:
    """At the width of a page and of a telephone; the figure on the screen cuts them."""
    row = {
        "channel_id": 0,
        "gap": "severance",
        "parties": "Alfa; Bravo",
        "channel": _LONG,
        "start_text": "2020-01-01",
        "end_text": None,
        "days": 400,
        "days_min": 400,
        "days_max": 400,
        "ongoing": True,
        "onset_known": True,
        "cause": None,
        "summary": None,
        "source": None,
        "ended": 4,
        "longer_than": 2,
        "longer_least": 2,
        "own_ended": 0,
        "own_longer_than": 0,
        "own_longer_least": 0,
    }
    gaps = pd.DataFrame(
        [row, {**row, "channel_id": 1, "channel": "Talks", "parties": "Alfa; Zulu"}]
    )
    for width in (WIDE, NARROW):
        figure = gaps_now(gaps, gaps_scale(gaps, width=width), LIGHT, width)
        drawn = svg_of(with_whole_names(figure))
        assert "…" in svg_of(figure)
        assert "…" not in drawn
        for word in _LONG.split():
            assert word in drawn
