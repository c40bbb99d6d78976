"""Names of channels that look alike, on the page."""

import pytest
from streamlit.testing.v1 import AppTest

from openline.store.store import Store
from openline.ui.records.names import aliases_written
from tests.records import bring, press, save
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
FILE = (
    "channel,date,state\nNaval hotline,2020,open\nNaval Hotline,2021,severed\n"
    "Naval hotline,2022,open\nTalks,2020,open\n"
)


def test_two_spellings_become_one_channel_by_choosing(store: Store) -> None:
    """The one in most rows is proposed, nothing is chosen before; it is kept with the record and
    asked no more."""
    at = bring(FILE)
    page = markup(at)
    assert "Names that look alike" in page
    assert "in 1 row; proposed: Naval hotline" in page
    assert "3 channels were read" in page
    press(at, "records_apply_names")
    page = markup(at)
    assert "2 channels were read" in page
    assert "Names that look alike" not in page
    assert "“Naval Hotline” is Naval hotline" in page
    save(at)
    assert b"Hotline" not in store.bytes_of("Gulf lines")
    choices = store.revision("Gulf lines").choices
    assert choices == {"words": {"channel": {"Naval Hotline": "Naval hotline"}}}


def test_two_channels_can_stay_two() -> None:
    """Whoever leaves it is not asked again; the file can be saved."""
    page = markup(press(bring(FILE), "records_leave_names"))
    assert "Names that look alike" not in page
    assert "3 channels were read" in page


def test_names_that_differ_are_not_asked_about() -> None:
    """A file of sound names has no such question."""
    assert "look alike" not in markup(bring(FILE.replace("Naval Hotline", "Naval line")))


def _join(at: AppTest, one: str, other: str) -> AppTest:
    boxes = {box.label: box for box in at.selectbox}
    boxes["This name as well"].set_value(one).run()
    boxes = {box.label: box for box in at.selectbox}
    boxes["is another spelling of"].set_value(other).run()
    return press(at, "records_apply_names")


def test_any_two_names_become_one_on_demand() -> None:
    """Another word or a nickname looks like nothing; what was joined before follows."""
    at = bring("channel,date,state\nNorth line,2020,open\nBorder,2021,severed\nOld,2022,open\n")
    assert "Names that look alike" not in markup(at)
    at.toggle(key="records_names_all").set_value(True).run()
    at = _join(at, "Border", "North line")
    assert "2 channels were read" in markup(at)
    at = _join(at, "North line", "Old")
    assert "3 rows of 1 channel were read" in markup(at)


def test_sides_in_another_order_are_asked_about() -> None:
    """A name that turns another one round is proposed to be that one."""
    at = bring("channel,date,state\nUS-China line,2020,open\nChina–US line,2021,severed\n")
    assert "2 channels" in markup(at)
    assert "1 channel were read" in markup(press(at, "records_apply_names"))


def test_what_is_chosen_beside_a_pair_follows_it() -> None:
    """A spelling of a name that becomes another one, in the same press, does so too."""
    at = bring(f"{FILE}Naval-hotline,2024,open\nRed,2023,open\n".replace("Naval H", "Naval h"))
    next(box for box in at.selectbox if box.label == "Name 1 is read as").set_value("Naval hotline")
    at = _join(at.run(), "Naval hotline", "Red")
    assert "6 rows of 2 channels were read" in markup(at)


SIDES = (
    "parties,channel,date,state,actor\nUS and China,Hotline,2020,open,US\n"
    "China / Japan,Talks,2020,open,\nDPRK-ROK,Hotline,2020,severed,DPRK\n"
    "Guinea-Bissau,Post,2020,open,\n"
)


def test_two_sides_in_one_cell_are_told_apart_by_choice() -> None:
    """Each mark is shown with what it makes; names of one party lead to one name."""
    at = bring(SIDES)
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
