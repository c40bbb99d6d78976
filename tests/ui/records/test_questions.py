"""What is asked of a file's rows, cells and words."""

import io
from datetime import date

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from openline.intake.choices import Choices
from openline.intake.survey import EndDays
from openline.ui.records.draft import Draft
from openline.ui.records.questions import misfits, reasons
from tests.records import bring, press
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
STRAY = (
    "channel,date,state,note\nHotline,2020-01-01,open,\nTotal,,,1\n"
    "Channel,Date,State,Note\nTalks,2021-01-01,open,\nSource: the desk,,,\n"
)


def test_totals_headers_and_notes_are_left_out_by_choice() -> None:
    """They are shown with their lines, and asked about nowhere once they are left out."""
    at = bring(STRAY)
    page = markup(at)
    assert "1 row; line 3: Total · 1; proposed: leave it out" in page
    assert at.session_state["records_draft"].data == STRAY.encode()
    press(at, "records_apply_left_out")
    page = markup(at)
    assert "has no errors; it can be saved" in page
    assert "Total" not in page
    data = at.session_state["records_draft"].data
    assert data == (
        b"channel,date,state,note\nHotline,2020-01-01,open,\n\n\nTalks,2021-01-01,open,\n\n"
    )


def test_rows_can_be_kept_for_good() -> None:
    """Then they are not asked about in that file again; in another they are."""
    at = press(bring(STRAY), "records_leave_left_out")
    assert not _is_asked(at)
    assert _is_asked(bring(STRAY, "other.csv", press(at, "records_other")))


def _is_asked(at: AppTest) -> bool:
    return "records_apply_left_out" in [button.key for button in at.button]


MERGED = (
    "parties,channel,date,state\nArland; Berland,North line,2019-03-01,open\n"
    ",North line,2021-06-14,severed\n"
)


def test_parties_that_stand_once_hold_for_the_rows_below_by_choice() -> None:
    """Two channels become one."""
    at = bring(MERGED)
    assert "1 empty cell; line 3: Arland; Berland" in markup(at)
    assert "2 channels" in markup(at)
    press(at, "records_apply_filled")
    assert "2 rows of 1 channel were read" in markup(at)
    assert at.session_state["records_draft"].choices.filled == ("parties",)


def test_a_merged_cell_of_a_workbook_is_filled() -> None:
    """A spreadsheet keeps the text of merged cells in the first of them alone; that a name
    stands with and without parties is warned of until it is filled."""
    book = openpyxl.Workbook()
    for row in (
        ["parties", "channel", "date", "state"],
        ["Arland; Berland", "North line", date(2019, 3, 1), "open"],
        [None, "North line", date(2021, 6, 14), "severed"],
    ):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)
    at = bring(out.getvalue(), "merged.xlsx")
    assert "North line has no parties in line 3" in markup(at)
    press(at, "records_apply_filled")
    assert "2 rows of 1 channel were read" in markup(at)


FREE = (
    "channel,date,event,state\nNorth line,2020-01-01,National exams,severed\n"
    "North line,2020-02-01,Protest in the capital,open\n"
)


def test_an_event_in_free_text_becomes_the_summary_by_choice() -> None:
    """It is proposed before any of its words is asked about."""
    at = bring(FREE)
    assert "2 distinct texts, such as National exams, Protest in the capital" in markup(at)
    assert not [box for box in at.selectbox if str(box.label).startswith("Word ")]
    press(at, "records_apply_misfits")
    assert at.session_state["records_draft"].data.startswith(b"channel,date,summary,state\n")
    assert "has no errors" in markup(at)


def test_its_words_are_asked_about_where_it_is_left() -> None:
    """One by one, as any others."""
    at = press(bring(FREE), "records_leave_misfits")
    assert len([box for box in at.selectbox if str(box.label).startswith("Word ")]) == 2


def test_where_the_summary_is_taken_another_name_is_proposed() -> None:
    """One that no column has."""
    at = bring(FREE.replace("channel,date", "summary,cause,channel,date").replace("\nN", "\nx,y,N"))
    press(at, "records_apply_misfits")
    assert b"event (5)" in at.session_state["records_draft"].data


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
    assert "event" not in misfits(draft, {"event": texts, "state": {"open": 1}})


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
    assert ("event" in misfits(draft, {"event": texts, "state": {"open": 1}})) is expected


NEGATED = (
    "channel,date,event,state,confidence\n"
    "North line,2020-01-01,change,open,confirmed\n"
    "North line,2021-01-01,change,not open,unconfirmed\n"
    "North line,2022-01-01,no contact,,confirmed\n"
)


def test_a_negation_is_never_proposed_as_its_opposite() -> None:
    """What nobody proposes is left, and can still be chosen by hand."""
    at = bring(NEGATED)
    boxes = [box for box in at.selectbox if str(box.label).startswith("Word ")]
    assert [box.value for box in boxes] == ["leave it; fix it by hand"] * 3
    assert "proposed" not in markup(at)
    assert "records_propose_words" not in [button.key for button in at.button]
    boxes[0].set_value("severed").run()
    press(at, "records_apply_words")
    assert b"2021-01-01,change,severed,unconfirmed" in at.session_state["records_draft"].data
    assert at.session_state["records_draft"].choices.words == {"state": {"not open": "severed"}}


