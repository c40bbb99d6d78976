"""The shelf of unfinished work."""

from datetime import UTC, datetime, timedelta
from typing import Final

from openline.ui.shelf import MOST_AGE, Shelf, Work, new_token

NOW: Final = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
SECOND: Final = timedelta(seconds=1)


def _work(size: int = 10) -> Work:
    return Work({"draft": object()}, size)


def test_work_is_found_by_its_token_alone() -> None:
    """Whoever has the token gets the very work; any other text gets nothing."""
    shelf, work, token = Shelf(), _work(), new_token()
    assert shelf.put(token, work, NOW)
    assert shelf.find(token, NOW) is work
    for other in ("", token[:-1], token.swapcase(), f"{token}A", "A" * 10_000_000, "\ud800"):
        assert shelf.find(other, NOW) is None


def test_tokens_cannot_be_guessed() -> None:
    """Each is another one, of 256 bits."""
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {43}


def test_later_work_takes_the_place_of_earlier_work() -> None:
    """A token has one piece of work, and its bytes count once."""
    shelf, token = Shelf(most_bytes=15), new_token()
    shelf.put(token, _work(), NOW)
    later = _work()
    assert shelf.put(token, later, NOW)
    assert shelf.find(token, NOW) is later


def test_work_is_kept_for_a_while_after_its_tab_is_gone() -> None:
    """Age counts from the last touch, and not from when the work was put."""
    shelf, left, held = Shelf(), new_token(), new_token()
    shelf.put(left, _work(), NOW)
    shelf.put(held, _work(), NOW)
    shelf.touch(held, NOW + MOST_AGE)
    assert shelf.find(left, NOW + MOST_AGE) is not None
    assert shelf.find(left, NOW + MOST_AGE + SECOND) is None
    assert shelf.find(held, NOW + MOST_AGE + MOST_AGE) is not None
    assert shelf.find(held, NOW + MOST_AGE + MOST_AGE + SECOND) is None


def test_a_full_shelf_forgets_what_was_untouched_longest() -> None:
    """The budget holds for all work together, whoever's it is."""
    shelf, tokens = Shelf(most_bytes=30), [new_token() for _ in range(4)]
    for place, token in enumerate(tokens[:3]):
        shelf.put(token, _work(), NOW + place * SECOND)
    shelf.touch(tokens[0], NOW + 3 * SECOND)
    shelf.put(tokens[3], _work(), NOW + 4 * SECOND)
    found = [shelf.find(token, NOW + 4 * SECOND) is not None for token in tokens]
    assert found == [True, False, True, True]


def test_work_that_never_has_room_puts_nobody_else_out() -> None:
    """It is refused, and what that token had before is not passed for it."""
    shelf, token, other = Shelf(most_bytes=30), new_token(), new_token()
    shelf.put(other, _work(20), NOW)
    shelf.put(token, _work(), NOW)
    assert not shelf.put(token, _work(31), NOW)
    assert shelf.find(token, NOW) is None
    assert shelf.find(other, NOW) is not None


def test_there_is_an_end_to_small_works_too() -> None:
    """Many pieces without a byte are forgotten from the oldest on."""
    shelf, tokens = Shelf(), [new_token() for _ in range(1_001)]
    for token in tokens:
        shelf.put(token, _work(0), NOW)
    assert shelf.find(tokens[0], NOW) is None
    assert shelf.find(tokens[1], NOW) is not None


def test_dropped_work_is_gone() -> None:
    """Touching it does not bring it back."""
    shelf, token = Shelf(), new_token()
    shelf.put(token, _work(), NOW)
    shelf.drop(token)
    shelf.touch(token, NOW)
    assert shelf.find(token, NOW) is None
