"""Edits of an earlier file, in the next one."""

from typing import Final

from openline.intake.carrying import Carried, carried_edits
from openline.intake.edits import Edits
from openline.intake.source import Source, read_source

HEAD: Final = "Line,When,Status\n"
ONE, TWO, TOTAL = "Hotline,5.8.2022,shut\n", "Talks,2022-13-01,up\n", "Total,2,\n"


def _source(text: str) -> Source:
    found = read_source(text.encode())
    assert isinstance(found, Source)
    return found


def _carried(before: str, edits: Edits, now: str) -> Carried:
    return carried_edits(_source(before), edits, _source(now))


def test_rows_are_found_again_wherever_they_stand() -> None:
    """A mended cell and a row that was left out go with their rows to other lines."""
    edits = Edits({3: {"When": "2022-12-01"}}, (), frozenset({4}))
    found = _carried(HEAD + ONE + TWO + TOTAL, edits, HEAD + TOTAL + "New,2023,up\n" + ONE + TWO)
    assert found == Carried(Edits({5: {"When": "2022-12-01"}}, (), frozenset({2})))


def test_a_row_that_says_something_else_is_another_row() -> None:
    """Nothing is changed in it, and the edit is counted as one without a row."""
    edits = Edits({3: {"When": "2022-12-01"}}, (), frozenset({4}))
    now = HEAD + ONE + TWO.replace("2022-13-01", "2022-12-01") + "Total,3,\n"
    assert _carried(HEAD + ONE + TWO + TOTAL, edits, now) == Carried(Edits(), 2)


def test_columns_may_stand_otherwise_and_new_ones_come() -> None:
    """Cells go by the names of their columns; blanks around them make no difference."""
    edits = Edits({2: {"Status": "severed"}})
    now = "Source,Status,Line,When\nPost, shut ,Hotline,5.8.2022\n"
    assert _carried(HEAD + ONE, edits, now).edits == Edits({2: {"Status": "severed"}})


def test_a_column_that_is_gone_was_part_of_what_a_row_said() -> None:
    """A row with content in it is not found again; one without is."""
    edits = Edits({2: {"Line": "A"}, 3: {"Line": "B"}})
    before = "Line,When,Status,Note\nHotline,2020,up,old\nTalks,2020,up,\n"
    found = _carried(before, edits, HEAD + "Hotline,2020,up\nTalks,2020,up\n")
    assert found == Carried(Edits({3: {"Line": "B"}}), 1)


def test_of_rows_that_are_alike_the_second_is_the_second() -> None:
    """A repeat that was left out takes no other row with it."""
    edits = Edits({}, (), frozenset({3}))
    assert _carried(HEAD + ONE + ONE, edits, HEAD + TWO + ONE + ONE).edits.removed == {4}
    assert _carried(HEAD + ONE + ONE, edits, HEAD + ONE) == Carried(Edits(), 1)


def test_a_file_with_nothing_in_common_gets_nothing() -> None:
    """Without a column of the same name no row is found again, empty ones included."""
    edits = Edits({2: {"Line": "x"}}, (), frozenset({3}))
    assert _carried(HEAD + ONE + TWO, edits, "a,b\n1,2\n,\n") == Carried(Edits(), 2)


def test_added_rows_are_added() -> None:
    """They stand in no file, so they belong to every next one."""
    edits = Edits({}, ({"Line": "New", "When": "2024"},))
    assert _carried(HEAD + ONE, edits, HEAD + TWO).edits.added == edits.added


def test_cells_beyond_the_header_count() -> None:
    """What stands in no column is part of what a row says."""
    edits = Edits({2: {"4": ""}})
    long = "Hotline,5.8.2022,shut,more\n"
    assert _carried(HEAD + long, edits, HEAD + long).edits == edits
    assert _carried(HEAD + long, edits, HEAD + ONE) == Carried(Edits(), 1)
