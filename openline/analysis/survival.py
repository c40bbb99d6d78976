"""Time to reopening: how long severances last, by the Kaplan–Meier estimate.

The pointwise 95 % interval is the beta product confidence procedure of Fay, Brittain and
Proschan (Biostatistics 2013, method of moments): exact without censoring, sound at small n.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import betaincinv

from openline.analysis.evidence import Evidence, derived
from openline.analysis.freshness import forgotten
from openline.analysis.lengths import bounds, days_between
from openline.analysis.spans import spans
from openline.record.columns import (
    CAUSE,
    ENDED,
    KIND,
    LEVEL,
    OPEN,
    PARTIAL,
    PARTIES,
    SEVERED,
    UNKNOWN,
)

SURVIVAL: Final = ("group", "days", "survival", "lower", "upper", "at_risk", "events", "censored")
SURVIVAL_SUMMARY: Final = (
    "group",
    "n",
    "events",
    "decisions",
    "median",
    "median_lower",
    "median_upper",
    "note",
)
SURVIVAL_GROUPS: Final = (PARTIES, LEVEL, KIND, CAUSE)
UNTIL: Final = ("raised", "open")
MIN_EVENTS: Final = 5
"""Reopenings below which the severances are listed and nothing is estimated."""
NOT_REACHED: Final = "not reached"
_TAIL: Final = 0.025
_CLOSE: Final = 1e-9


@derived
def survival(evidence: Evidence, by: str | None = None, until: str = "raised") -> pd.DataFrame:
    """Return the estimate, the columns of `SURVIVAL`: for each group a row for day 0 and
    for each distinct length. Without `by` the group is `all`."""
    frames = [
        estimate(lengths["days"].to_numpy(), lengths["event"].to_numpy()).assign(group=name)
        for name, lengths in _groups(durations(evidence, until), by)
    ]
    if not frames:
        return pd.DataFrame({name: pd.Series(dtype=float) for name in SURVIVAL})
    return pd.concat(frames, ignore_index=True)[list(SURVIVAL)]


@derived
def survival_summary(
    evidence: Evidence, by: str | None = None, until: str = "raised"
) -> pd.DataFrame:
    """Return one row per group, the columns of `SUMMARY`.

    `decisions` counts severances of the same parties that began on one day as one. The
    median is a day, "not reached", or missing under five events, which `median_text` beside
    these columns says; its limits are the days on which the interval's reach one half,
    missing where they never do. Beside them `unused`: how many severances are of channels that
    are no longer used (see `durations`).
    """
    rows = []
    for name, lengths in _groups(durations(evidence, until), by):
        events = int(lengths["event"].sum())
        decisions = len(lengths[[PARTIES, "start"]].drop_duplicates())
        note = "interval too narrow" if decisions < len(lengths) else None
        if events >= MIN_EVENTS:
            medians = _medians(lengths)
            median_text = str(medians[0])
        else:
            medians, median_text = (None, None, None), f"under {MIN_EVENTS} events"
        unused = int(lengths["unused"].sum())
        rows.append((name, len(lengths), events, decisions, *medians, note, unused, median_text))
    return pd.DataFrame(rows, columns=[*SURVIVAL_SUMMARY, "unused", "median_text"])


def _medians(lengths: pd.DataFrame) -> tuple[int | str | None, ...]:
    """The median and its limits, of at least five events."""
    curve = estimate(lengths["days"].to_numpy(), lengths["event"].to_numpy())
    median, *limits = (_first_day(curve, name) for name in ("survival", "lower", "upper"))
    return (NOT_REACHED if median is None else median, *limits)


@derived
def durations(evidence: Evidence, until: str = "raised") -> pd.DataFrame:
    """Return the severances with a known onset as lengths of time.

    Columns: `channel_id, parties, channel, level, kind, cause, start, days`, the bounds of the
    length `days_min, days_max`, on which no estimate rests, and `event`,
    whether the channel was raised (or, with `until="open"`, opened) at the end of them;
    the others are censored: when they became unknown, or at the as-of day, where those
    that were stopped by the end of the channel stay too. `unused` marks those that are not over
    on the as-of day and of channels that are no longer used: they ended, or are severed and
    have no row of any kind in the last 730 days.
    """
    stretches = spans(evidence)
    frame = _severed(stretches) if until == "raised" else _runs(stretches)
    reopened = frame["next_state"].isin([OPEN, PARTIAL])
    still = frame["next_state"].isna() | (frame["next_state"] == ENDED)
    end, latest = (frame[name].mask(still, evidence.as_of) for name in ("end", "end_latest"))
    frame["days"] = days_between(frame["start"], end)
    frame["days_min"], frame["days_max"] = bounds(
        frame["start"], frame["start_latest"], end, latest
    )
    frame["unused"] = _unused(frame, evidence)
    frame = evidence.named(frame.assign(event=reopened), LEVEL, KIND)
    return frame.reset_index(drop=True)


def _unused(frame: pd.DataFrame, evidence: Evidence) -> "pd.Series[bool]":
    old = forgotten(frame["channel_id"], evidence.observations, evidence.as_of)
    going_on = frame["next_state"].isna() & (frame["last_state"] == SEVERED)
    return (frame["next_state"] == ENDED) | (going_on & old)


def estimate(days: np.ndarray, event: np.ndarray) -> pd.DataFrame:
    """Return the Kaplan–Meier estimate of lengths in days, the columns of `SURVIVAL`
    without `group`. Events precede censorings of the same day."""
    times = np.unique(np.concatenate([[0.0], days]))
    at_risk = len(days) - np.searchsorted(np.sort(days), times, "left")
    above = len(days) - np.searchsorted(np.sort(days), times, "right")
    events = _tally(days[event], times)
    frame = pd.DataFrame({"days": times.astype(np.int64), "at_risk": at_risk, "events": events})
    frame["censored"] = _tally(days[~event], times)
    if event.sum() < MIN_EVENTS:
        return frame.assign(survival=np.nan, lower=np.nan, upper=np.nan)
    frame["survival"] = np.cumprod(1 - events / np.maximum(at_risk, 1))
    frame["lower"], frame["upper"] = _limits(at_risk, events, above)
    return frame


def _limits(
    at_risk: np.ndarray, events: np.ndarray, above: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The beta product limits: quantiles of a product of beta variables, taken as the beta
    distribution with its first two moments."""
    a, b = np.where(events > 0, at_risk - events + 1.0, 1.0), np.where(events > 0, events, 0.0)
    mean = np.cumprod(a / (a + b))
    square = np.cumprod(a * (a + 1) / ((a + b) * (a + b + 1)))
    upper = _quantile(mean, square, 1 - _TAIL)
    shrunk = np.maximum(above, 1)
    lower = _quantile(mean * shrunk / (shrunk + 1), square * shrunk / (shrunk + 2), _TAIL)
    return np.where(above > 0, lower, 0.0), upper


