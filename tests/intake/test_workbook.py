"""Workbooks: the values of a sheet, and what is said of workbooks that cannot be read."""

from datetime import date, time, timedelta
from typing import Any

import numpy as np
import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from openline.intake import workbook as room
from openline.intake.workbook import first_rows, is_workbook, sheet_csv, told_rows
from openline.record.problems import Problem
from openline.record.reading import read_record
from tests.asking import TODAY
from tests.intake.workbooks import BAD, DAY, ROWS, VALUES, repacked, saved, workbook


def _values(*rows: Any) -> bytes:
    found = sheet_csv(workbook({"Log": rows}), "Log")
    assert isinstance(found, bytes), found
    return found


def test_sheets_are_named_in_their_order() -> None:
    """Every sheet is named as in the workbook."""
    data = workbook({"Log": ROWS, "Notes; more": [], "Ünï": []})
    assert [*_names(data)] == ["Log", "Notes; more", "Ünï"]


def test_the_first_rows_of_all_sheets_are_looked_at() -> None:
    """They are text; a workbook that cannot be read is a problem."""
    data = workbook({"Log": ROWS, "Empty": []})
    assert first_rows(data, 1) == {"Log": [[str(cell) for cell in ROWS[0]]], "Empty": []}
    assert isinstance(first_rows(b"PK", 1), Problem)


@pytest.mark.parametrize(
    ("number_format", "day", "text"),
    [
        ("mmm-yy", date(2022, 8, 1), "2022-08"),
        ('[$-409]mmmm" "yyyy;@', date(2022, 8, 1), "2022-08"),
        ("mm/yyyy", date(2022, 1, 1), "2022-01"),
        ("yyyy", date(2022, 1, 1), "2022"),
        ("yyyy", date(2022, 8, 1), "2022-08-01"),
        ("mmm-yy", date(2022, 8, 15), "2022-08-15"),
        ("yyyy-mm-dd", date(2022, 8, 1), "2022-08-01"),
        ('d" Mmm "yy', date(2022, 8, 1), "2022-08-01"),
        ('mmm "day" yy', date(2022, 8, 1), "2022-08"),
        ("d-mmm", date(2022, 8, 1), "2022-08-01"),
    ],
)
def test_a_date_is_as_precise_as_its_cell_shows_it(
    number_format: str, day: date, text: str
) -> None:
    """A cell that shows a month says no day, as one that shows a year says no month."""
    book = openpyxl.Workbook()
    book.active.append(["date"])
    book.active.append([day])
    book.active["A2"].number_format = number_format
    assert sheet_csv(saved(book), "Sheet") == f"date\n{text}\n".encode()


def test_fifty_sheets_are_looked_at() -> None:
    """Those after the fiftieth are named and can be chosen, but nobody looks for a log there."""
    found = _names(workbook({f"Sheet {place}": ROWS for place in range(52)}))
    assert [name for name, rows in found.items() if not rows] == ["Sheet 50", "Sheet 51"]


def test_a_sheet_reads_as_a_record() -> None:
    """The values of a sheet are a file that the reader takes."""
    assert _values(*ROWS) == VALUES
    assert read_record(VALUES, TODAY).problems == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (DAY, "2022-08-05"),
        (DAY + timedelta(hours=14, minutes=30), "2022-08-05 14:30:00"),
        (date(2022, 8, 5), "2022-08-05"),
        (time(14, 30), "14:30:00"),
        (365.0, "365"),
        (2022, "2022"),
        (0.5, "0.5"),
        (1e300, "1e+300"),
        (True, "TRUE"),
        (False, "FALSE"),
        ("#N/A", "#N/A"),
        ("=1+1", ""),
        ("a, b", '"a, b"'),
        ('say "no"', '"say ""no"""'),
        (" x ", " x "),
        ("0042", "0042"),
    ],
)
def test_a_value_is_written_as_text(value: Any, text: str) -> None:
    """Days are ISO days, whole numbers have no point, truth and errors are text."""
    assert _values(["a", "b"], [value, "x"]) == f"a,b\n{text},x\n".encode()


def test_rows_keep_their_numbers() -> None:
    """Empty rows before and between are empty lines; those after the last are left out."""
    assert _values([], ["a"], [None], ["1"], [None], [""]) == b"\na\n\n1\n"


