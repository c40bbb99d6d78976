"""The file that is worked on."""

import io

import openpyxl
import pytest
import streamlit as st

from openline.intake import large
from openline.intake.choices import Choices, Header
from openline.intake.edits import Edits
from openline.record.problems import ERROR, Problem
from openline.settings import SESSION_MB
from openline.ui.records.draft import (
    PUT_ASIDE,
    Draft,
    asides,
    bring,
    current_draft,
    draft_of,
    put_aside,
    take_back,
    with_sheet,
)


def workbook() -> bytes:
    """Return a workbook of two sheets, the second one empty."""
    book = openpyxl.Workbook()
    book.active.title = "Lines"
    book.active.append(["channel", "date", "state"])
    book.active.append(["Hotline", "2020-01-01", "open"])
    book.create_sheet("Empty")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FILE: bytes = b"Line,date,state\nA,2020,up\n"
NAMES = Choices(names={"Line": "channel"})


def test_each_step_can_be_undone() -> None:
    """Undoing brings back what was chosen and mended before, step by step, and no further."""
    draft = Draft.of("a.csv", FILE).chosen(NAMES).edited(Edits({2: {"state": "open"}}))
    assert draft.data == b"channel,date,state\nA,2020,open\n"
    assert draft.undone().data == b"channel,date,state\nA,2020,up\n"
    first = draft.undone().undone()
    assert (first.data, first.choices, first.edits) == (FILE, Choices(), Edits())
    assert not first.is_changed
    assert first.undone().data == FILE


def test_a_large_file_is_made_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is chosen for it, not what is edited; where it needs too much it says so, until that
    is undone."""
    monkeypatch.setattr(large, "LARGE", 10)
    made = Draft.of("a.csv", FILE).chosen(NAMES).edited(Edits({2: {"state": "open"}}))
    assert made.data == b"channel,date,state\nA,2020,open\n"
    assert made.fault is None
    refused = Problem(ERROR, "size-limit", None, None, None, "It takes too long.", "Less.")
    monkeypatch.setattr(large, "call_apart", lambda *_, **__: refused)
    failed = Draft.of("a.csv", FILE).chosen(NAMES)
    assert (failed.data, failed.fault) == (FILE, refused)
    assert failed.undone().fault is None
    assert made.edited(Edits()).data == b"channel,date,state\nA,2020,up\n"


def test_a_choice_after_an_edit_keeps_it() -> None:
    """What was mended stands in the file as it came, so any choice can still be made or undone."""
    edited = Draft.of("a.csv", FILE).edited(Edits({2: {"Line": "B"}}))
    later = edited.chosen(Choices(names=NAMES.names, words={"state": {"up": "open"}}))
    assert later.data == b"channel,date,state\nB,2020,open\n"
    titled = Draft.of("a.csv", b"Log\n" + FILE).chosen(Choices(header=Header(2, ",")))
    assert titled.edited(Edits({3: {"Line": "B"}})).data == b"\nLine,date,state\nB,2020,up\n"


def test_a_step_that_changes_nothing_is_none() -> None:
    """The same choices are not kept twice, and tables on the page begin anew all the same."""
    draft = Draft.of("a.csv", FILE)
    assert draft.chosen(Choices()).earlier == ()
    assert draft.chosen(Choices()).turn == 1


def test_an_encoding_is_chosen_like_anything_else() -> None:
    """The text is read anew from the bytes that were brought, and back again."""
    data = "channel,date,state\nЛиния,2020,open\n".encode("cp1251")
    draft = Draft.of("a.csv", data).chosen(Choices(encoding="cp1251"))
    assert draft.data.decode("utf-8-sig") == "channel,date,state\nЛиния,2020,open\n"
    assert draft.undone().data == data
    assert draft.chosen(Choices(encoding="no-such")).data == data


def test_a_workbook_is_csv_from_then_on() -> None:
    """The first sheet is read, another can be chosen, and an empty one says so."""
    draft = draft_of("lines.xlsx", workbook())
    assert (draft.sheet, draft.sheets) == ("Lines", ("Lines", "Empty"))
    assert draft.data == b"channel,date,state\nHotline,2020-01-01,open\n"
    empty = with_sheet(draft, "Empty")
    assert isinstance(empty.fault, Problem)
    assert empty.data == b""
    assert with_sheet(empty, "Lines").fault is None


def test_a_damaged_workbook_is_a_fault_of_the_file() -> None:
    """Nothing is raised, and the fault is told like any other."""
    draft = draft_of("lines.xlsx", workbook()[:900] + b"xl/")
    assert draft_of("lines.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").fault is not None
    assert draft.data


def test_of_a_workbook_the_sheet_with_a_log_is_read() -> None:
    """A sheet that only explains the others stands first in many workbooks."""
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    book.create_sheet("About", 0).append(["Kept by the desk"])
    out = io.BytesIO()
    book.save(out)
    draft = draft_of("lines.xlsx", out.getvalue())
    assert (draft.sheet, draft.sheets) == ("Lines", ("About", "Lines", "Empty"))


def test_several_files_can_be_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last one stands first, the fifth before it is forgotten; going back puts the present
    one aside."""
    monkeypatch.setattr(st, "session_state", {})
    for number in range(7):
        bring(Draft.of(f"{number}.csv", FILE))
    assert [draft.name for draft in asides()] == ["5.csv", "4.csv", "3.csv", "2.csv", "1.csv"]
    take_back(1)
    found = current_draft()
    assert found is not None
    assert found.name == "4.csv"
    assert [draft.name for draft in asides()] == ["6.csv", "5.csv", "3.csv", "2.csv", "1.csv"]


def test_files_put_aside_have_room_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the files put aside exceed a session's room those put aside last stay."""
    monkeypatch.setenv(SESSION_MB.variable, "1")
    st.session_state.pop(PUT_ASIDE, None)
    drafts = [Draft.of(name, bytes(200_000)) for name in "abcd"]
    for draft in drafts:
        put_aside(draft)
    assert [item.name for item in asides()] == ["d", "c"]
    put_aside(Draft.of("large", bytes(2_000_000)))
    assert [item.name for item in asides()] == ["large"]
    st.session_state.pop(PUT_ASIDE)
