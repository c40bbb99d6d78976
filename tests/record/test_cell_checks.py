"""Cells of any column: their length, and what they hide."""

import csv

import pytest

from openline.record.cell_checks import LONGEST_CELL, check_header_cells
from tests.asking import codes, read

_HEADER = "channel,date,state,summary,Note"


@pytest.mark.parametrize("column", ["summary", "Note"])
def test_a_cell_of_over_32_767_letters_is_an_error(column: str) -> None:
    """The limit holds for every column, other ones included, and the row is left out."""
    header = f"channel,date,state,{column}"
    assert codes(header, f"A,2020,open,{'é' * LONGEST_CELL}") == []
    record = read(header, f"A,2020,open,{'é' * (LONGEST_CELL + 1)}", "A,2021,severed,")
    (found,) = record.problems
    assert (found.code, found.line, found.column) == ("cell-too-long", 2, column)
    assert len(found.value or "") < 200
    assert record.observations["line"].tolist() == [3]


def test_a_name_that_is_too_long_is_no_long_cell_as_well() -> None:
    """A name over its own limit is told once; blanks within it make it a long cell."""
    assert codes(_HEADER, f"{'a' * 60_000},2020,open,,") == [("name-too-long", 2)]
    assert codes(_HEADER, f"a{' ' * 60_000}b,2020,open,,") == [("cell-too-long", 2)]


def test_a_limit_that_another_library_sets_does_not_bite() -> None:
    """The standard reader's limit, one for the process, is lifted for each file."""
    before = csv.field_size_limit(10)
    try:
        assert codes(_HEADER, f"A,2020,open,{'x' * 1_000},") == []
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize("mark", ["\u202e", "\u200b", "\x1b", "\x7f", "\u2066", "\ufffd"])
@pytest.mark.parametrize("place", [0, 3, 4])
def test_a_hidden_character_is_a_warning(mark: str, place: int) -> None:
    """A control, a mark of direction or an invisible one is named where it stands."""
    cells = ["Line", "2020", "open", "said " * 20 + "so", "more"]
    cells[place] += f"{mark}x"
    found = read(_HEADER, ",".join(cells)).problems
    assert [(item.code, item.severity, item.line, item.column, item.value) for item in found] == [
        ("hidden-characters", "warning", 2, _HEADER.split(",")[place], cells[place])
    ]


def test_text_of_any_script_is_no_warning() -> None:
    """Letters of other scripts, their joiners and line ends within a cell hide nothing."""
    assert codes(_HEADER, 'Line,2020,open,"می\u200cخواهم\nخط – ساخن",서해선') == []


def test_the_header_is_checked_too() -> None:
    """A name of a column that is too long or hides something is named on line 1."""
    found = check_header_cells(["channel", "x" * 40_000, "safe \u202egnp"])
    assert [(item.code, item.line) for item in found] == [
        ("cell-too-long", 1),
        ("hidden-characters", 1),
    ]
    assert len(found[0].column or "") < 200
    assert codes("channel,date,state,No\u200bte", "A,2020,open,") == [("hidden-characters", 1)]