def test_a_word_typed_later_is_read_as_it_was_chosen() -> None:
    """The choice holds for the file, not for the cells that it had."""
    at = bring("channel,date,state\nA,2020,shut\nB,2020,x\n")
    assert "1 word still needs a meaning." in markup(at)
    press(at, "records_apply_words")
    at.segmented_control(key="records_mend_how").set_value("Row by row").run()
    field = next(box for box in at.text_input if str(box.label).startswith("state"))
    field.set_value("Shut").run()
    assert "has no errors" in markup(at)
    press(at, "records_take_over")
    assert at.session_state["records_draft"].data.endswith(b"B,2020,severed\n")


INTERVALS = (
    "channel,start,end,state\nNorth post,1990-01-01,2010-05-04,open\n"
    "North post,2010-05-05,2020-12-31,severed\nSouth post,1995-01-01,2020-12-31,open\n"
)


def test_an_end_is_the_last_day_by_choice() -> None:
    """What the rows speak for is said; the end becomes the first day after."""
    at = bring(INTERVALS)
    assert "1 row can only give the last day; proposed: the last day of the interval" in markup(at)
    press(at, "records_apply_ends")
    assert at.session_state["records_draft"].data.decode().splitlines()[1:] == [
        "North post,1990-01-01,2010-05-05,open",
        "North post,2010-05-05,2021-01-01,severed",
        "South post,1995-01-01,2021-01-01,open",
    ]
    assert "What the end of an interval is" not in markup(at)


def test_without_a_reason_nothing_is_proposed() -> None:
    """It is asked all the same, and can be left for good; files without ends are not."""
    at = bring(
        "channel,start,end,state\nA,2019-03-01,2020-03-01,open\nA,2020-03-01,2021-01-01,severed\n"
    )
    assert "1 row the first day after" in markup(at)
    assert "proposed" not in markup(at)
    press(at, "records_leave_ends")
    assert "What the end of an interval is" not in markup(at)
    at = bring("channel,date,state\nA,2020,open\n")
    assert "What the end of an interval is" not in markup(at)


def test_reasons_are_counted() -> None:
    """For the last day, and for the day after."""
    assert reasons(EndDays(0, 0, ())) == ""
    assert reasons(EndDays(2, 1, ())) == (
        "; 2 rows can only give the last day, 1 row the first day after"
    )


def test_rows_with_a_length_are_intervals_by_choice() -> None:
    """Until then a state holds to the channel's next row; then it is unknown from its end."""
    text = "channel,date,state,duration\nHotline,2019-05-03,severed,30 days\nTalks,2020,open,\n"
    at = bring(text)
    assert "such as 30 days; date is where it starts; proposed: the length of" in markup(at)
    assert at.session_state["records_draft"].data == text.encode()
    press(at, "records_apply_spans")
    assert at.session_state["records_draft"].data.decode().splitlines() == [
        "channel,start,state,duration,end",
        "Hotline,2019-05-03,severed,30 days,2019-06-02",
        "Talks,2020,open,,",
    ]
    assert "records_apply_spans" not in [button.key for button in at.button]


def test_events_that_are_states_are_the_states_by_choice() -> None:
    """A file with states has them; other events stay events."""
    at = bring("channel,date,event\nA,2020,opened\nA,2021,suspended\n")
    assert "2 distinct texts, such as opened, suspended; proposed: state" in markup(at)
    press(at, "records_apply_misfits")
    assert at.session_state["records_draft"].data.startswith(b"channel,date,state")
    draft = Draft.of("x.csv", b"channel,date,event\nA,2020,contact\n")
    assert misfits(draft, {"event": {"contact": 3, "suspended": 1}}) == {}


def test_few_short_words_of_states_are_asked_about() -> None:
    """Codes and labels are words; sentences are a summary."""
    draft = Draft.of("x.csv", b"channel,date,state\nA,2020,1\n")
    assert misfits(draft, {"state": {"0": 3, "1": 1, "open → severed": 1}}) == {}
    sentences = {f"The ministers met in city {place}": 1 for place in range(3)}
    assert [*misfits(draft, {"state": sentences})] == ["state"]


def test_a_third_side_or_a_length_that_is_empty_is_not_filled() -> None:
    """A channel of two sides has no third; a row without a length has no end."""
    three = "channel,party 1,party 2,party 3,date,state\nA,X,Y,Z,2019,open\nB,X,Y,,2019,open\n"
    at = press(bring(three), "records_apply_made")
    assert at.session_state["records_draft"].data.decode().splitlines()[2].endswith("X; Y")
    assert "Empty cells below" not in markup(at)
    lengths = "channel,date,state,duration\nA,2019-05-03,open,3 days\nB,2019-05-04,open,\n"
    assert "Empty cells below" not in markup(press(bring(lengths), "records_apply_spans"))


def test_words_for_nothing_are_empty_cells_by_choice() -> None:
    """They do not make the column another one; of a state nothing is left empty."""
    draft = Draft.of("x.csv", b"")
    assert misfits(draft, {"event": {"NULL": 9, "call": 1, "met": 1}, "state": {"open": 1}}) == {}
    text = "channel,date,state,event\nA,2020,open,NULL\nA,2021,severed,-\nB,2021,n/a,nan\n"
    at = bring(text)
    page = markup(at)
    assert page.count("proposed: an empty cell") == 3
    assert "n/a</span>" in page
    assert "A column that holds something else" not in page
    press(at, "records_apply_words")
    rows = at.session_state["records_draft"].data.decode().splitlines()[1:]
    assert rows == ["A,2020,open,", "A,2021,severed,", "B,2021,unknown,"]
    assert "“NULL” is empty" in markup(at)
