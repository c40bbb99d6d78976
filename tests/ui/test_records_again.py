"""Choices that were saved with a record, offered for the next file."""

import io
from typing import Any, Final

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from openline.intake.choices import Choices
from openline.store.revisions import Upload
from openline.store.store import Store
from openline.ui.records_again import chosen_before
from tests.records import RECORDS_SCRIPT, bring, press, save
from tests.screen import markup, run_page
from tests.store.saving import NOW
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
    return "records_again" in [button.key for button in at.button]


def test_choices_are_offered_for_the_next_file_and_applied_by_one_click(store: Store) -> None:
    """What was chosen is named; nothing is changed before the click, all of it by it; the file
    is then proposed as the next revision, which keeps the choices again."""
    _keep(store)
    at = bring(NEXT, "december.csv")
    page = markup(at)
    assert "They were made for revision 1 of “Gulf lines”, saved by Ann on 25 Nov 2026." in page
    assert "Columns: “Line” is channel, “When” is date, “Status” is state" in page
    assert "Words of the column state: “shut” is severed, “up” is open" in page
    assert "Dates of date: day, month, year" in page
    assert at.session_state["records_draft"].data == NEXT.encode()
    press(at, "records_again")
    assert "december.csv has no errors; it can be saved." in markup(at)
    assert not _is_offered(at)
    assert at.text_input(key="records_name").value == "Gulf lines"
    save(at)
    newest = store.newest("Gulf lines")
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
    assert not _is_offered(bring(text, "other.csv"))
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
    press(at, "records_again")
    assert at.session_state["records_draft"].sheet == "Lines"
    assert "Gulf lines.xlsx has no errors; it can be saved." in markup(at)
    assert not _is_offered(at)


def test_what_is_no_choice_is_left_out(store: Store) -> None:
    """Choices of another form than today's are read as far as they can be."""
    kept = keep(store, b"1", None, choices={"sheet": 3, "columns": [1], "date_order": "x"})
    choices, sheet = chosen_before(kept)
    assert (choices, sheet) == (Choices(), None)
