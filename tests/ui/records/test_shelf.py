"""The shelf of unfinished work."""

from datetime import UTC, datetime, timedelta
from typing import Final

from openline.ui.records.shelf import MOST_AGE, SessionWork, Shelf, new_token

NOW: Final = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
SECOND: Final = timedelta(seconds=1)


def _work(size: int = 10, piece: int = 0) -> SessionWork:
    """Return work of so many bytes, in one piece of its own unless another is named."""
    draft = object()
    return SessionWork({"draft": draft}, {piece or id(draft): size})


def test_work_is_found_by_its_token_alone() -> None:
    """Whoever has the token gets the very work; any other text gets nothing."""
    shelf, work, token = Shelf(), _work(), new_token()
    shelf.put(token, work, NOW)
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
    shelf.put(token, later, NOW)
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


def test_what_never_has_room_is_refused_and_puts_nobody_out() -> None:
    """The work that the token had stays too."""
    shelf, token, other = Shelf(most_bytes=30), new_token(), new_token()
    shelf.put(other, _work(20), NOW)
    shelf.put(token, _work(), NOW)
    assert not shelf.claim(token, {1: 31}, NOW, "")
    assert shelf.find(token, NOW) is not None
    assert shelf.find(other, NOW) is not None


def test_work_of_open_tabs_leaves_no_room_and_is_never_forgotten() -> None:
    """More is refused until one of them is left; the work of that one then gives way."""
    there = {"first", "second"}
    shelf = Shelf(most_bytes=30, is_there=there.__contains__)
    first, second, third = (new_token() for _ in range(3))
    for token, session in ((first, "first"), (second, "second")):
        assert shelf.claim(token, {hash(token): 15}, NOW, session)
        shelf.put(token, _work(15, hash(token)), NOW, session)
    later = NOW + 2 * MOST_AGE
    assert not shelf.claim(third, {1: 1}, later, "third")
    assert shelf.find(first, later) is not None
    there.remove("second")
    assert shelf.claim(third, {1: 1}, later, "third")
    assert shelf.find(first, later) is not None
    assert shelf.find(second, later) is None
    assert shelf.left(later) == {"second"}


def test_what_is_claimed_is_no_work_yet() -> None:
    """It holds its room, and is found once it is put; what does not grow is never refused."""
    shelf, token = Shelf(most_bytes=30, is_there=bool), new_token()
    assert shelf.claim(token, {1: 30}, NOW, "one")
    assert shelf.find(token, NOW) is None
    assert not shelf.claim(new_token(), {2: 1}, NOW, "two")
    shelf.put(token, _work(40), NOW, "one")
    assert shelf.claim(token, {3: 40}, NOW, "one")
    assert not shelf.claim(token, {4: 41}, NOW, "one")


def test_what_two_works_share_counts_once() -> None:
    """A reload leaves the work it took over on the shelf, for a second one that met it."""
    shelf, before, after = Shelf(most_bytes=30), new_token(), new_token()
    shelf.put(before, _work(20, piece=1), NOW)
    shelf.put(after, _work(20, piece=1), NOW)
    assert shelf.find(before, NOW) is not None
    assert shelf.claim(new_token(), {2: 10}, NOW, "")
    assert shelf.find(before, NOW) is not None


def test_sessions_that_were_left_are_told_once() -> None:
    """Their work stays for their tab; one that is there is not told."""
    there = {"stays"}
    shelf = Shelf(is_there=there.__contains__)
    stays, goes = new_token(), new_token()
    shelf.put(stays, _work(), NOW, "stays")
    shelf.put(goes, _work(), NOW, "goes")
    later = NOW + 61 * SECOND
    assert [shelf.left(moment) for moment in (NOW, later, later)] == [set(), {"goes"}, set()]
    assert shelf.find(goes, later) is not None


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
