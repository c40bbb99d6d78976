"""Which rows set a channel's state."""

from itertools import accumulate, groupby, product

import numpy as np

from openline.record.order import Settling, last_of_day, moving, number_days, settle


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
    assert settled.agrees.tolist() == [True, False]
    assert settled.held.tolist() == ["open", "open"]


def test_an_end_before_any_state_moves_nothing() -> None:
    """A channel that begins with its end has not changed."""
    assert moving(np.array([0, 0, 1]), _words("ended", "open", "open")).tolist() == [
        False,
        True,
        True,
    ]


def test_days_are_numbered_by_channel() -> None:
    """Rows of two channels on one day are of two days, and each has a last one."""
    number = number_days(np.array([0, 0, 1]), np.array([1, 1, 1]))
    assert number.tolist() == [0, 0, 1]
    assert last_of_day(number).tolist() == [False, True, True]


def test_a_check_of_unknown_stands_before_no_other() -> None:
    """A check of unknown does not let the next check begin a state."""
    settled = _settle((1, "open", False), (2, "unknown", True), (3, "open", True))
    assert settled.sets.tolist() == [True, False, False]


def test_rows_that_speak_otherwise_than_their_day_agree_with_nothing() -> None:
    """All rows that say what the day ends with may stand for one another; no other row may."""
    settled = _settle(
        (1, "severed", False), (1, "open", False), (1, "severed", False), (1, "severed", True)
    )
    assert settled.agrees.tolist() == [True, False, True, True]


def test_a_check_begins_a_state_when_its_turn_comes() -> None:
    """Rows of a day are taken in file order: after an end or unknown of that day a check
    begins a state, and before it none."""
    settled = _settle((1, "open", False), (2, "ended", False), (2, "partial", True))
    assert settled.sets.tolist() == [True, False, True]
    assert settled.held.tolist() == ["open", "partial", "partial"]
    settled = _settle((1, "open", False), (2, "partial", True), (2, "ended", False))
    assert settled.sets.tolist() == [True, False, True]
    settled = _settle((1, "open", True), (1, "severed", True))
    assert settled.sets.tolist() == [True, False]
    assert settled.inert.tolist() == [False, True]


def test_each_row_is_told_what_holds_when_its_turn_comes() -> None:
    """Within a day a row that sets a state is what the next one of that day follows."""
    settled = _settle(
        (1, "open", True),
        (1, "severed", False),
        (2, "open", True),
        (2, "open", False),
        (3, "", False),
    )
    assert settled.turn.tolist() == ["", "open", "severed", "severed", "open"]
    assert settled.before.tolist() == ["", "", "severed", "severed", "open"]


def test_a_state_that_is_back_on_its_day_has_not_moved() -> None:
    """A state that ends and is begun again on one day is the same at the end of it."""
    settled = _settle((1, "open", False), (2, "unknown", False), (2, "open", True))
    assert settled.moves.tolist() == [True, False, False]


def test_of_two_checks_of_unknown_the_first_begins_it() -> None:
    """A second check of unknown confirms the first, on its day and on a later one."""
    for day in (1, 2):
        settled = _settle((1, "unknown", True), (day, "unknown", True))
        assert settled.sets.tolist() == [True, False]


def test_short_channels_are_settled_as_one_row_after_the_other() -> None:
    """All channels of up to three rows over two states are as walking row by row gives them."""
    spoken = [
        *product(("open", "severed", "unknown"), (False, True)),
        ("ended", False),
        ("", False),
    ]
    for count in (1, 2, 3):
        for rows, steps in product(
            product(spoken, repeat=count), product((0, 1), repeat=count - 1)
        ):
            days = accumulate((0, *steps))
            known = [(day, word, check) for day, (word, check) in zip(days, rows, strict=True)]
            settled = _settle(*known)
            sets, moves, held = _walked(known)
            assert settled.sets.tolist() == sets, known
            assert settled.moves.tolist() == moves, known
            assert settled.held.tolist() == held, known


def _walked(rows: list[tuple[int, str, bool]]) -> tuple[list[bool], list[bool], list[str]]:
    """What each row does, told one row after the other: sets, moves, and the state held."""
    sets, moves, held = [False] * len(rows), [False] * len(rows), [""] * len(rows)
    now = ""
    for _, day in groupby(range(len(rows)), key=lambda place: rows[place][0]):
        before, setter, places = now, None, [*day]
        for place in places:
            _, word, check = rows[place]
            begins = now not in ("open", "severed", word)
            if word and (begins or not check):
                setter, now = place, word
        for place in places:
            held[place] = now
        if setter is not None:
            sets[setter] = True
            moves[setter] = now != before and not (now == "ended" and not before)
    return sets, moves, held


def test_nothing_settles_to_nothing() -> None:
    """A record without rows has nothing to settle."""
    none = np.array([], dtype=int)
    settled = settle(none, none, _words(), np.array([], dtype=bool))
    assert len(settled.sets) == len(settled.held) == 0
