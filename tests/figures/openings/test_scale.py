"""The heights of the figure of openings and closings."""

import pandas as pd
import pytest

from openline.figures.openings.scale import MARGINS, count_step, scale_of
from openline.figures.theme import MEDIUM, NARROW, WIDE


def _counts(up: int, down: int) -> pd.DataFrame:
    return pd.DataFrame([{"raised": up, "resumed": 0, "severed": 0, "lowered": down}])


@pytest.mark.parametrize("narrow", [True, False])
@pytest.mark.parametrize(("up", "down"), [(1, 0), (0, 1), (11, 12), (40_000, 3)])
def test_everything_stands_in_its_order(up: int, down: int, narrow: bool) -> None:
    """Bars, their line and the end follow one another downward."""
    scale = scale_of(_counts(up, down), narrow)
    assert scale.top <= scale.zero <= scale.floor < scale.end < scale.bottom
    assert scale.zero - up * scale.unit >= scale.top
    assert scale.zero + down * scale.unit <= scale.floor


def test_few_counts_do_not_look_like_many() -> None:
    """One count is never higher than 26 pixels."""
    assert scale_of(_counts(1, 1), narrow=False).unit == 26


def test_a_side_without_counts_keeps_room_for_its_words() -> None:
    """Three lines of words fit beside an empty side, on a phone they need no room there."""
    wide, narrow = (scale_of(_counts(9, 0), narrow) for narrow in (False, True))
    assert wide.floor - wide.zero == 62
    assert narrow.floor == narrow.zero


@pytest.mark.parametrize(
    ("unit", "step"), [(26, 1), (13, 2), (6, 5), (2.4, 10), (0.5, 50), (0.005, 5000)]
)
def test_the_scale_of_counts_has_round_steps(unit: float, step: int) -> None:
    """Lines of the scale are at least 24 pixels apart."""
    assert count_step(unit) == step


def test_each_width_has_its_margins() -> None:
    """No width of a window is without margins."""
    assert set(MARGINS) == {WIDE, MEDIUM, NARROW}
