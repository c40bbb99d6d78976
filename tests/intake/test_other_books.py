"""Workbooks of other kinds than .xlsx: read as they are, and refused where they do harm."""

import io
import warnings
import zipfile
from collections.abc import Callable

import pytest

from openline.intake.apart import call_apart
from openline.intake.other_books import LockedError, is_other, months_note, reading_workbook
from openline.intake.workbook import first_rows, is_workbook, sheet_csv
from openline.record.archives import DamagedError
from openline.record.problems import Problem
from tests.intake.other_workbooks import BINARY, OLD, OPEN, binary, open_document
from tests.intake.workbooks import VALUES, packed, workbook

_FAR = (
    '<table:table-row table:number-rows-repeated="{rows}"><table:table-cell{kind}'
    ' table:number-columns-repeated="{columns}"/></table:table-row>'
)
_TEXT = ' office:value-type="string"'


@pytest.mark.parametrize("data", [OPEN, BINARY], ids=["ods", "xlsb"])
def test_a_sheet_is_read_as_it_is(data: bytes) -> None:
    """Texts and days are those of the sheet, and rows without content after the last are none."""
    assert is_workbook(data)
    assert is_other(data)
    assert sheet_csv(data, "Log") == VALUES


def test_an_old_workbook_keeps_its_sheets_and_lines() -> None:
    """Sheets of Excel 97 are named in their order; a row without content keeps its line."""
    found = first_rows(OLD, 1)
    assert found == {"Notes": [["nothing"]], "Log": [["channel", "date", "state"]]}
    rows = "channel,date,state\nHotline,2022-08-05,open\n\nLínea,2022-08-01,severed\n"
    assert sheet_csv(OLD, "Log") == rows.encode()


def test_what_is_read_otherwise_is_none_of_them() -> None:
    """Workbooks of .xlsx, texts and other old files are not."""
    assert not any(map(is_other, (workbook(), VALUES, OLD[:8] + b"WordDocument", b"PK")))
    found = first_rows(OLD[:8] + b"WordDocument", 1)
    assert isinstance(found, Problem)
    assert found.message == "The file is an old Office file, not a workbook of Excel 97 to 2003."


def test_first_days_of_months_are_counted() -> None:
    """A day that may be a month, as these kinds do not say, is counted and told of."""
    text = b"a,2022-08-01,x\nb,2022-08-02\nc,2022-09-01\n"
    assert months_note(OLD, text).startswith("Dates that are the first of a month: 2.")
    assert months_note(OLD, b"x-01,HL-01\n2022-08-02,1-01-01\n") == ""
    assert months_note(workbook(), text) == months_note(OLD, VALUES) == ""


def _far_binary() -> bytes:
    return binary({0: [(0, "x")], 1_048_575: [(16_383, "x")]})


def _bomb() -> bytes:
    with zipfile.ZipFile(io.BytesIO(OPEN)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed({**parts, "mimetype": parts["mimetype"] + bytes(50_000_000)})


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_far_binary, "makes the program that reads it fail"),
        (lambda: OLD[:8] + b"\xff" * 504 + OLD[512:], "damaged"),
        (lambda: open_document(_FAR.format(rows=1_048_575, columns=16_384, kind=_TEXT)), "cells"),
        (
            lambda: open_document(
                _FAR.format(rows=1_048_575, columns=16_384, kind="")
                + _FAR.format(rows=5, columns=1_000_001, kind=_TEXT)
            ),
            "cells",
        ),
    ],
    ids=["far cell", "damaged", "many cells", "many after empty rows"],
)
def test_one_that_is_made_to_do_harm_is_refused(make: Callable[[], bytes], said: str) -> None:
    """A small file that would lay out gigabytes ends as a problem, and the board goes on."""
    found = call_apart(first_rows, make(), 10)
    assert isinstance(found, Problem)
    assert said in found.message


def test_a_part_that_unpacks_to_much_is_not_unpacked_to_see_what_a_file_is() -> None:
    """Of the part that names the kind only its begin is looked at."""
    assert not is_other(_bomb())


class PanicException(BaseException):
    """What a library in Rust raises where it fails."""


@pytest.mark.parametrize(
    "raised", [KeyError("xl"), ValueError("no date"), RecursionError(), PanicException()]
)
def test_any_error_of_a_library_is_damage(raised: BaseException) -> None:
    """Whatever was raised is its cause."""
    with pytest.raises(DamagedError) as found, reading_workbook():
        raise raised
    assert found.value.__cause__ is raised


@pytest.mark.parametrize("kind", [LockedError, MemoryError])
def test_a_lock_and_a_limit_are_told_as_they_are(kind: type[Exception]) -> None:
    """Neither is damage: there is something to be said of each."""
    with pytest.raises(kind), reading_workbook():
        raise kind


def test_an_end_of_the_program_is_no_damage() -> None:
    """It ends."""
    with pytest.raises(KeyboardInterrupt), reading_workbook():
        raise KeyboardInterrupt


def test_a_library_warns_nobody() -> None:
    """Its warnings are left out inside, and told again afterwards."""
    with reading_workbook():
        warnings.warn("a style", UserWarning, stacklevel=1)
    with pytest.warns(UserWarning, match="a style"):
        warnings.warn("a style", UserWarning, stacklevel=1)
