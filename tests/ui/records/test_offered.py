"""Choices that were saved with a record, offered for the next file."""

import io
from typing import Any, Final

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.store.revisions import Upload
from openline.store.store import Store
from openline.ui.records.offers import chosen_before
from tests.records import GOOD, RECORDS_SCRIPT, bring, press, save
from tests.screen import markup, run_page
from tests.store.saving import NAME, NOW
from tests.store.saving import save as keep

pytestmark = pytest.mark.usefixtures("set_today")
FOREIGN: Final = "Line;When;Status\nHotline;5.8.2022;shut\nTalks;14.8.2022;up\n"
NEXT: Final = FOREIGN + "Talks;1.9.2022;shut\n"
CHOICES: Final[dict[str, Any]] = {
    "names": {"Line": "channel", "When": "date", "Status": "state"},
    "words": {"state": {"shut": "severed", "up": "open"}},
    "dates": {"date": {"order": "day-first"}},
}


def _keep(store: Store, name: str = "Gulf lines", **changes: Any) -> None:
    data = name.encode() + b" as read"
    keep(store, data, None, name=name, choices={**CHOICES, **changes}, original=Upload("x", b"x"))


def _keep_real(store: Store) -> None:
    """Save the file that `FOREIGN` makes by `CHOICES`, as the page does."""
    data = b"channel;date;state\nHotline;2022-08-05;severed\nTalks;2022-08-14;open\n"
    keep(store, data, None, choices=CHOICES, original=Upload("may.csv", FOREIGN.encode()))


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Channel", "Parties", "Level", "Kind"])
    lines = book.create_sheet("Lines")
    for row in NEXT.splitlines():
        lines.append(row.split(";"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _is_offered(at: AppTest) -> bool:
    assert not at.exception
    return "records_update" in [button.key for button in at.button]


def test_a_file_becomes_the_next_revision_by_one_click(store: Store) -> None:
    """What was chosen is named; nothing is changed before the click, all of it by it; the name
    of the record stands, the difference is shown, and the revision keeps the choices again."""
    _keep(store)
    at = bring(NEXT, "december.csv")
    page = markup(at)
    assert "It looks like a file of “Gulf lines”." in page
    assert "It can be read as revision 1, saved by Ann on 25 Nov 2026:" in page
    assert "Columns: “Line” is channel, “When” is date, “Status” is state" in page
    assert "Words of the column state: “shut” is severed, “up” is open" in page
    assert "Dates of date: day, month, year" in page
    assert at.session_state["records_draft"].data == NEXT.encode()
    press(at, "records_next")
    page = markup(at)
    assert "december.csv has no errors; it can be saved." in page
    assert "Saving makes revision 2 of it; this is what changes." in page
    assert "Columns: “Line” is channel" in page
    assert not _is_offered(at)
    assert at.text_input(key="records_name").value == "Gulf lines"
    assert at.button(key="records_save").label == "Save as revision 2"
    save(at)
    newest = store.revision("Gulf lines")
    assert (newest.number, newest.choices) == (2, CHOICES)
    assert store.original_of("Gulf lines") == NEXT.encode()


def test_what_a_file_lacks_is_said(store: Store) -> None:
    """Of a record that is meant by its name what fits is offered, with what is not there."""
    _keep(store, names={**CHOICES["names"], "Link": "source_url"})
    at = bring(NEXT, "Gulf lines.csv")
    assert _is_offered(at)
    assert "Not in this file: “Link”" in markup(at)
    assert not _is_offered(bring(NEXT, "other.csv"))


def test_dates_alone_are_no_sign_of_another_record(store: Store) -> None:
    """Only the record that is meant by name or address offers its order of dates or words."""
    _keep(store, names={})
    text = "channel,date,state\nA,5.8.2022,open\n"
    at = bring(text, "other.csv")
    assert not _is_offered(at)
    assert _is_offered(bring(text, "Gulf lines.csv"))
    assert _is_offered(bring(text, "other.csv", run_page(RECORDS_SCRIPT, record="Gulf lines")))


def test_of_several_records_one_is_chosen(store: Store) -> None:
    """The record in the address comes first; another can be chosen."""
    _keep(store, "A lines", words={"state": {"shut": "partial"}})
    _keep(store, "B lines")
    at = bring(NEXT, "new.csv", run_page(RECORDS_SCRIPT, record="B lines"))
    box = at.selectbox(key=f"records_again_record_{at.session_state['records_draft'].turn}")
    assert box.options == ["B lines", "A lines"]
    box.set_value("A lines").run()
    assert "“shut” is partial" in markup(at)


def test_a_hidden_record_offers_nothing(store: Store) -> None:
    """Choices of a record that is hidden are offered for its own name alone."""
    _keep(store)
    store.hide("Gulf lines", "Ann", now=NOW)
    assert not _is_offered(bring(NEXT, "other.csv"))
    assert _is_offered(bring(NEXT, "Gulf lines.csv"))


def test_a_workbook_is_read_from_the_sheet_of_last_time(store: Store) -> None:
    """Where another sheet looks more like a log, that of last time is offered with the rest."""
    keep(store, b"x", None, choices={**CHOICES, "sheet": "Lines"})
    at = bring(_workbook(), "Gulf lines.xlsx")
    assert "Sheet: Lines" in markup(at)
    assert "“Line” is channel" in markup(at)
    press(at, "records_update")
    assert at.session_state["records_draft"].sheet == "Lines"
    assert "Gulf lines.xlsx has no errors; it can be saved." in markup(at)
    assert not _is_offered(at)


def test_a_file_may_be_read_alike_and_stay_a_record_of_its_own(store: Store) -> None:
    """Then nothing of the record is touched, and nothing more is asked."""
    _keep(store)
    at = press(bring(NEXT, "other.csv"), "records_again")
    page = markup(at)
    assert "other.csv has no errors; it can be saved." in page
    assert "this is what it changes" not in page
    assert not _is_offered(at)
    assert at.session_state["records_draft"].base is None


def test_a_record_that_is_open_is_updated_without_any_choice(store: Store) -> None:
    """A file in the format's own words is proposed as its next revision too."""
    keep(store, GOOD.encode(), None)
    at = bring(GOOD + "New,,2023-01-01,,open\n", "x.csv", run_page(RECORDS_SCRIPT, record=NAME))
    assert "x.csv: is it a file of “Gulf lines”?" in markup(at)
    assert "“Gulf lines” is open." in markup(at)
    press(at, "records_next")
    assert "1 row added; the status of 1 channel changes" in markup(at)
    save(at, NAME)
    assert store.revision(NAME).number == 2


def test_the_mends_of_a_revision_are_made_in_the_next_file(store: Store) -> None:
    """Its rows are found by what they say: a mended cell, a row left out and one that was added
    are so again, on other lines too, and each is undone by a click of its own."""
    first = "channel,date,state\nHotline,2020-02-30,open\nTalks,2021,open\nTotal,2,\n"
    at = bring(first, "Gulf lines.csv")
    draft = at.session_state["records_draft"]
    edits = Edits(
        {2: {"date": "2020-02-29"}},
        ({"channel": "New", "date": "2022", "state": "open"},),
        frozenset({4}),
    )
    at.session_state["records_draft"] = draft.edited(edits)
    save(at.run(), NAME)
    assert store.revision(NAME).number == 1
    lines = first.splitlines(keepends=True)
    text = lines[0] + "Talks,2023,severed\n" + "".join(lines[1:])
    at = press(bring(text, "x.csv", run_page(RECORDS_SCRIPT, record=NAME)), "records_update")
    page = markup(at)
    assert "x.csv has no errors; it can be saved." in page
    assert "1 row added; the status of 1 channel changes" in page
    for words in (
        "Line 3: date is “2020-02-29”",
        "Line 5 is left out: Total, 2",
        "A row is added: New, 2022, open",
    ):
        assert words in page
    undo = [key for button in at.button if (key := button.key or "").startswith("records_undo_")]
    press(at, undo[0])
    page = markup(at)
    assert "x.csv has 2 errors in 1 line" in page
    assert "Line 5 is left out" not in page
    assert "Line 3: date is" in page


def test_what_was_mended_and_is_not_there_any_more_is_counted(store: Store) -> None:
    """A row that says something else is left as it is, and the page says so."""
    at = bring("channel,date,state\nHotline,2020-02-30,open\n", "Gulf lines.csv")
    draft = at.session_state["records_draft"]
    at.session_state["records_draft"] = draft.edited(Edits({2: {"date": "2020-02-29"}}))
    save(at.run(), NAME)
    at = bring("channel,date,state\nHotline,2020-02-28,open\n", "Gulf lines.csv")
    assert "1 row fixed or left out last time has changed or gone missing in this file" in (
        markup(press(at, "records_update"))
    )


def test_the_rows_of_a_file_are_added_to_a_record(store: Store) -> None:
    """Those that it has are recognised, the new ones checked with the rest; the next save is
    its next revision, and what its file was stays kept."""
    _keep_real(store)
    few = "Line;When;Status\nTalks;14.8.2022;up\nTalks;1.9.2022;shut\n"
    at = bring(few, "week.csv", run_page(RECORDS_SCRIPT, record=NAME))
    press(at, "records_append")
    page = markup(at)
    assert "1 row was added to revision 1; 1 row it already has." in page
    assert "1 row added; the status of 1 channel changes" in page
    save(at, NAME)
    newest = store.revision(NAME)
    assert newest.number == 2
    assert store.bytes_of(NAME).decode().endswith("Talks;2022-09-01;severed\n")
    assert store.original_of(NAME) == FOREIGN.encode()
    assert newest.choices is not None
    assert {name: newest.choices[name] for name in CHOICES} == CHOICES


def test_rows_of_other_columns_are_chosen_first(store: Store) -> None:
    """Nothing is guessed: the page says what to do, and then adds the rows."""
    _keep_real(store)
    at = bring(
        "Channel name;Day;Condition\nTalks;1.9.2022;shut\n",
        "week.csv",
        run_page(RECORDS_SCRIPT, record=NAME),
    )
    assert "records_apply_columns" not in [button.key for button in at.button]
    press(at, "records_append")
    page = markup(at)
    assert "Its columns are named differently from the record" in page
    assert "week.csv: 1 row found; " in page
    assert "records_apply_columns" in [button.key for button in at.button]
    assert "records_append" in [button.key for button in at.button]


def test_what_is_no_choice_is_left_out(store: Store) -> None:
    """Choices of another form than today's are read as far as they can be."""
    kept = keep(store, b"1", None, choices={"sheet": 3, "columns": [1], "date_order": "x"})
    choices, sheet = chosen_before(kept)
    assert (choices, sheet) == (Choices(), None)
