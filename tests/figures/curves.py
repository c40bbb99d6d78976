"""Curves of survival for the tests of their figures, made by the real analysis."""

from typing import Any

import numpy as np
import pandas as pd

from openline.analysis.survival import estimate

__all__ = ["curve", "summary"]


def curve(*days: int, over: int | None = None, group: str = "all") -> pd.DataFrame:
    """Return the curve of lengths, of which the first `over` ended, all unless told."""
    ended = np.arange(len(days)) < (len(days) if over is None else over)
    return estimate(np.array(days, dtype=float), ended).assign(group=group)


def summary(**changed: Any) -> pd.Series:
    """Return a row of the summary, 100 days its median unless told."""
    known = {
        "group": "all",
        "n": 10,
        "events": 10,
        "decisions": 10,
        "median": 100,
        "median_lower": 50.0,
        "median_upper": 200.0,
        "unused": 0,
        "note": None,
    }
    return pd.Series(known | changed)
