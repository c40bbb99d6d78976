"""What a column holds."""

import pytest

from openline.intake.column_content import can_be, column_by_content, fitting_share, holds_several


@pytest.mark.parametrize(
    ("column", "texts", "expected"),
    [
        ("parties", {"1": 3, "2": 5}, False),
        ("parties", {"China; Japan": 3, "7": 1}, True),
        ("channel", {"0": 30, "1": 20}, False),
        ("channel", {"Hotline": 3}, True),
        ("date", {"5 Aug 2022": 1, "2021": 2}, True),
        ("date", {"Monday": 1, "closed": 2}, False),
        ("end", {"ongoing": 3, "2021": 1}, True),
        ("start", {"ongoing": 3, "2021": 1}, False),
        ("state", {"Suspended": 1, "Active": 3}, True),
        ("state", {"0": 3, "1": 4}, False),
        ("state", {f"what happened on day {i}": 1 for i in range(99)}, False),
        ("cadence_days", {"30": 3}, True),
        ("cadence_days", {"monthly": 3}, False),
        ("source_url", {"https://example.org": 3}, True),
        ("source_url", {"Ministry": 3}, False),
        ("summary", {"5": 3}, True),
        ("state", {}, True),
    ],
)
def test_what_stands_in_a_column_speaks_for_it(
    column: str, texts: dict[str, int], expected: bool
) -> None:
    """Numbers are no names, words no dates; an empty column can be anything."""
    assert can_be(column, texts) is expected


def test_several_names_in_a_cell_are_known_by_what_parts_them() -> None:
    """As sides are joined; one name, one name twice and numbers are not several."""
    assert holds_several({"Alfa; Bravo": 3, "Charlie": 1})
    assert not holds_several({"Alfa; Bravo": 1, "Charlie": 3})
    assert not holds_several({"Alfa;": 1, "Alfa; alfa": 1, "1; 2": 3})
    assert not holds_several({})


def test_rows_whose_word_fits_are_counted() -> None:
    """The format's words and others that can mean one."""
    assert fitting_share("event", {"National exams": 3, "meeting": 1}) == 0.25
    assert fitting_share("event", {}) == 0


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"China / Japan": 3, "US and China": 2}, True),
        ({"China; Japan": 3}, True),
        ({"US - China": 2, "USA / PRC": 1, "U.S. and Russia": 1, "Total": 1}, True),
        ({"Arland; Berland": 3}, False),
        ({"Search and rescue": 3}, False),
        ({"China": 3}, False),
        ({}, False),
    ],
)
def test_sides_speak_for_a_list_of_parties(texts: dict[str, int], expected: bool) -> None:
    """Two names in a cell, of which some are known."""
    assert column_by_content("parties", {"a": texts}) == ("a" if expected else None)


@pytest.mark.parametrize(
    ("column", "texts", "expected"),
    [
        ("state", {"cut": 3, "working": 2, "in part": 1}, True),
        ("state", {"open": 3, "exercise": 9}, False),
        ("state", {"a": 1, "b": 1}, False),
        ("state", {"yes": 5, "no": 4}, False),
        ("state", {"n/a": 3, "-": 2, "Yes": 1}, False),
        ("state", {"open": 3, "no": 2, "n/a": 2}, True),
        ("state", {"up": 3, "unknown": 2}, True),
        ("date", {"5 Aug 2022": 3, "3/4/2021": 2}, True),
        ("date", {"2021": 3, "2022": 2}, False),
        ("date", {"2021-05-01": 3, "soon": 2}, False),
        ("date", {"2021-05-01": 9, "soon": 1}, True),
        ("date", {"soon": 2, "2021-05-01": 9}, False),
    ],
)
def test_a_column_is_known_by_its_cells(column: str, texts: dict[str, int], expected: bool) -> None:
    """Most words can mean a state; nearly all cells are days, and not numbers alone."""
    assert column_by_content(column, {"a": texts}) == ("a" if expected else None)


def test_two_columns_that_look_alike_are_none() -> None:
    """Which of two columns of days is the date is for the analyst to say."""
    days = {"2021-05-01": 1}
    assert column_by_content("date", {"a": days, "b": days}) is None
    assert column_by_content("date", {"a": days, "b": {"x": 1}}) == "a"
