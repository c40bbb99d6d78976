"""Openness, the top row of the timeline."""

from collections.abc import Callable
from itertools import pairwise

import pandas as pd

from openline.figures.axis import Window
from openline.figures.frames import Frames
from openline.figures.sizes import LAYOUTS
from openline.figures.theme import LIGHT, NARROW, WIDE
from openline.figures.timeline.openness_row import openness_labels, openness_ticks, openness_traces

FramesOf = Callable[..., Frames]


def _window(frames: Frames, pixels: float = 642) -> Window:
    return Window.until(frames.as_of, pd.Timestamp("2014-01-01"), pixels)


def test_the_line_runs_to_the_as_of_day(few: Frames) -> None:
    """The last value holds until the as-of day, in the scale of 76 pixels from 10."""
    window = _window(few)
    _, _, line = openness_traces(few.openness, window, LIGHT, LAYOUTS[WIDE])
    assert line["x"][-1] == window.last
    assert line["y"][-1] == line["y"][-2] == 10 + 76 * (1 - few.openness["openness"].iloc[-1])


def test_the_value_at_the_windows_start_is_shown(few: Frames) -> None:
    """The step that holds when the window begins is drawn from its edge."""
    window = Window.until(few.as_of, pd.Timestamp("2020-01-01"), 642)
    line = openness_traces(few.openness, window, LIGHT, LAYOUTS[WIDE])[2]
    assert line["x"][0] == window.first


def test_steps_are_no_more_than_half_pixels(many: Frames) -> None:
    """However many steps the record has, there are at most two a pixel."""
    days = pd.date_range("2014-01-01", periods=3000)
    dense = pd.DataFrame({"date": days, "openness": 0.5, "low": 0.4, "high": 0.6})
    traces = openness_traces(dense, _window(many, 100), LIGHT, LAYOUTS[WIDE])
    assert len(traces[2]["x"]) <= 202


def test_words_at_the_right_keep_their_distance(few: Frames) -> None:
    """High, value and low stand at least 15 pixels apart."""
    close = few.openness.tail(1).assign(openness=0.5, low=0.49, high=0.51)
    right = [item for item in openness_labels(close, LIGHT, LAYOUTS[WIDE]) if item["x"] == 1]
    heights = sorted(item["y"] for item in right)
    assert min(b - a for a, b in pairwise(heights)) >= 15


def test_one_word_is_enough_where_bounds_agree(few: Frames) -> None:
    """Where the bounds agree with the value only the value is shown."""
    sure = few.openness.tail(1).assign(openness=0.1, low=0.1, high=0.1)
    right = [item for item in openness_labels(sure, LIGHT, LAYOUTS[WIDE]) if item["x"] == 1]
    assert [item["text"] for item in right] == ["<b>10 %</b>"]


def test_the_narrow_title_has_the_bounds(few: Frames) -> None:
    """On a phone the title line gives the value and its bounds in brackets."""
    shown = few.openness.tail(1).assign(openness=0.6, low=0.44, high=0.76)
    texts = [item["text"] for item in openness_labels(shown, LIGHT, LAYOUTS[NARROW])]
    assert any("<b>60 %</b>" in text and "(44–76)" in text for text in texts)
    assert openness_ticks(LAYOUTS[NARROW])[1] == ["", "", ""]


def test_nothing_known_draws_nothing(frames_of: FramesOf) -> None:
    """Where no channel is known there is neither line nor number."""
    frames = frames_of(*(f"{name},P; Q,2020-01-01,,unknown,,," for name in "abc"))
    assert openness_traces(frames.openness, _window(frames), LIGHT, LAYOUTS[WIDE]) == []
    labels = openness_labels(frames.openness, LIGHT, LAYOUTS[WIDE])
    assert ["Openness of 0 known" in item["text"] for item in labels] == [True]
