"""The time axis: windows, ranges and the years that are labelled."""

import numpy as np
import pandas as pd
import pytest

from openline.figures.axis import Window, day_numbers, window_start, year_ticks
from openline.figures.sizes import LAYOUTS
from openline.figures.theme import NARROW, WIDE
from openline.view.stretch import RANGES

AS_OF = pd.Timestamp("2023-10-05")


def _window(start: str, pixels: float = 642) -> Window:
    return Window.until(AS_OF, pd.Timestamp(start), pixels)


def _labels(start: str, width: str = WIDE) -> list[str]:
    window = _window(start, LAYOUTS[width].plot())
    return [label for label in year_ticks(window, LAYOUTS[width])[1] if label]


def test_days_are_counted_from_1970() -> None:
    """Dates become days since 1970, a missing one NaN."""
    days = day_numbers(pd.Series(pd.to_datetime(["1970-01-02", None, "1600-01-01"])))
    assert days[0] == 1
    assert np.isnan(days[1])
    assert days[2] == -135140


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2013-10-05", [str(year) for year in range(2014, 2023)]),
        ("2003-10-05", [str(year) for year in range(2004, 2023, 2)]),
        ("1998-10-05", ["2000", "2005", "2010", "2015", "2020"]),
        ("1963-06-20", ["1970", "1980", "1990", "2000", "2010"]),
        ("1900-06-20", ["1920", "1940", "1960", "1980", "2000"]),
    ],
)
def test_years_are_whole_multiples(start: str, expected: list[str]) -> None:
    """Every year is labelled up to twelve, then whole multiples of 2, 5, 10 and so on; one that
    would all but touch the as-of day is not."""
    assert _labels(start) == expected


def test_narrow_windows_double_the_step() -> None:
    """On a phone ten years have every second year, and those near the as-of day give way."""
    assert _labels("2013-10-05", NARROW) == ["2016", "2018", "2020"]


def test_lines_of_years_stay_where_labels_go() -> None:
    """A year whose label gives way to the as-of day keeps its hairline."""
    days, labels = year_ticks(_window("2013-07-05"), LAYOUTS[NARROW])
    assert len(days) == len(labels) == 5
    assert labels[-1] == ""


@pytest.mark.parametrize("name", RANGES)
def test_ranges_end_on_the_as_of_day(name: str) -> None:
    """A range of years starts so many years before; all starts with the first span."""
    spans = pd.DataFrame({"start": pd.to_datetime(["1963-06-20", "1990-01-01"])})
    years = RANGES[name]
    start = window_start(name, AS_OF, spans)
    assert start == (AS_OF - pd.DateOffset(years=years) if years else spans["start"][0])


@pytest.mark.parametrize("name", RANGES)
def test_a_range_fits_a_young_record(name: str) -> None:
    """What is recorded for two years alone does not open on eight empty ones."""
    spans = pd.DataFrame({"start": pd.to_datetime(["2021-11-02", "2022-01-01"])})
    assert window_start(name, AS_OF, spans) == pd.Timestamp("2021-11-02")


def test_all_of_nothing_is_a_year() -> None:
    """Without spans, all is the year before the as-of day."""
    empty = pd.DataFrame({"start": pd.to_datetime([])})
    assert window_start("all", AS_OF, empty) == pd.Timestamp("2022-10-05")


def test_a_window_is_at_least_a_month() -> None:
    """A channel that began on the as-of day still has a window to be drawn in."""
    window = _window("2023-10-05", 100)
    assert window.last - window.first == 30
    assert window.positions(np.array([window.last]))[0] == pytest.approx(100)


def test_a_narrow_label_gives_way_as_a_whole() -> None:
    """At 390 px the as-of day stands left of its line: 2024 would touch 30 Jun 2026."""
    as_of = pd.Timestamp("2026-06-30")
    window = Window.until(as_of, pd.Timestamp("2016-06-30"), 358)
    assert [label for label in year_ticks(window, LAYOUTS[NARROW])[1] if label][-1] == "2022"
