"""Formulas without values."""

import io

import openpyxl

from openline.intake.uncalculated import Uncalculated, uncalculated


def workbook(rows: list[list[str]]) -> bytes:
    """Return a workbook that no program calculated."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Lines"
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_formulas_without_values_are_counted_and_the_first_named() -> None:
    """Cells with a formula that was never calculated are empty cells, and are told."""
    data = workbook([["channel", "date"], ["A", "=TODAY()"], ["=A2", "2020"]])
    assert uncalculated(data, "Lines") == Uncalculated(2, "B2")


def test_values_alone_have_nothing_to_tell() -> None:
    """A sheet without formulas, one that is not there and no workbook at all say nothing."""
    data = workbook([["channel", "date"], ["A", "2020"]])
    assert uncalculated(data, "Lines") is None
    assert uncalculated(data, "Other") is None
    assert uncalculated(b"PK", "Lines") is None
