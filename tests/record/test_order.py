"""Which rows set a channel's state."""

import numpy as np

from openline.record.order import Settling, begun_checks, last_of_day, moving, settle


def _words(*words: str) -> np.ndarray:
    return np.array(words, dtype=object)


def _settle(*rows: tuple[int, str, bool]) -> Settling:
    """Settle rows of one channel: day, word, and whether the row is a check."""
    days, words, checks = zip(*rows, strict=True)
    return settle(np.zeros(len(rows), dtype=int), np.array(days), _words(*words), np.array(checks))


def test_the_last_state_of_a_day_stands() -> None:
    """Of two states of one day the later row sets it."""
    settled = _settle((1, "open", False), (1, "severed", False), (2, "", False))
    assert settled.sets.tolist() == [False, True, False]
    assert settled.held.tolist() == ["severed"] * 3
    assert settled.before.tolist() == ["", "", "severed"]


def test_a_state_that_held_already_moves_nothing() -> None:
    """A row that repeats the state sets it and does not move it."""
    settled = _settle((1, "open", False), (2, "open", False))
    assert settled.sets.tolist() == [True, True]
    assert settled.moves.tolist() == [True, False]


def test_a_check_begins_only_where_no_state_holds() -> None:
    """A check sets the state as the first row, after the end and after unknown."""
    settled = _settle(
        (1, "open", True),
        (2, "open", True),
        (3, "ended", False),
        (4, "open", True),
        (5, "unknown", False),
        (6, "severed", True),
    )
    assert settled.sets.tolist() == [True, False, True, True, True, True]


def test_a_check_of_another_state_is_inert() -> None:
    """A check that contradicts its day's state sets nothing under any filter."""
    settled = _settle((1, "open", False), (2, "severed", True))
    assert settled.inert.tolist() == [False, True]
    assert settled.can_set.tolist() == [True, False]
    assert settled.held.tolist() == ["open", "open"]


def test_an_end_before_any_state_moves_nothing() -> None:
    """A channel that begins with its end has not changed."""
    assert moving(np.array([0, 0, 1]), _words("ended", "open", "open")).tolist() == [
        False,
        True,
        True,
    ]


def test_last_of_day_is_by_channel() -> None:
    """Rows of two channels on one day are the last of their own."""
    assert last_of_day(np.array([0, 0, 1]), np.array([1, 1, 1])).tolist() == [False, True, True]


def test_a_check_of_unknown_stands_before_no_other() -> None:
    """A check of unknown does not let the next check begin a state."""
    begun = begun_checks(
        np.zeros(3, dtype=int), _words("open", "unknown", "open"), np.array([False, True, True])
    )
    assert begun.tolist() == [False, False, False]


def test_nothing_settles_to_nothing() -> None:
    """A record without rows has nothing to settle."""
    none = np.array([], dtype=int)
    settled = settle(none, none, _words(), np.array([], dtype=bool))
    assert len(settled.sets) == len(settled.held) == 0
