"""The geometry of bars: certain, shared and thin pieces."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from openline.figures.axis import Window
from openline.figures.frames import Frames
from openline.figures.pieces import FULL, LOWER, THIN, UPPER, end_ticks, span_pieces
from openline.figures.strips import Strips

BAR = 12.0
FramesOf = Callable[..., Frames]


def _drawn(frames: Frames, start: str = "2015-01-01", pixels: float = 3287) -> pd.DataFrame:
    rows = frames.status.assign(y=100.0)
    window = Window.until(frames.as_of, pd.Timestamp(start), pixels)
    strips = Strips.of(frames.spans, rows, BAR)
    pieces = pd.DataFrame(span_pieces(strips.spans, strips.seen, strips.y, strips.bar, window))
    dates = {
        name: pd.to_datetime(pieces[column], unit="D").dt.strftime("%Y-%m-%d")
        for name, column in (("d0", "x0"), ("d1", "x1"))
    }
    return pieces.assign(**dates)


def _one(pieces: pd.DataFrame, shape: str, state: str) -> tuple[str, str]:
    found = pieces[(pieces["shape"] == shape) & (pieces["state"] == state)]
    assert len(found) == 1
    return found["d0"].iloc[0], found["d1"].iloc[0]


def test_exact_spans_are_full_to_the_last_observation(frames_of: FramesOf) -> None:
    """A bar is full while a source speaks and thin from the last observation to the day."""
    pieces = _drawn(frames_of("a,P; Q,2020-01-01,,open,,,", "a,P; Q,2022-03-01,check,open,,,"))
    assert _one(pieces, FULL, "open") == ("2020-01-01", "2022-03-01")
    assert _one(pieces, THIN, "open") == ("2022-03-01", "2024-01-01")
    assert len(pieces) == 2


def test_a_coarse_change_is_shared(frames_of: FramesOf) -> None:
    """Between the bounds of a change the old state has the upper half, the new one the lower."""
    pieces = _drawn(frames_of("a,P; Q,2020-01-01,,open,,,", "a,P; Q,2022,,severed,,,"))
    assert _one(pieces, FULL, "open") == ("2020-01-01", "2022-01-01")
    assert _one(pieces, UPPER, "open") == _one(pieces, LOWER, "severed")
    assert _one(pieces, LOWER, "severed") == ("2022-01-01", "2022-12-31")
    assert _one(pieces, THIN, "severed") == ("2022-12-31", "2024-01-01")
    halves = pieces.set_index("shape")
    assert halves.loc[[UPPER, LOWER], "y"].tolist() == [97, 103]
    assert halves.loc[[UPPER, LOWER], "height"].tolist() == [6, 6]


def test_a_coarse_start_begins_thin(frames_of: FramesOf) -> None:
    """Where only the year of the start is known, the bar is thin until the year's end."""
    pieces = _drawn(frames_of("a,P; Q,2020,,open,,,", "a,P; Q,2023-12-31,check,open,,,"))
    thin = pieces[pieces["shape"] == THIN].sort_values("x0")
    assert (thin["d0"].iloc[0], thin["d1"].iloc[0]) == ("2020-01-01", "2020-12-31")
    assert _one(pieces, FULL, "open") == ("2020-12-31", "2023-12-31")


def test_overlapping_coarse_dates_never_pass_the_next_change(frames_of: FramesOf) -> None:
    """An uncertain change stops where the next one begins: no piece covers a third state."""
    pieces = _drawn(
        frames_of(
            "a,P; Q,2019-01-01,,open,,,",
            "a,P; Q,2020,,partial,,,",
            "a,P; Q,2020-06-01,,severed,,,",
        )
    )
    assert _one(pieces, UPPER, "open") == ("2020-01-01", "2020-06-01")
    assert _one(pieces, LOWER, "partial") == ("2020-01-01", "2020-06-01")
    assert pieces[pieces["state"] == "partial"]["shape"].tolist() == [LOWER]


def test_an_ended_channel_stops_with_a_tick(frames_of: FramesOf) -> None:
    """A channel's bar stops where it ended, at the end of a coarse date, and has a tick there."""
    frames = frames_of("a,P; Q,2020-01-01,,open,,,", "a,P; Q,2022,ended,,,,")
    pieces = _drawn(frames)
    assert _one(pieces, FULL, "open") == ("2020-01-01", "2022-01-01")
    assert _one(pieces, THIN, "open") == ("2022-01-01", "2022-12-31")
    window = Window.until(frames.as_of, pd.Timestamp("2015-01-01"), 600)
    ends = end_ticks(frames.spans, np.array([100.0]), window)
    assert ends["x"].tolist() == pieces.loc[pieces["shape"] == THIN, "x1"].tolist()


def test_a_break_in_a_life_is_not_shared(frames_of: FramesOf) -> None:
    """A channel that starts again after its end begins anew, thin where the day is not known."""
    pieces = _drawn(
        frames_of(
            "a,P; Q,2018-01-01,,open,,,",
            "a,P; Q,2019-01-01,ended,,,,",
            "a,P; Q,2022,,partial,,,",
        )
    )
    assert set(pieces["shape"]) == {FULL, THIN}


def test_pieces_are_cut_at_the_window(frames_of: FramesOf) -> None:
    """Nothing is drawn before the window's first day or for spans that end before it."""
    frames = frames_of(
        "a,P; Q,2010-01-01,,open,,,",
        "a,P; Q,2015-01-01,,partial,,,",
        "a,P; Q,2024-01-01,check,partial,,,",
    )
    pieces = _drawn(frames, "2020-01-01")
    assert pieces["d0"].tolist() == ["2020-01-01"]
    assert pieces["state"].tolist() == ["partial"]


def test_a_short_severance_is_seen(frames_of: FramesOf) -> None:
    """A piece narrower than a pixel is drawn as wide as one."""
    frames = frames_of(
        "a,P; Q,2020-01-01,,open,,,", "a,P; Q,2022-01-01,,severed,,,", "a,P; Q,2022-01-02,,open,,,"
    )
    pieces = _drawn(frames, pixels=300)
    severed = pieces[pieces["state"] == "severed"]
    assert (severed["x1"] - severed["x0"]).iloc[0] == pytest.approx(3287 / 300)


def test_pieces_are_no_more_than_pixels(frames_of: FramesOf) -> None:
    """Daily changes are merged to a piece a pixel, of the most severe state."""
    states = ("open", "severed")
    days = pd.date_range("2020-01-01", "2023-12-31").strftime("%Y-%m-%d")
    lines = [f"a,P; Q,{day},,{states[i % 2]},,," for i, day in enumerate(days)]
    pieces = _drawn(frames_of(*lines), "2020-01-01", pixels=200)
    assert len(pieces) <= 201
    assert (pieces["state"] == "severed").mean() > 0.9


def test_no_span_has_no_piece(frames_of: FramesOf) -> None:
    """Without spans there are no pieces."""
    frames = frames_of("a,P; Q,2020-01-01,,open,,,")
    empty = Frames(
        frames.as_of, frames.spans.head(0), frames.status, frames.observations, frames.openness
    )
    assert len(_drawn(empty)) == 0