def test_a_sheet_that_understates_its_size_is_read_whole() -> None:
    """What a sheet says of its own size is not believed."""

    def lie(name: str, content: bytes) -> bytes:
        return content.replace(b'<dimension ref="A1:C2"', b'<dimension ref="A1:A1"')

    assert sheet_csv(repacked(workbook(), lie), "Log") == VALUES


def test_a_sheet_that_is_not_there_is_a_problem() -> None:
    """Another name than those of the sheets gives a problem that names it."""
    found = sheet_csv(workbook(), "Lgo")
    assert isinstance(found, Problem)
    assert "'Lgo'" in found.message


def test_more_rows_than_the_limit_are_refused() -> None:
    """Rows beyond the limit, which does not count the header, stop the reading."""
    data = workbook({"Log": [*ROWS, ROWS[1]]})
    assert isinstance(sheet_csv(data, "Log", max_rows=2), bytes)
    found = sheet_csv(data, "Log", max_rows=1)
    assert isinstance(found, Problem)
    assert found.code == "size-limit"


@pytest.mark.parametrize("name", BAD)
def test_a_bad_workbook_is_a_problem(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Damaged, protected, huge and empty workbooks are named and never raise."""
    monkeypatch.setattr(room, "_MAX_CELLS", 900_000)
    data, code = BAD[name]
    monkeypatch.setattr(room, "MAX_UNPACKED", 2_000_000)
    names = first_rows(data, 1)
    sheet = "Log" if isinstance(names, Problem) else next(iter(names))
    found = sheet_csv(data, sheet, max_unpacked=2_000_000)
    assert isinstance(found, Problem), found
    assert (found.severity, found.code) == ("error", code)
    assert found.message
    assert found.suggestion


def test_what_is_protected_says_so() -> None:
    """A password is named, so that the analyst knows what to do."""
    for name in ("protected", "protected archive"):
        found = first_rows(BAD[name][0], 1)
        assert isinstance(found, Problem)
        assert "password" in found.message


def test_workbooks_are_told_from_other_files() -> None:
    """Old and new workbooks are workbooks; text, pictures and other archives are none."""
    assert is_workbook(workbook())
    assert is_workbook(BAD["Excel 97"][0])
    assert not any(is_workbook(data) for data in (b"", VALUES, b"PK\x03\x04", b"%PDF-1.7"))


def test_hidden_sheets_and_sheets_of_charts_do_no_harm() -> None:
    """A sheet of a chart holds no values and is not named; a hidden one is."""
    book = openpyxl.Workbook()
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=1, min_row=1))
    book.create_chartsheet("Chart").add_chart(chart)
    book.create_sheet("Hidden").sheet_state = "hidden"
    assert [*_names(saved(book))] == ["Sheet", "Hidden"]


def test_any_damage_gives_values_or_a_problem() -> None:
    """Whatever byte of a workbook is changed, nothing raises."""
    chance, sound = np.random.default_rng(7), workbook()
    for _ in range(400):
        data = bytearray(sound)
        for place in chance.integers(len(data), size=chance.choice((1, 2, 20))):
            data[place] = chance.integers(256)
        _read_first(bytes(data))


def test_any_damage_inside_a_part_gives_values_or_a_problem() -> None:
    """Whatever stands in the sheet, the styles or the list of sheets, nothing raises."""
    chance, sound = np.random.default_rng(8), workbook()

    def damage(name: str, content: bytes) -> bytes:
        if not name.startswith("xl/"):
            return content
        text = bytearray(content)
        for place in chance.integers(len(text), size=chance.choice((0, 1, 3))):
            text[place] = chance.choice(list(b'<>"0189Az/&; '))
        return bytes(text)

    for _ in range(300):
        _read_first(repacked(sound, damage))


def _names(data: bytes) -> dict[str, list[list[str]]]:
    found = first_rows(data, 1)
    assert not isinstance(found, Problem), found
    return found


def _read_first(data: bytes) -> None:
    names = first_rows(data, 1)
    found = sheet_csv(data, "Log" if isinstance(names, Problem) else next(iter(names)))
    assert isinstance(found, bytes | Problem)


def test_long_sheets_tell_how_far_they_are_read() -> None:
    """The rows so far are told, as a share of those that the sheet says it has."""
    told: list[tuple[float, str]] = []
    given = list(told_rows(range(2_500), 5_000, lambda *now: told.append(now)))
    assert given == list(range(2_500))
    assert told == [
        (0.2, "Reading the sheet: 1,000 rows so far"),
        (0.4, "Reading the sheet: 2,000 rows so far"),
    ]
