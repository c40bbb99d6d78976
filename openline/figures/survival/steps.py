"""The parts of every survival curve: its steps, its band, its ticks, its axis."""

from typing import Any, Final

import numpy as np
import pandas as pd

from openline.figures.bars import line_trace
from openline.figures.canvas import Drawing
from openline.figures.markup import bold, lines
from openline.figures.theme import Theme
from openline.sentences.lengths import DAYS_A_YEAR
from openline.sentences.runs import count, count_days
from openline.sentences.survival import end_words

LONGEST_DRAWN: Final = 8 * DAYS_A_YEAR
"""No curve is drawn beyond eight years."""
_LEAST_REMAINING: Final = 3
_LEAST_DAYS: Final = 30
_IN_YEARS: Final = 2 * DAYS_A_YEAR
_DAY_STEPS: Final = (10, 20, 50, 100)
_MOST_STEPS: Final = 8
_QUARTER: Final = 25
_TICK: Final = 10
_TICK_LINE: Final = 1.4


def cut_day(curve: pd.DataFrame) -> float:
    """Return the day on which a curve is cut: at eight years, or where fewer than 3 are at risk."""
    enough = curve.loc[curve["at_risk"] >= _LEAST_REMAINING, "days"]
    last = float(enough.iloc[-1]) if len(enough) else 0.0
    return float(np.clip(last, _LEAST_DAYS, LONGEST_DRAWN))


def share_on(curve: pd.DataFrame, day: float, column: str = "survival") -> float:
    """Return the value of a curve on a day."""
    at = int(np.searchsorted(curve["days"].to_numpy(), day, "right")) - 1
    return float(curve[column].iloc[max(at, 0)])


def at_risk(curve: pd.DataFrame, days: list[float]) -> list[int]:
    """Return, for each number of days, how many severances were still at risk: they had lasted at
    least that long and were not yet censored."""
    places = np.searchsorted(curve["days"].to_numpy(), days, "left")
    numbers = np.append(curve["at_risk"].to_numpy(), 0)
    return [int(number) for number in numbers[places]]


def day_ticks(day: float, sparse: bool = False) -> tuple[list[float], list[str]]:
    """Return the marks of an axis of lengths up to a day, and their labels: years, or days
    where there are less than two years. `sparse` leaves out every second year."""
    if day < _IN_YEARS:
        step = next((s for s in _DAY_STEPS if day / s <= _MOST_STEPS), _DAY_STEPS[-1])
        ticks = list(range(0, int(day) + 1, step))
        labels = [f"{at} days" if at == step else f"{at}" for at in ticks]
        return [float(at) for at in ticks], labels
    years = list(range(0, int(day / DAYS_A_YEAR + 1e-9) + 1, 2 if sparse else 1))
    first = years[1]
    word = "1 year" if first == 1 else f"{first} years"
    return [year * DAYS_A_YEAR for year in years], [word if y == first else f"{y}" for y in years]


def length_axis(day: float, sparse: bool = False) -> Drawing:
    """Return the axis of lengths up to a day, below the curve."""
    days, labels = day_ticks(day, sparse)
    return {
        "side": "bottom",
        "range": [0, day],
        "tickvals": days,
        "ticktext": labels,
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 4,
    }


def share_axis() -> Drawing:
    """Return the axis of shares in percent."""
    ticks = list(range(0, 101, _QUARTER))
    return {
        "range": [0, 100],
        "tickvals": ticks,
        "ticktext": [f"{tick} %" if tick in (0, 100) else f"{tick}" for tick in ticks],
        "showticklabels": True,
    }


def drop_lines(row: pd.Series, day: float, theme: Theme, axes: tuple[str, str]) -> list[Drawing]:
    """Return the lines from one half to the curve and down to the axis, where the median is
    drawn."""
    median = row["median"]
    if isinstance(median, str) or pd.isna(median) or median > day:
        return []
    x, y = axes
    base = {"type": "line", "xref": x, "yref": y, "line": {"color": theme.text, "width": 1}}
    return [
        base | {"x0": 0, "x1": median, "y0": 50, "y1": 50},
        base | {"x0": median, "x1": median, "y0": 50, "y1": 0},
    ]


def curve_traces(
    curve: pd.DataFrame, day: float, until: str, theme: Theme, axes: Drawing | None = None
) -> list[Drawing]:
    """Return the band, line and ticks of a curve up to a day; `axes` names its axes."""
    axes = axes or {}
    steps = _until(curve, day)
    base: Drawing = {"type": "scatter", "x": steps["days"].to_numpy(dtype=float), **axes}
    edge: Drawing = {"mode": "lines", "hoverinfo": "skip"}
    step: Drawing = {"width": 0, "shape": "hv", "color": theme.survival_band}
    fill = {"fill": "tonexty", "fillcolor": theme.survival_band}
    return [
        base | edge | {"y": _percent(steps["lower"]), "line": step},
        base | edge | {"y": _percent(steps["upper"]), "line": step, **fill},
        base
        | {
            "y": _percent(steps["survival"]),
            "mode": "lines",
            "line": {"width": 2, "shape": "hv", "color": theme.severed},
            "hoverinfo": "text",
            "hovertext": _hovers(steps, until),
            "name": "survival",
        },
        _censored(steps, theme, axes),
    ]


def whole_trace(curve: pd.DataFrame, day: float, theme: Theme, axes: Drawing) -> Drawing:
    """Return the muted line of all severances together, up to a day."""
    steps = _until(curve, min(day, cut_day(curve)))
    line = {"width": 1.3, "shape": "hv", "color": theme.axis}
    days, shares = steps["days"].to_numpy(dtype=float), _percent(steps["survival"])
    return line_trace(days, shares, line) | {"name": "all", **axes}


def _until(curve: pd.DataFrame, day: float) -> pd.DataFrame:
    """Return the rows up to a day, with the last one repeated on that day, as its values still
    hold."""
    steps = curve[curve["days"] <= day]
    last = steps.tail(1).assign(days=day, events=0, censored=0)
    last["at_risk"] = at_risk(curve, [day])
    return pd.concat([steps, last], ignore_index=True)


def _censored(steps: pd.DataFrame, theme: Theme, axes: Drawing) -> Drawing:
    ticks = steps[steps["censored"] > 0]
    line = {"width": _TICK_LINE, "color": theme.text}
    marker = {"symbol": "line-ns-open", "size": _TICK, "color": theme.text, "line": line}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": ticks["days"].to_numpy(dtype=float),
        "y": _percent(ticks["survival"]),
        "marker": marker,
        "hoverinfo": "skip",
        "name": "censored",
        **axes,
    }


def _percent(shares: "pd.Series[Any]") -> np.ndarray:
    return 100 * shares.to_numpy(dtype=float)


def _hovers(steps: pd.DataFrame, until: str) -> list[str]:
    columns = ("days", "survival", "lower", "upper", "at_risk", "events")
    rows = zip(*(steps[name].tolist() for name in columns), strict=True)
    return [
        lines(
            bold(f"After {count_days(days)}: {end_words(share, until)}"),
            f"95 % interval {100 * lower:.0f} to {100 * upper:.0f} %",
            f"{count(int(risk), 'severance')} lasted this long",
            f"{events:,} reopened on that day" if events else "",
        )
        for days, share, lower, upper, risk, events in rows
    ]
