"""Marks above bars: which observations have one, and when they merge."""

from collections.abc import Callable

import pandas as pd
import pytest

from openline.figures.axis import Window
from openline.figures.frames import Frames
from openline.figures.marks import observation_marks
from openline.figures.sizes import LAYOUTS, SIZES

FramesOf = Callable[..., Frames]
START = "a,P; Q,2020-01-01,,open,,,"


def _marks(frames: Frames, pixels: float) -> pd.DataFrame:
    window = Window.until(frames.as_of, pd.Timestamp("2020-01-01"), pixels)
    y = pd.Series(100.0, index=frames.status["channel_id"])
    return observation_marks(frames.observations, y, 12, window)


def _lines(event: str, *days: str) -> list[str]:
    return [f"a,P; Q,{day},{event},,{event} of {day},," for day in days]


def test_contacts_closer_than_three_pixels_are_one(frames_of: FramesOf) -> None:
    """Ticks merge within 3 pixels of the first of them, not in an endless chain."""
    days = pd.date_range("2021-01-01", periods=9).strftime("%Y-%m-%d")
    marks = _marks(frames_of(START, *_lines("contact", *days)), pixels=1461)
    assert marks["count"].tolist() == [3, 3, 3]
    assert marks["first_text"].tolist() == ["2021-01-01", "2021-01-04", "2021-01-07"]
    assert marks["date"].tolist() == ["2021-01-03", "2021-01-06", "2021-01-09"]


def test_signs_closer_than_seven_pixels_are_one(frames_of: FramesOf) -> None:
    """Overtures merge within 7 pixels and tell of the newest."""
    lines = _lines("overture", "2021-01-01", "2021-01-07", "2021-01-08")
    marks = _marks(frames_of(START, *lines), pixels=1461)
    assert marks["count"].tolist() == [2, 1]
    assert marks["summary"].tolist() == ["overture of 2021-01-07", "overture of 2021-01-08"]


def test_a_refusal_rises_above_an_overture(frames_of: FramesOf) -> None:
    """A refusal within 7.5 pixels of an overture stands 6 higher, another stays."""
    lines = _lines("overture", "2021-01-01") + _lines("refusal", "2021-01-05", "2022-01-01")
    marks = _marks(frames_of(START, *lines), pixels=1461).set_index("date")
    assert marks["y"].to_dict() == {
        "2021-01-01": 100 - 6 - 4.5,
        "2021-01-05": 100 - 6 - 4.5 - 6,
        "2022-01-01": 100 - 6 - 4.5,
    }


@pytest.mark.parametrize("width", list(LAYOUTS))
def test_a_risen_mark_stays_in_its_row(width: str) -> None:
    """With its outline it ends below the bar of the row above."""
    layout = LAYOUTS[width]
    top = layout.centre - layout.bar / 2 - SIZES.above_bar - SIZES.sign_raise
    top -= (SIZES.refusal + SIZES.refusal_line) / 2
    assert top >= layout.centre + layout.bar / 2 - layout.row


def test_marks_of_different_channels_never_merge(frames_of: FramesOf) -> None:
    """Contacts of two channels on one day are two marks."""
    lines = [f"{name},P; Q,2020-01-01,,open,,," for name in "ab"]
    lines += [f"{name},P; Q,2021-01-01,contact,,,," for name in "ab"]
    assert _marks(frames_of(*lines), pixels=100)["count"].tolist() == [1, 1]


def test_changes_and_checks_have_no_mark(frames_of: FramesOf) -> None:
    """The bar itself tells of changes and checks; days before the window are left out."""
    frames = frames_of(
        "a,P; Q,2019-01-01,contact,open,,,",
        "a,P; Q,2021-01-01,check,open,,,",
    )
    assert len(_marks(frames, pixels=100)) == 0
