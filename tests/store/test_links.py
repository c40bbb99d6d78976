"""The links of the chain as they stand, and where it is broken."""

from collections.abc import Sequence

from openline.store.chain import NO_HASH, REVISION, link, words
from openline.store.links import BREAKS, Break, Head, Link, chain_breaks, judged


def _chain(count: int) -> list[Link]:
    """Return that many revisions of one record, linked."""
    rows, before = [], NO_HASH
    for place in range(1, count + 1):
        told = words(REVISION, "a", "a", {"number": place})
        before = link(before, place, told)
        rows.append(Link(REVISION, 1, "a", place, place, before, told))
    return rows


def _breaks(rows: Sequence[Link], head: Head | None = None) -> list[Break]:
    end = head or Head(rows[-1].place, rows[-1].chain)
    return list(chain_breaks(judged(rows), [end]))


def test_a_whole_chain_has_no_breaks() -> None:
    """Rows that fit each other are whole, in whatever order they are read; so is no row."""
    rows = _chain(4)
    assert all(row.is_whole for row in judged([rows[2], rows[0], rows[3], rows[1]]))
    assert _breaks(rows) == []
    assert list(chain_breaks([], [Head(0, NO_HASH)])) == []


def test_rows_that_are_gone_are_counted_not_listed() -> None:
    """A run of missing revisions is one break, however long somebody made it look."""
    rows = _chain(6)
    assert _breaks([rows[0], rows[4], rows[5]]) == [
        Break("a", 2, "revision-gone", "", "revisions 2–4")
    ]
    far = Link(REVISION, 1, "a", 10**9, 10**9, "f" * 64, {})
    found = _breaks([*rows, far], Head(rows[-1].place, rows[-1].chain))
    assert [(item.what, item.expected) for item in found] == [
        ("revision-changed", "f" * 64),
        ("revision-gone", "revisions 7–999,999,999"),
    ]


def test_the_last_rows_are_missed() -> None:
    """Where the last rows are gone, the note of the chain's end tells how many."""
    rows = _chain(4)
    assert _breaks(rows[:2], Head(4, rows[3].chain)) == [
        Break(None, None, "place-gone", "", "places 3–4")
    ]


def test_the_end_is_told_where_its_note_differs() -> None:
    """A note of another place, of another hash, none and two of them are named."""
    rows = _chain(2)
    expected = f"place 2, {rows[1].chain}"
    for heads, found in (
        ([Head(1, rows[0].chain)], f"place 1, {rows[0].chain}"),
        ([Head(2, "f" * 64)], f"place 2, {'f' * 64}"),
        ([], "0 notes of it"),
        ([Head(2, rows[1].chain), Head(3, "f" * 64)], "2 notes of it"),
    ):
        assert list(chain_breaks(judged(rows), heads)) == [
            Break(None, None, "end-changed", found, expected)
        ]


def test_two_rows_at_one_place_are_one_too_many() -> None:
    """A row that was doubled is a break, whichever of the two stands first."""
    rows = _chain(2)
    assert [(item.what, item.found) for item in _breaks([rows[0], rows[0], rows[1]])] == [
        ("revision-changed", "place 1")
    ]


def test_what_stands_after_a_gap_is_not_accused() -> None:
    """The row after one that is gone cannot be checked; those after it can."""
    rows = judged([_chain(4)[0], *_chain(4)[2:]])
    assert [row.is_whole for row in rows] == [True, False, True]
    assert rows[1].own == ""


def test_each_kind_is_a_sentence() -> None:
    """Every break says what is wrong in one sentence of its own."""
    assert all(meaning.endswith(".") for meaning in BREAKS.values())
    assert len(set(BREAKS.values())) == len(BREAKS)


def test_a_break_says_what_it_means() -> None:
    """The meaning of a break is that of its kind."""
    assert Break("Gulf", 2, "revision-gone", "", "revision 2").meaning == BREAKS["revision-gone"]
