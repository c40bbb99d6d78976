"""Frames: the tables of one day."""

from dataclasses import FrozenInstanceError

import pytest

from openline.figures.frames import Frames


def test_frames_cannot_be_changed(few: Frames) -> None:
    """The tables of a day stay those of that day."""
    with pytest.raises(FrozenInstanceError):
        few.as_of = few.as_of  # type: ignore[misc]  # the assignment that must fail
