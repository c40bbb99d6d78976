"""Columns of the format that hold something else."""

import pytest

from openline.intake.choices import Choices
from openline.ui.records.draft import Draft
from openline.ui.records.misfits import misfits
from tests.records import bring, press
from tests.screen import markup

FREE = (
    "channel,date,event,state\nNorth line,2020-01-01,National exams,severed\n"
    "North line,2020-02-01,Protest in the capital,open\n"
)


@pytest.mark.usefixtures("set_today")
def test_an_event_in_free_text_becomes_the_summary_by_choice() -> None:
    """It is proposed before any of its words is asked about."""
    at = bring(FREE)
    assert "2 distinct texts, such as National exams, Protest in the capital" in markup(at)
    assert not [box for box in at.selectbox if str(box.label).startswith("Word ")]
    press(at, "records_apply_misfits")
    assert at.session_state["records_draft"].data.startswith(b"channel,date,summary,state\n")
    assert "has no errors" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_its_words_are_asked_about_where_it_is_left() -> None:
    """One by one, as any others."""
    at = press(bring(FREE), "records_leave_misfits")
    assert len([box for box in at.selectbox if str(box.label).startswith("Word ")]) == 2


@pytest.mark.usefixtures("set_today")
def test_where_the_summary_is_taken_another_name_is_proposed() -> None:
    """One that no column has."""
    at = bring(FREE.replace("channel,date", "summary,cause,channel,date").replace("\nN", "\nx,y,N"))
    press(at, "records_apply_misfits")
    assert b"event (5)" in at.session_state["records_draft"].data


@pytest.mark.usefixtures("set_today")
def test_grades_are_no_summary() -> None:
    """A column of short texts is proposed to keep them under another name."""
    at = bring("channel,date,state,confidence\nA,2020,open,90%\nA,2021,severed,B2\n")
    press(at, "records_apply_misfits")
    assert at.session_state["records_draft"].data.startswith(b"channel,date,state,confidence (4)")
    assert "proposed: confidence" not in markup(at)


def test_the_rows_of_words_that_mean_one_count_together() -> None:
    """What was chosen for `up` leaves the rows of `contact` what they are."""
    draft = Draft.of("a.csv", b"").chosen(Choices(words={"event": {"up": "contact"}}))
    texts = {"contact": 9, "up": 1, "protest": 2, "exams": 2}
    assert "event" not in misfits(draft, {"event": texts})


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"National exams": 1, "Protest": 1}, True),
        ({"meeting": 1, "National exams": 1}, False),
        ({"frozen": 1, "closed": 2}, False),
        ({"Unheard": 9}, False),
        ({"Shut": 3, "Up": 1}, False),
    ],
)
def test_hardly_a_word_has_to_fit(texts: dict[str, int], expected: bool) -> None:
    """A word that can be meant fits, and one that was chosen; one text alone says nothing."""
    draft = Draft.of("a.csv", b"").chosen(Choices(words={"event": {"up": "contact"}}))
    assert ("event" in misfits(draft, {"event": texts})) is expected
