"""Files of the kinds that analysts add, with their usual structure, and the choices that turn each
into a board; all names are made up."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import openpyxl

__all__ = ["BROUGHT", "SHOW", "Act", "Brought"]

_MISSIONS: Final = """Missions abroad; extract of 12 May 2025

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

_TRANSITIONS: Final = """sender,receiver,status_change,year,month,day
Arland,Berland,Embassy,1948,6,5
Arland,Berland,None,1989,1,
Arland,Berland,Embassy,1992,2,1
Berland,Arland,Embassy,1949,,
Berland,Arland,Legation only,1967,6,10
Cedria,Arland,Embassy,1960,9,30
Cedria,Arland,None,1973,10,17
"""
"""Missions as transitions: year, month and day in separate columns, some of them unknown."""

_DISPUTES: Final = """dispnum,state_a,state_b,stday,stmon,styear,endday,endmon,endyear,hostlev
2,Arland,Berland,-9,5,1902,-9,9,1903,3
3,Arland,Cedria,2,5,1913,25,10,1913,4
4,Berland,Cedria,15,5,1946,13,11,1946,5
7,Arland,Berland,-9,-9,1951,-9,-9,1952,3
8,Cedria,Dorland,7,7,1978,9,7,1978,4
"""
"""Militarised disputes: dates in three columns, and codes for unknown days."""


def _shutdowns() -> bytes:
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


def _merged_log() -> bytes:
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


Act = str | tuple[str, str]
"""A button of the bar to press, or the label of a field and the choice in it."""
_COLUMNS: Final = "proposed column"
_MAKE: Final = "Make these columns"
_DATES: Final = "Use these dates"
_ORDER: Final = "Use this order"
SHOW: Final = "Show the choice"


@dataclass(frozen=True)
class Brought:
    """A file: its bytes, the acts in answer to the bar's words, and what its board says."""

    data: bytes
    steps: Mapping[str, Sequence[Act]]
    says: str


def _one_state(state: str) -> tuple[Act, ...]:
    value = ("The value of state in all rows", state)
    return SHOW, ("state is made of", "one value for all rows"), value, _MAKE


BROUGHT: Final = {
    "missions.csv": Brought(
        _MISSIONS.encode(),
        {
            "Line 3 looks like the header": ("Read it from line 3",),
            "which column is which": (_COLUMNS,),
            "what to make the missing columns from": (_MAKE,),
            "no column of state": _one_state("open"),
            "which rows are not observations": ("Leave these rows out",),
            "how the dates in “start”": (_ORDER,),
            "how the dates in “end”": (_ORDER,),
        },
        "On 31 Dec 2003, all 4 channels are open",
    ),
    "transitions.csv": Brought(
        _TRANSITIONS.encode(),
        {
            "what to make the missing columns from": (_MAKE,),
            "no column of state": (
                SHOW,
                ("state is made of", "the column “status_change”"),
                _MAKE,
            ),
            "what its words mean": (
                SHOW,
                ("Word 1 is read as", "open"),
                ("Word 2 is read as", "severed"),
                ("Word 3 is read as", "partial"),
                "Use these words",
            ),
        },
        "On 1 Feb 1992, 1 of 3 channels is severed",
    ),
    "disputes.csv": Brought(
        _DISPUTES.encode(),
        {
            "what to make the missing columns from": (_MAKE,),
            "no column of state": _one_state("severed"),
        },
        "On 8 Jul 1978, 1 of 4 channels is severed and 3 unknown",
    ),
    "shutdowns.xlsx": Brought(
        _shutdowns(),
        {
            "which column is which": (_COLUMNS,),
            "no column of channel": (
                SHOW,
                ("channel is made of", "the column “Area”"),
                *_one_state("severed")[1:],
            ),
            "a column with hardly any known words holds": ("Use these columns",),
            "how the dates in “start”": (_DATES,),
            "how the dates in “end”": (_DATES,),
        },
        "On 3 Jan 2024, 2 of 4 channels are severed and 2 unknown",
    ),
    "log.xlsx": Brought(
        _merged_log(),
        {
            "which column is which": (_COLUMNS,),
            "whether empty cells take the value above": ("Fill these cells",),
            "who the parties are": ("Use these parties",),
            "what its words mean": ("proposed words",),
            "how the dates in “date”": (_DATES,),
        },
        "On 30 Nov 2022, 2 of 3 channels are severed and 1 open",
    ),
}
