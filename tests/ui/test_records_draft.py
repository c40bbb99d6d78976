"""The file that is worked on."""

import io

import openpyxl

from openline.record.problems import Problem
from openline.ui.records_draft import Draft, draft_of, with_sheet


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


def test_each_step_can_be_undone() -> None:
    """Undoing brings back what was there before, step by step, and no further."""
    draft = Draft("a.csv", b"one", b"one").stepped(b"two").stepped(b"three")
    assert (draft.data, draft.undone().data, draft.undone().undone().data) == (
        b"three",
        b"two",
        b"one",
    )
    first = draft.undone().undone()
    assert not first.is_changed
    assert first.undone().data == b"one"


def test_a_step_that_changes_nothing_is_none() -> None:
    """The same bytes are not kept twice, and tables on the page begin anew all the same."""
    draft = Draft("a.csv", b"one", b"one")
    assert draft.stepped(b"one").earlier == ()
    assert draft.stepped(b"one").turn == 1


def test_long_files_keep_few_steps() -> None:
    """Earlier versions of a long file do not fill the memory."""
    draft = Draft("a.csv", b"", b"0" * 60_000_000)
    for i in range(3):
        draft = draft.stepped(str(i).encode() * 60_000_000)
    assert len(draft.earlier) == 1


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
