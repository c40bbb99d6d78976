"""Which rows set a channel's state: the order of rows, and the rules of one day.

Of the rows of a channel on one day that carry a state or end it, only the last sets the
state. A check sets it only where none holds: as the first, after the end, after unknown.
Arrays run over rows in order of channel, earliest day, file order; `state` holds the
word that a row speaks (`ended` for an ending), "" where it speaks none.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from openline.record.columns import ENDED, UNKNOWN

__all__ = ["Settling", "begun_checks", "last_of_day", "moving", "settle"]

_NONE = ""


@dataclass(frozen=True)
class Settling:
    """What each row does in the whole record.

    `can_set`: it may set the state, here or where other evidence is left out.
    `sets`: it is the row that sets the state of its day.
    `moves`: it changes the state.
    `before` and `held`: the state before its day and at the end of it, "" where none.
    `inert`: a check of another state than its day's, which sets nothing under any filter.
    """

    can_set: np.ndarray
    sets: np.ndarray
    moves: np.ndarray
    before: np.ndarray
    held: np.ndarray
    inert: np.ndarray


def settle(channel: np.ndarray, day: np.ndarray, state: np.ndarray, check: np.ndarray) -> Settling:
    """Work out what each row of a whole record does to its channel's state."""
    speaks = state != _NONE
    firm = speaks & ~check
    new_day = _starts(channel, day)
    last_firm = _last_firm(new_day, firm)
    candidate = (firm & (last_firm == np.arange(len(firm)))) | (
        speaks & check & (np.arange(len(firm)) > last_firm)
    )
    rows = np.flatnonzero(candidate)
    begun = np.zeros(len(firm), dtype=bool)
    begun[rows] = begun_checks(channel[rows], state[rows], check[rows])
    setting = rows[firm[rows] | begun[rows]]
    setting = setting[last_of_day(channel[setting], day[setting])]
    sets = np.zeros(len(firm), dtype=bool)
    sets[setting] = True
    moves = np.zeros(len(firm), dtype=bool)
    moves[setting] = moving(channel[setting], state[setting])
    before, held = _held(channel, new_day, state, sets)
    inert = speaks & check & (state != held)
    return Settling(candidate & ~inert, sets, moves, before, held, inert)


def begun_checks(channel: np.ndarray, state: np.ndarray, check: np.ndarray) -> np.ndarray:
    """Mark the checks that begin a state because none holds before them.

    A check of `unknown` never counts as what stands before another check; of several that
    nothing else stands between, the first begins it.
    """
    counted = ~(check & (state == UNKNOWN))
    previous = pd.Series(np.where(counted, np.arange(len(state)), -1)).replace(-1, np.nan)
    previous = previous.groupby(channel).ffill().groupby(channel).shift().fillna(-1).astype(int)
    at = previous.to_numpy()
    held = np.where(at >= 0, state[at], _NONE) if len(state) else state
    begun = check & ((held == _NONE) | (held == ENDED) | ((held == UNKNOWN) & (state != UNKNOWN)))
    unknown = np.flatnonzero(begun & (state == UNKNOWN))
    repeats = pd.MultiIndex.from_arrays([channel[unknown], at[unknown]]).duplicated()
    begun[unknown[repeats]] = False
    return begun


def last_of_day(channel: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Mark the last row of each channel and day."""
    last = np.ones(len(channel), dtype=bool)
    last[:-1] = (channel[1:] != channel[:-1]) | (day[1:] != day[:-1])
    return last


def moving(channel: np.ndarray, state: np.ndarray) -> np.ndarray:
    """Mark the rows, each of which sets a state, that change it; an end before any state
    changes nothing."""
    previous = np.full(len(state), _NONE, dtype=state.dtype)
    previous[1:] = np.where(channel[1:] == channel[:-1], state[:-1], _NONE)
    moves = state != previous
    first = np.ones(len(state), dtype=bool)
    first[1:] = channel[1:] != channel[:-1]
    leading_end = first & (state == ENDED)
    return moves & ~leading_end


def _starts(channel: np.ndarray, day: np.ndarray) -> np.ndarray:
    start = np.ones(len(channel), dtype=bool)
    start[1:] = (channel[1:] != channel[:-1]) | (day[1:] != day[:-1])
    return start


def _last_firm(new_day: np.ndarray, firm: np.ndarray) -> np.ndarray:
    """For each row, the position of the last firm row of its channel and day, else -1."""
    if not len(firm):
        return np.array([], dtype=int)
    group = np.cumsum(new_day) - 1
    last = np.full(group[-1] + 1, -1)
    rows = np.flatnonzero(firm)
    last[group[rows]] = rows
    return last[group]


def _held(
    channel: np.ndarray, new_day: np.ndarray, state: np.ndarray, sets: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    if not len(state):
        return state, state
    group = np.cumsum(new_day) - 1
    of_group = channel[new_day]
    words = pd.Series(np.full(group[-1] + 1, None, dtype=object))
    words.iloc[group[sets]] = state[sets]
    words = words.groupby(of_group).ffill()
    before = words.groupby(of_group).shift().fillna(_NONE).to_numpy(dtype=object)
    after = words.fillna(_NONE).to_numpy(dtype=object)
    return before[group], after[group]
