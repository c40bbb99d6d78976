"""The heights of the figure of openings and closings."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from openline.figures.openings.periods import Counted
from openline.figures.openings.scale import MARGINS, count_step, quarter_labels, scale_of
from openline.figures.theme import LIGHT, MEDIUM, NARROW, WIDE
from tests.figures.moved import moves_of

DAY = pd.Timestamp("2023-10-05")


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


def _labels(*words: str, narrow: bool = False, start: str = "2022-10-05") -> list[Any]:
    found = Counted.of(moves_of(*words), DAY, pd.Timestamp(start), True, 800)
    middles = np.arange(len(found.counts), dtype=float)
    return quarter_labels(found, scale_of(found.counts, narrow), middles, LIGHT, narrow)


def _texts(labels: list[Any]) -> str:
    return "\n".join(label["text"] for label in labels)


def test_only_the_largest_periods_are_numbered() -> None:
    """One number stands above, one below, at the newest of the largest."""
    labels = _labels(
        "2023-01-05 reopened", "2023-01-06 resumed", "2023-08-05 widened", "2023-08-06 resumed",
        "2023-04-05 severed",
    )  # fmt: skip
    numbers = [(label["text"], label["x"]) for label in labels if label.get("xref") == "x"]
    assert numbers == [("<b>2</b>", 2.0), ("<b>1</b>", 1.0)]


def test_a_side_without_counts_has_no_number() -> None:
    """Where nothing closed, nothing is numbered below the line."""
    labels = _labels("2023-01-05 reopened")
    assert sum(label.get("xref") == "x" for label in labels) == 1


@pytest.mark.parametrize("narrow", [True, False])
def test_labels_explain_solid_and_hollow(narrow: bool) -> None:
    """Beside the bars, or on a phone between them, stands what is counted."""
    texts = _texts(_labels("2023-01-05 reopened", narrow=narrow))
    assert "solid: changed a state" in texts
    assert "hollow: narrowed, ended" in texts
