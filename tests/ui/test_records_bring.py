"""Bringing a file."""

from openline.intake.uncalculated import Uncalculated
from openline.ui.records_bring import pasted_draft, uncalculated_words


def test_pasted_rows_with_a_header_are_a_file() -> None:
    """Tabs become commas, and the header stands."""
    draft = pasted_draft("channel\tdate\tstate\nHotline\t2020-01-01\topen\n")
    assert draft.data == b"channel,date,state\nHotline,2020-01-01,open\n"
    assert not draft.is_guessed


def test_names_are_guessed_where_there_is_no_header_and_that_is_kept() -> None:
    """Whoever pastes bare rows is told that names were guessed."""
    draft = pasted_draft("Hotline\t2020-01-01\topen\nTalks\t2021\tsevered\n")
    assert draft.data.startswith(b"channel,date,state\n")
    assert draft.is_guessed


def test_pasted_text_without_tabs_is_taken_as_it_is() -> None:
    """A CSV file that is pasted is that file."""
    assert pasted_draft("channel,date,state\nA,2020,open").data.startswith(b"channel,date")


def test_formulas_without_values_are_told_with_what_to_do() -> None:
    """How many cells, which first, and how to get their values."""
    words = uncalculated_words(Uncalculated(2, "B2"))
    assert words.startswith("2 cells hold a formula without a value, first B2: read as empty.")
    assert "Excel" in words
    assert uncalculated_words(Uncalculated(1, "C3")).startswith("1 cell holds a formula")
