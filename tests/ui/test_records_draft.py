"""The file that is worked on."""

import io

import openpyxl

from openline.intake.mapping import Choices
from openline.record.problems import Problem
from openline.ui.records_draft import Draft, choices_of, draft_of, upload_of, with_sheet


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


def test_what_was_chosen_is_saved_with_a_file() -> None:
    """Columns, words, the order of dates and the sheet are kept; nothing chosen is nothing."""
    draft = Draft("a.csv", b"one", b"one")
    assert choices_of(draft) is None
    chosen = Choices({"channel": "Line"}, {"state": {"up": "open"}}, "day-first")
    assert choices_of(Draft("a.xlsx", b"", b"", choices=chosen, sheet="Lines")) == {
        "columns": {"channel": "Line"},
        "words": {"state": {"up": "open"}},
        "date_order": "day-first",
        "sheet": "Lines",
    }


def test_a_file_is_kept_under_a_name_that_tells_its_type() -> None:
    """A name without a suffix gets one; a saved revision is no upload."""
    named = [upload_of(Draft(name, b"x", b"x")) for name in ("a.txt", "Pasted rows")]
    assert [found and found.name for found in named] == ["a.txt", "Pasted rows.csv"]
    assert upload_of(Draft("a.csv", b"x", b"x", is_upload=False)) is None


def test_of_a_workbook_the_sheet_with_a_log_is_read() -> None:
    """A sheet that only explains the others stands first in many workbooks."""
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    book.create_sheet("About", 0).append(["Kept by the desk"])
    out = io.BytesIO()
    book.save(out)
    draft = draft_of("lines.xlsx", out.getvalue())
    assert (draft.sheet, draft.sheets) == ("Lines", ("About", "Lines", "Empty"))