def _quantile(mean: np.ndarray, square: np.ndarray, tail: float) -> np.ndarray:
    variance = square - mean**2
    certain = mean >= 1
    spread = np.where(certain, 1.0, (mean - square) / np.where(certain, 1.0, variance))
    quantile = betaincinv(
        np.where(certain, 1.0, mean * spread), (1 - mean) * spread + certain, tail
    )
    return np.where(certain, 1.0, quantile)


def _tally(days: np.ndarray, times: np.ndarray) -> np.ndarray:
    ordered = np.sort(days)
    return np.searchsorted(ordered, times, "right") - np.searchsorted(ordered, times, "left")


def _first_day(curve: pd.DataFrame, column: str) -> int | str | None:
    reached = curve.loc[curve[column] <= 0.5 + _CLOSE, "days"]
    return int(reached.iloc[0]) if len(reached) else None


def _groups(lengths: pd.DataFrame, by: str | None) -> Iterator[tuple[str | None, pd.DataFrame]]:
    if by is None:
        if len(lengths):
            yield "all", lengths
        return
    for name, group in lengths.groupby(lengths[by].fillna("")):
        yield str(name) or None, group


def _known_onset(frame: pd.DataFrame) -> pd.Series:
    return ~frame["checked"] & (frame["previous"] != UNKNOWN)


def _severed(stretches: pd.DataFrame) -> pd.DataFrame:
    severed = stretches[(stretches["state"] == SEVERED) & _known_onset(stretches)]
    return severed.assign(last_state=SEVERED)


def _runs(stretches: pd.DataFrame) -> pd.DataFrame:
    """Unbroken runs of severed and partial spans that begin with a severance."""
    cut = stretches["state"].isin([SEVERED, PARTIAL])
    follows = stretches["previous"].isin([SEVERED, PARTIAL]) & cut
    run = (~follows).cumsum()
    severed_yet = (stretches["state"] == SEVERED).groupby(run).cummax()
    part = stretches[cut & severed_yet]
    grouped = part.groupby(run[part.index])
    first = part.loc[grouped.head(1).index].copy()
    last = part.loc[grouped.tail(1).index]
    for name in ("end", "end_latest", "next_state"):
        first[name] = last[name].to_numpy()
    first["last_state"] = last["state"].to_numpy()
    return first[_known_onset(first)]
