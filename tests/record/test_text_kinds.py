"""What a text seems to be that is no table of cells."""

from datetime import date

import pytest

from openline.record.reading import read_record
from openline.record.text_kinds import text_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<?xml version='1.0'?><log/>", "XML"),
        ("BEGIN:VCALENDAR\n", "a calendar (ICS)"),
        ("INSERT INTO log VALUES (1)", "a database dump (SQL)"),
        ("{\\rtf1 x}", "a word-processor document (RTF)"),
        ("- channel: A\n  date: 2019\n", "YAML or a list"),
        ("From: desk\nTo: me\n", "an e-mail"),
        ("https://a.b/log.csv", "a web address (none is opened)"),
        ("[03/05/2019, 14:30] Ann: open", None),
        ("channel,date\n", None),
        ("", None),
    ],
)
def test_what_is_no_table_is_named(text: str, kind: str | None) -> None:
    """By how it begins."""
    assert text_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('[{"channel": "A", "date": "2022", "state": "open"}]', "JSON"),
        ('{\n "rows": []\n}', "JSON"),
        ('<?xml version="1.0"?>\n<log><row/></log>', "XML"),
        ("- channel: A\n  date: 2022\n", "YAML or a list"),
        ("<!doctype html><html></html>", "HTML or XML"),
    ],
)
def test_a_check_says_what_a_file_is(text: str, kind: str) -> None:
    """Each column that it lacks is named with it, and where such a file can be read."""
    problems = read_record(text.encode(), date(2026, 11, 23)).problems
    missing = [item for item in problems if item.code == "column-missing"]
    assert [item.column for item in missing] == ["channel", "date", "state"]
    assert {item.message.partition(": ")[2] for item in missing} == {
        f"the file seems to be {kind}."
    }
    assert all("page Records" in item.suggestion for item in missing)
