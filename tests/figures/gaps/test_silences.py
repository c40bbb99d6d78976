"""Silences on a time axis."""

import numpy as np
import pandas as pd

from openline.figures.axis import Window
from openline.figures.gaps.silences import silence_traces
from openline.figures.theme import LIGHT

_WINDOW = Window.until(pd.Timestamp("2024-01-01"), pd.Timestamp("2014-01-01"), 500)
_PLACES = pd.Series({0: 20.0})


def _silences(number: int, days: int) -> pd.DataFrame:
    """So many silences of a channel one after another, up to the as-of day."""
    end = pd.Timestamp("2024-01-01") - pd.to_timedelta(np.arange(number) * days, "D")
    frame = pd.DataFrame({"end": end, "start": end - pd.Timedelta(days=days)})
    frame = frame.iloc[::-1].reset_index(drop=True)
    frame["ended_by"] = "contact"
    texts = {name: frame[name].dt.strftime("%Y-%m-%d") for name in ("start", "end")}
    blank = dict.fromkeys(("cause", "summary", "source"), np.nan)
    return frame.assign(
        channel_id=0,
        gap="silence",
        parties="A; B",
        channel="Line",
        ongoing=False,
        onset_known=None,
        start_text=texts["start"],
        end_text=texts["end"],
        days=float(days),
        days_min=float(days),
        days_max=float(days),
        **blank,
    )


def test_contacts_between_silences_have_one_tick() -> None:
    """Two silences that touch share the tick of the contact between them."""
    _, ticks, over = silence_traces(_silences(3, 400), _PLACES, _WINDOW, LIGHT)
    assert len(ticks["x"]) == 4
    assert len(over["hovertext"]) == 3
    assert set(ticks["y"]) == {20.0}


def test_a_figure_is_no_larger_than_its_pixels() -> None:
    """Ten thousand silences of a day are thinned to what can be told apart."""
    dotted, ticks, over = silence_traces(_silences(10_000, 1), _PLACES, _WINDOW, LIGHT)
    assert len(over["hovertext"]) < 200
    assert len(ticks["x"]) < 500
    assert len(dotted["x"]) < 600


def test_nothing_is_drawn_outside_the_window() -> None:
    """A silence that ended before the years shown leaves no trace, one that began before them
    has no tick at its start."""
    early = _silences(1, 400).assign(end=pd.Timestamp("2010-01-01"))
    assert silence_traces(early, _PLACES, _WINDOW, LIGHT) == []
    _, ticks, _ = silence_traces(_silences(1, 5000), _PLACES, _WINDOW, LIGHT)
    assert len(ticks["x"]) == 1
