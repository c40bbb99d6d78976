"""Sheets of a workbook, on the page."""

import pytest

from openline.intake.beside_values import BesideValues, Uncalculated
from openline.ui.records.sheets import beside_words, uncalculated_words
from tests.intake.workbooks import workbook
from tests.records import bring, press
from tests.screen import markup

KEPT = "To keep them, write them in cells of their own."
HEADER = ("channel", "date", "state")
YEARS = {
    "2021": (HEADER, ("North line", "2021-03-01", "open")),
    "Notes": (("How it was made",),),
    "2022": (("Log of 2022",), HEADER, ("North line", "2022-03-01", "severed")),
}


def test_formulas_without_values_are_told_with_what_to_do() -> None:
    """How many cells, which first, and how to get their values."""
    words = uncalculated_words(Uncalculated(2, "B2"))
    assert words.startswith("2 cells hold a formula without a value, first B2: read as empty.")
    assert "Excel" in words
    assert uncalculated_words(Uncalculated(1, "C3")).startswith("1 cell holds a formula")


def test_what_a_sheet_has_beside_its_values_is_said() -> None:
    """What is not read, and what the workbook hides; nothing where there is nothing."""
    assert beside_words(BesideValues(links=2, comments=1, hidden_rows=3)) == [
        f"Not read: 2 links behind cells and 1 comment. {KEPT}",
        "Hidden in the workbook, and read like the rest: 3 rows.",
    ]
    assert beside_words(BesideValues()) == []


@pytest.mark.usefixtures("set_today")
def test_sheets_with_the_same_header_are_read_together_by_choice() -> None:
    """That only one of them is read is said before; the name of each is kept."""
    at = bring(workbook(YEARS), "log.xlsx")
    assert "Only the sheet “2021” is read; “2022” has the same header." in markup(at)
    press(at, "records_all_sheets")
    assert not at.exception
    assert "2 rows of 1 channel were read" in markup(at)
    assert at.session_state["records_draft"].data.decode().splitlines() == [
        "channel,date,state,sheet",
        "North line,2021-03-01,open,2021",
        "North line,2022-03-01,severed,2022",
    ]


@pytest.mark.usefixtures("set_today")
def test_one_sheet_with_its_header_has_nothing_to_be_read_with() -> None:
    """Notes on another sheet are no part of the log."""
    page = markup(bring(workbook({"Log": YEARS["2021"], "Notes": YEARS["Notes"]}), "log.xlsx"))
    assert "the same header" not in page
