"""The bar that stays in view."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.records.bar import Stage, steps_html
from tests.browser.intake_files import BROUGHT, SHOW, Act
from tests.records import BAD, GOOD, bring, press, save
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
TITLED = "Lines of the region\n\nLine,Since,Status\nHotline,2020-05-01,up\nTalks,2021-05-01,up\n"
MESSY = """Contacts with neighbours,,,,
kept by the desk,,,,
Who,Line,When,What is it now,Remark
US - China,Hotline,1/25/2015,cut,
USA / PRC,hot line,3/4/2016,working,said on TV
DPRK - ROK,Talks,2017,limited,“no answer”
Who,Line,When,What is it now,Remark
PRC and Russia,Hotline,5/13/2018,suspended,
Total,4,,,
"""


def _bar(at: AppTest) -> tuple[str, str]:
    """Return what the bar says, and its button."""
    assert not at.exception
    said = [text for text in markup(at).split("\n") if "ol-bar-step" in text]
    primary = [button.label for button in at.button if button.proto.type == "primary"]
    assert len(said) == len(primary) == 1
    return said[0], primary[0]


def test_the_present_step_is_marked() -> None:
    """All steps stand in their order, and one is the present one."""
    page = steps_html(Stage.CHOOSE)
    assert page.count("<li") == len(Stage)
    assert page.count("aria-current") == 1
    assert '<li class="ol-now" aria-current="step"><span>3 Choose meanings</span>' in page


def test_without_a_file_there_is_no_bar() -> None:
    """The page begins with the ways to bring one."""
    at = press(bring(GOOD), "records_other")
    assert "ol-bar-step" not in markup(at)


def test_the_bar_leads_from_a_title_to_the_board() -> None:
    """Pressing its button, and writing who saves, is all that a sound file of other words
    needs; it always says what is next."""
    at = bring(TITLED, "titled.csv")
    said, label = _bar(at)
    assert "Step 3 of 6: Choose meanings" in said
    assert "Line 3 looks like the header." in said
    assert label == "Read it from line 3"
    said, label = _bar(press(at, "records_next"))
    assert "Choose which column is which: Line → channel, Since → date, Status → state." in said
    assert label == "Use the 3 proposed columns"
    said, label = _bar(press(at, "records_next"))
    assert "Choose what its words mean: up → open." in said
    assert label == "Use the proposed word"
    said, label = _bar(press(at, "records_next"))
    assert ("Step 5 of 6: Save" in said, label) == (True, "Save")
    assert "Enter your name to save." in said
    said, label = _bar(save(at))
    assert "Revision 1 of “Gulf lines” is saved." in said
    assert label == "Open it on the board"


def test_errors_are_counted_with_the_first_line() -> None:
    """Where nothing is left to choose, the bar leads to the rows that are faulty."""
    said, label = _bar(bring(GOOD.replace("2022-08-05", "2022-02-30")))
    assert "Step 4 of 6: Fix" in said
    assert "1 error to fix, the first in line 3." in said
    assert label == "Show the rows with errors"


def test_once_faulty_rows_are_shown_the_bar_says_how_a_cell_is_changed() -> None:
    """The button is no longer the main one, for what is next is done in the table."""
    at = press(bring(GOOD.replace("2022-08-05", "2022-02-30")), "records_next")
    assert "Double-click a cell to change it; 1 error to fix" in markup(at)
    button = at.button(key="records_next")
    assert (button.label, button.proto.type) == ("Show them again", "secondary")


def test_a_file_that_nothing_can_be_read_of_leads_to_what_is_wrong() -> None:
    """There is a next button even where only another program can mend the file."""
    said, label = _bar(bring(b"%PDF-1.7 x", "thing.pdf"))
    assert "1 error" in said
    assert label == "See what is wrong"


def test_a_save_that_is_refused_stays_in_the_bar() -> None:
    """Without a name of who saves the bar says what is missing, and nothing else is lost."""
    at = save(bring(GOOD), who="")
    assert "Your name is missing." in markup(at)
    assert _bar(at)[1] == "Save"


def test_hostile_names_are_text() -> None:
    """The file's name stands in the bar as text."""
    said, _ = _bar(bring(BAD, "<img src=x>.csv"))
    assert "&lt;img src=x&gt;.csv" in said


def test_a_messy_sheet_needs_the_bar_alone() -> None:
    """A title, sides in one cell under several names, a header again, words and dates of its
    own, two spellings of a line, a total: each is proposed where the bar leads."""
    at = bring(MESSY.encode("cp1252"), "messy.csv")
    labels: list[str] = []
    while (label := _bar(at)[1]) != "Save" and len(labels) < len(MESSY):
        labels.append(label)
        press(at, "records_next")
    assert labels == [
        "Read it from line 3",
        "Use the 5 proposed columns",
        "Leave these rows out",
        "Use these parties",
        "Use these names",
        "Use the 4 proposed words",
        "Use this order",
    ]
    assert at.session_state["records_draft"].data.decode("cp1252").split("\n")[2:] == [
        "parties,channel,date,state,summary",
        "United States; China,Hotline,2015-01-25,severed,",
        "United States; China,Hotline,2016-03-04,open,said on TV",
        "North Korea; South Korea,Talks,2017,partial,“no answer”",
        "",
        "China; Russia,Hotline,2018-05-13,severed,",
        "",
        "",
    ]


def _do(at: AppTest, act: Act) -> None:
    """Press the bar's button, or choose in the field that it leads to."""
    if isinstance(act, tuple):
        label, option = act
        next(box for box in at.selectbox if box.label == label).set_value(option).run()
        return
    assert act in _bar(at)[1]
    if act != SHOW:
        press(at, "records_next")


@pytest.mark.parametrize("name", BROUGHT)
def test_a_file_of_another_build_becomes_a_board_by_choices_alone(name: str) -> None:
    """Each question is answered where the bar leads; no cell is edited."""
    brought = BROUGHT[name]
    at = bring(brought.data, name)
    for words, acts in brought.steps.items():
        assert words in _bar(at)[0]
        for act in acts:
            _do(at, act)
    assert "has no errors" in markup(at)
    assert brought.says in re.sub(r"<[^>]+>", "", markup(at))
