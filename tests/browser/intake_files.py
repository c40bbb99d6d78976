"""Files of the kinds that analysts add, with their usual structure; all names are made up."""

import io
from typing import Any, Final

import openpyxl

__all__ = ["DISPUTES", "MISSIONS", "TRANSITIONS", "merged_log", "shutdowns"]

MISSIONS: Final = """Missions abroad; extract of 12 May 2025

id;sending_country;receiving_country;mission;opened;closed;remarks
1;Arland;Berland;Embassy;3/14/1972;6/30/1989;closed in the crisis
2;Arland;Berland;Embassy;2/1/1992;-;
3;Berland;Arland;Embassy;7/19/1972;6/30/1989;
4;Berland;Arland;Embassy;2/1/1992;-;
5;Arland;Cedria;Consulate;1980;2004;year only
6;Cedria;Arland;Interests section;9/9/2001;-;
Total;;;;6;;
"""
"""Missions as ranges: a title, begin and end in columns of other names, a total below."""

TRANSITIONS: Final = """sender,receiver,status_change,year,month,day
Arland,Berland,Embassy,1948,6,5
Arland,Berland,None,1989,1,
Arland,Berland,Embassy,1992,2,1
Berland,Arland,Embassy,1949,,
Berland,Arland,Legation only,1967,6,10
Cedria,Arland,Embassy,1960,9,30
Cedria,Arland,None,1973,10,17
"""
"""Missions as transitions: year, month and day in separate columns, some of them unknown."""

DISPUTES: Final = """dispnum,state_a,state_b,stday,stmon,styear,endday,endmon,endyear,hostlev
2,Arland,Berland,-9,5,1902,-9,9,1903,3
3,Arland,Cedria,2,5,1913,25,10,1913,4
4,Berland,Cedria,15,5,1946,13,11,1946,5
7,Arland,Berland,-9,-9,1951,-9,-9,1952,3
8,Cedria,Dorland,7,7,1978,9,7,1978,4
"""
"""Militarised disputes: dates in three columns, and codes for unknown days."""


def shutdowns() -> bytes:
    """Return a workbook of six sheets, one of which is a log of outages with words for ends."""
    book = openpyxl.Workbook()
    about = book.active
    about.title = "Read me"
    about.append(["Shutdowns of the network, kept by the desk"])
    _sheet(book, "Codebook", [["field", "what it says"], ["ordered_by", "who ordered it"]])
    rows: list[list[Any]] = [
        ["Country", "Area", "Start date", "End date", "Event", "Ordered by"],
        ["Arland", "North province", "5 March 2022", "7 March 2022", "National exams", "ministry"],
        ["Arland", "Capital", "1 May 2022", "2 May 2022", "Protest in the capital", "ministry"],
        ["Berland", "Nationwide", "12 August 2023", "ongoing", "Unrest after a vote", "unknown"],
        ["Cedria", "Border districts", "3 January 2024", "present", "Military operation", "army"],
    ]
    _sheet(book, "Shutdowns", rows)
    for name in ("Sources", "Changes", "Contact"):
        _sheet(book, name, [["See the read me"]])
    return _saved(book)


def merged_log() -> bytes:
    """Return a workbook with a log in which cells are merged across rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Log"
    for row in [
        ["Parties", "Channel", "Date", "Status"],
        ["Arland / Berland", "Hotline", "1 Mar 2019", "up"],
        [None, None, "14 Jun 2021", "down"],
        [None, "Border talks", "2 Feb 2020", "up"],
        ["Arland / Cedria", "Hotline", "9 Sep 2018", "limited"],
        [None, None, "30 Nov 2022", "down"],
    ]:
        sheet.append(row)
    for cells in ("A2:A4", "B2:B3", "A5:A6", "B5:B6"):
        sheet.merge_cells(cells)
    return _saved(book)


def _sheet(book: Any, name: str, rows: list[list[Any]]) -> None:
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)


def _saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
