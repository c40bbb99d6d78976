"""Cause markers: what counts as a fall, which days are marked, and where their words stand."""

from collections.abc import Callable

import pandas as pd
import pytest

from openline.figures.axis import Window
from openline.figures.frames import Frames
from openline.figures.sizes import LAYOUTS, SIZES
from openline.figures.theme import LIGHT, NARROW, WIDE
from openline.figures.timeline.causes import (
    cause_alt,
    cause_drawings,
    cause_flags,
    cause_total,
    falls,
    strip_height,
)
from openline.figures.timeline.rows import place_rows

FramesOf = Callable[..., Frames]


def _window(frames: Frames, width: str = WIDE) -> Window:
    start = frames.as_of - pd.DateOffset(years=10)
    return Window.until(frames.as_of, start, LAYOUTS[width].plot())


def _severed(cause: str, day: str, *names: str) -> list[str]:
    opened = [f"{name},P; Q,2015-01-01,,open,,," for name in names]
    return opened + [f"{name},P; Q,{day},,severed,,,{cause}" for name in names]


def _texts(frames: Frames, width: str = WIDE) -> list[str]:
    flags = cause_flags(frames.spans, _window(frames, width), LAYOUTS[width])
    return [flag.cause + flag.tail for flag in flags]


def test_channels_that_fall_on_one_day_are_one_marker(frames_of: FramesOf) -> None:
    """A marker names the cause, the day and how many channels it closed."""
    frames = frames_of(
        *_severed("Visit", "2022-08-05", "a", "b", "c"), *_severed("Visit", "2022-08-07", "d")
    )
    assert _texts(frames) == ["Visit, 5 Aug 2022: 3 closings", "Visit, 7 Aug 2022: 1 closing"]


def test_only_closings_count_as_falls(frames_of: FramesOf) -> None:
    """A lower state, or severed as the first one, is a fall; a rise or a move from unknown is
    none."""
    frames = frames_of(
        "a,P; Q,2020-01-01,,open,,,Treaty",
        "a,P; Q,2020-02-01,,partial,,,Row",
        "a,P; Q,2020-03-01,,severed,,,War",
        "a,P; Q,2020-04-01,,open,,,Peace",
        "a,P; Q,2020-05-01,,unknown,,,Fog",
        "a,P; Q,2020-06-01,,severed,,,Night",
        "b,P; Q,2020-01-01,,severed,,,Birth",
        "c,P; Q,2020-01-01,,open,,,",
        "c,P; Q,2020-02-01,,severed,,,",
    )
    assert falls(frames.spans)["cause"].tolist() == ["Row", "War", "Birth"]


def test_what_lies_before_the_window_is_not_marked(frames_of: FramesOf) -> None:
    """A cause older than the days shown has no marker."""
    assert _texts(frames_of("a,P; Q,2000-01-01,,severed,,,War")) == []


def test_a_day_known_roughly_is_told_as_it_was_given(frames_of: FramesOf) -> None:
    """The day of a marker has the precision of the file, unless its rows differ."""
    rows = _severed("War", "2020-02", "a")
    assert _texts(frames_of(*rows)) == ["War, Feb 2020: 1 closing"]
    rows += _severed("War", "2020-02-01", "b")
    assert _texts(frames_of(*rows)) == ["War, 1 Feb 2020: 2 closings"]


@pytest.mark.parametrize(("width", "most"), [(WIDE, 8), (NARROW, 5)])
def test_the_causes_of_most_channels_are_marked(frames_of: FramesOf, width: str, most: int) -> None:
    """Of many causes those that closed most channels are marked, as many as there is room for."""
    rows = _severed("Great war", "2019-06-01", "x", "y", "z")
    for i in range(20):
        rows += _severed(f"C{i}", f"{2015 + i // 3}-0{1 + 3 * (i % 3)}-05", f"c{i}")
    texts = _texts(frames_of(*rows), width)
    assert "Great war, 1 Jun 2019: 3" in " ".join(texts)
    assert len(texts) == most
    found = frames_of(*rows)
    assert cause_total(found.spans, _window(found, width)) == 21


def test_words_stand_in_steps(frames_of: FramesOf) -> None:
    """Words that lie over an earlier line stand above its words, so that no line crosses any."""
    rows = _severed("One", "2020-01-01", "a") + _severed("Two", "2020-06-01", "b")
    flags = cause_flags((frames := frames_of(*rows)).spans, _window(frames), LAYOUTS[WIDE])
    assert [flag.lane for flag in flags] == [0, 1]
    assert all(flag.left for flag in flags)
    assert strip_height(flags) == 2 * SIZES.flag + SIZES.foot


def test_lines_run_over_all_rows(frames_of: FramesOf) -> None:
    """A line runs from its words to the last row; narrow, it spares the words between bars."""
    frames = frames_of(*_severed("War", "2020-01-01", "a", "b"))
    found = {}
    for width in (WIDE, NARROW):
        layout = LAYOUTS[width]
        flags = cause_flags(frames.spans, _window(frames, width), layout)
        plan = place_rows(frames.status, layout, strip=strip_height(flags))
        (line,), _ = cause_drawings(flags, plan, LIGHT, layout)
        found[width] = line["path"]
    assert found[WIDE].count("M") == 1
    assert found[NARROW].count("M") > 2


def test_long_and_hostile_causes_are_cut_and_dressed(frames_of: FramesOf) -> None:
    """A cause is cut to its room and shown as text; hovering gives it whole, with what fell."""
    cause = "<b>War</b> " + "and more " * 30
    frames = frames_of(*_severed(cause, "2020-01-01", *(f"c{i}" for i in range(9))))
    layout = LAYOUTS[NARROW]
    flags = cause_flags(frames.spans, _window(frames, NARROW), layout)
    plan = place_rows(frames.status, layout, strip=strip_height(flags))
    _, (words,) = cause_drawings(flags, plan, LIGHT, layout)
    assert words["text"].startswith("&lt;b&gt;War")
    assert "…" in words["text"]
    assert "and 3 more" in words["hovertext"]
    assert "<b>War" not in words["hovertext"]


def test_no_cause_has_no_strip(frames_of: FramesOf) -> None:
    """Without a cause nothing is marked, no room is taken and nothing is told."""
    frames = frames_of("a,P; Q,2020-01-01,,open,,,")
    flags = cause_flags(frames.spans, _window(frames), LAYOUTS[WIDE])
    assert (flags, strip_height(flags), cause_alt(flags)) == ([], 0, "")


def test_an_overview_marks_what_closed_several(frames_of: FramesOf) -> None:
    """Among many lines a day that closed one channel is not marked."""
    rows = _severed("Solo", "2023-06-01", "s") + _severed("War", "2019-06-01", "a", "b")
    frames = frames_of(*rows)
    flags = cause_flags(frames.spans, _window(frames), LAYOUTS[WIDE], overview=True)
    assert [flag.cause for flag in flags] == ["War"]
