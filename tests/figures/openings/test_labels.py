"""The words of the figure of openings and closings."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from openline.figures.openings.labels import quarter_labels
from openline.figures.openings.periods import Counted
from openline.figures.openings.scale import scale_of
from openline.figures.theme import LIGHT
from tests.figures.moved import moves_of

DAY = pd.Timestamp("2023-10-05")


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
    assert "solid: moved a state" in texts
    assert "hollow: narrowed, ended" in texts
