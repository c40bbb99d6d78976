"""Which rows set a channel's state: the order of rows, and the rules of one day.

Rows of a day are taken in file order. Of those that carry a state or end the channel only
the last sets the state. A check sets it only where none holds when its turn comes: as the
first, after the end, after unknown.
Arrays run over rows in order of channel, earliest day, file order; `state` holds the
word that a row speaks (`ended` for an ending), "" where it speaks none.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from openline.record.columns import ENDED, UNKNOWN

_NONE = ""


@dataclass(frozen=True)
class Settling:
    """What each row does in the whole record.

    `agrees`: it speaks the state that its day ends with; no other may set it, here or where
    evidence is left out.
    `sets`: it is the row that sets the state of its day.
    `moves`: it sets another one than the day before had.
    `before` and `held`: the state before its day and at the end of it, "" where none; `turn`:
    the one that holds when its turn comes.
    `inert`: a check of another state than its day's, which sets nothing under any filter.
    """

    agrees: np.ndarray
    sets: np.ndarray
    moves: np.ndarray
    before: np.ndarray
    held: np.ndarray
    turn: np.ndarray
    inert: np.ndarray


def settle(channel: np.ndarray, day: np.ndarray, state: np.ndarray, check: np.ndarray) -> Settling:
    """Work out what each row of a whole record does to its channel's state."""
    speaks = state != _NONE
    number = number_days(channel, day)
    acting = _acting(channel, state, check)
    setting = acting[last_of_day(number[acting])]
    sets = np.zeros(len(state), dtype=bool)
    sets[setting] = True
    moves = np.zeros(len(state), dtype=bool)
    moves[setting] = moving(channel[setting], state[setting])
    before, held = _held(channel, number, state, sets)
    agrees = speaks & (state == held)
    turn = _turns(channel, state, acting)
    return Settling(agrees, sets, moves, before, held, turn, speaks & check & ~agrees)


def number_days(channel: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return for each row the number of its channel and day, from 0 in order."""
    starts = np.ones(len(channel), dtype=bool)
    starts[1:] = (channel[1:] != channel[:-1]) | (day[1:] != day[:-1])
    return np.cumsum(starts) - 1


def last_of_day(number: np.ndarray) -> np.ndarray:
    """Mark the last row of each channel and day, by the numbers of these."""
    last = np.ones(len(number), dtype=bool)
    last[:-1] = number[1:] != number[:-1]
    return last


def moving(channel: np.ndarray, state: np.ndarray) -> np.ndarray:
    """Mark the rows, each of which sets a state, that change it; an end before any state
    changes nothing."""
    previous = np.full(len(state), _NONE, dtype=state.dtype)
    previous[1:] = np.where(channel[1:] == channel[:-1], state[:-1], _NONE)
    first = np.ones(len(state), dtype=bool)
    first[1:] = channel[1:] != channel[:-1]
    leading_end = first & (state == ENDED)
    return (state != previous) & ~leading_end


def _acting(channel: np.ndarray, state: np.ndarray, check: np.ndarray) -> np.ndarray:
    """The rows that set a state when their turn comes: those that are not checks, or begin one."""
    rows = np.flatnonzero(state != _NONE)
    begun = _begun_checks(channel[rows], state[rows], check[rows])
    return rows[~check[rows] | begun]


def _turns(channel: np.ndarray, state: np.ndarray, acting: np.ndarray) -> np.ndarray:
    """The state that the last acting row before each row gave its channel."""
    words = pd.Series(np.full(len(state), None, dtype=object))
    words.iloc[acting] = state[acting]
    words = words.groupby(channel).ffill().groupby(channel).shift()
    return words.fillna(_NONE).to_numpy(dtype=object)


def _begun_checks(channel: np.ndarray, state: np.ndarray, check: np.ndarray) -> np.ndarray:
    """Mark the checks that begin a state because none holds before them.

    A check of `unknown` never counts as what is before another check; of several that
    nothing else is between, the first begins it.
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


def _held(
    channel: np.ndarray, number: np.ndarray, state: np.ndarray, sets: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    if not len(state):
        return state, state
    words = pd.Series(np.full(number[-1] + 1, None, dtype=object))
    words.iloc[number[sets]] = state[sets]
    of_day = channel[np.flatnonzero(last_of_day(number))]
    words = words.groupby(of_day).ffill()
    before = words.groupby(of_day).shift().fillna(_NONE).to_numpy(dtype=object)
    after = words.fillna(_NONE).to_numpy(dtype=object)
    return before[number], after[number]
