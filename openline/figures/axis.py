"""The time axis: days as numbers, the window that is shown, and its years."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

import numpy as np
import pandas as pd

from openline.figures.sizes import Layout
from openline.view.stretch import RANGES, USUAL_RANGE, stretch_until

_EPOCH: Final = np.datetime64("1970-01-01", "us")
_DAY: Final = np.timedelta64(1, "D")
_MOST_TICKS: Final = 12
_LABEL_HALF: Final = 14
"""Half the width of a year's label in pixels."""


def day_numbers(dates: pd.Series) -> np.ndarray:
    """Return dates as days since 1970, as floats; a missing one is NaN."""
    return (dates.to_numpy(dtype="datetime64[us]") - _EPOCH) / _DAY


def day_number(date: pd.Timestamp) -> float:
    """Return a date as days since 1970."""
    return float((date.to_datetime64() - _EPOCH) / _DAY)


@dataclass(frozen=True, slots=True)
class Window:
    """The days shown, as numbers, and the number of pixels that they are assumed to cover."""

    first: float
    last: float
    pixels: float

    @classmethod
    def until(cls, as_of: pd.Timestamp, start: pd.Timestamp, pixels: float) -> "Window":
        """Return the window from a day to the as-of day; it is at least a month long."""
        last = day_number(as_of)
        return cls(min(day_number(start), last - 30), last, pixels)

    @property
    def pixel(self) -> float:
        """The days that one pixel covers."""
        return (self.last - self.first) / self.pixels

    def positions(self, days: np.ndarray) -> np.ndarray:
        """Return days as pixels from the left edge."""
        return (days - self.first) / self.pixel


def window_start(range_name: str, as_of: pd.Timestamp, spans: pd.DataFrame) -> pd.Timestamp:
    """Return the first day of a range (see `openline.view`) that ends on the as-of day. A range of
    years never begins before the first span."""
    named = stretch_until(range_name, as_of.date())
    if named is not None:
        return pd.Timestamp(named[0])
    years = RANGES.get(range_name, RANGES[USUAL_RANGE])
    first = spans["start"].min() if len(spans) else None
    if years is None and first is not None:
        return first
    begins = as_of - pd.DateOffset(years=min(years or 1, as_of.year - 1))
    return begins if first is None else max(begins, first)


def year_ticks(window: Window, layout: Layout) -> tuple[list[float], list[str]]:
    """Return the days on which the years shown begin, and their labels.

    A label is empty where it would touch the as-of day or, without a margin, the left edge; without
    a margin the as-of day is to the left of its line, so that the whole label must give way.
    """
    first, last = (_year(day) for day in (window.first, window.last))
    number = last - first + 1
    step = next(step for step in round_numbers() if number / step <= _MOST_TICKS) * layout.years
    years = range((first // step + 1) * step, last + 1, step)
    days = [day_number(pd.Timestamp(f"{year:04}-01-01")) for year in years]
    half = _LABEL_HALF * window.pixel if layout.narrow else 0
    near = window.last - layout.near * (window.last - window.first) - half
    left = window.first + half
    labels = [str(y) if left <= d <= near else "" for y, d in zip(years, days, strict=True)]
    return days, labels


def _year(day: float) -> int:
    years = np.datetime64(int(day), "D").astype("datetime64[Y]")
    return int(years.astype(int)) + 1970


def round_numbers() -> Iterator[int]:
    """Yield the steps into which a scale can be divided: 1, 2, 5, 10, 20, 50 and so on."""
    return (part * 10**power for power in count() for part in (1, 2, 5))
