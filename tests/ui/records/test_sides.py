"""Names of parties."""

import pytest

from openline.ui.records.sides import aliases_written
from tests.records import bring, press
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
FILE = (
    "parties,channel,date,state,actor\nUS and China,Hotline,2020,open,US\n"
    "China / Japan,Talks,2020,open,\nDPRK-ROK,Hotline,2020,severed,DPRK\n"
    "Guinea-Bissau,Post,2020,open,\n"
)


def test_two_sides_in_one_cell_are_told_apart_by_choice() -> None:
    """Each mark is shown with what it makes; names of one party lead to one name."""
    at = bring(FILE)
    page = markup(at)
    assert "1 row; US and China → US; China; proposed: split there" in page
    assert "China / Japan → China; Japan" in page
    assert "DPRK-ROK → DPRK; ROK" in page
    assert b"US and China" in at.session_state["records_draft"].data
    press(at, "records_apply_sides")
    assert at.session_state["records_draft"].data.decode().splitlines()[1:] == [
        "United States; China,Hotline,2020,open,United States",
        "China; Japan,Talks,2020,open,",
        "North Korea; South Korea,Hotline,2020,severed,North Korea",
        "Guinea-Bissau,Post,2020,open,",
    ]
    assert "Names of parties" not in markup(at)


def test_a_name_can_stay_whole_and_names_of_ones_own_are_kept() -> None:
    """What would be split is listed; further names are written one a line."""
    at = bring(
        "parties,channel,date,state\nArland–Berland,A,2020,open\nArland; Berland,A,2021,severed\n"
    )
    box = next(box for box in at.selectbox if box.label.startswith("Two sides"))
    box.set_value("split there").run()
    whole = next(box for box in at.multiselect if box.label == "Names that stay whole")
    assert whole.options == ["Arland–Berland"]
    at.text_area[-1].set_value("MFA = Arland\nnothing").run()
    press(at, "records_apply_sides")
    draft = at.session_state["records_draft"]
    assert draft.choices.aliases == {"MFA": "Arland"}
    assert draft.choices.split == ("–",)
    assert b"Arland; Berland,A,2020" in draft.data


def test_one_name_of_parties_is_asked_about_nothing() -> None:
    """Nor are parties that are told apart already."""
    assert "Names of parties" not in markup(bring("parties,channel,date,state\nA; B,X,2020,open\n"))


def test_other_names_are_written_one_a_line() -> None:
    """A line without a sign of equality says nothing."""
    assert aliases_written(" MFA =  Arland \nx\n= y\nz=") == {"MFA": "Arland"}
