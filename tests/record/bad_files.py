"""Bad files made by hand, each with the code of a problem that reading it has to give."""

from typing import Final

__all__ = ["BAD_FILES"]

_HEADER: Final = b"channel,date,state\n"
_ROW: Final = b"A,2022-08-05,open\n"
_GOOD: Final = _HEADER + _ROW

BAD_FILES: Final[dict[str, tuple[bytes, str]]] = {
    "nothing": (b"", "file-empty"),
    "one line end": (b"\n", "file-empty"),
    "blanks and tabs": (b"  \t \r\n \t", "file-empty"),
    "commas alone": (b",,,\n,,,\n", "file-empty"),
    "semicolons alone": (b";;;\n", "file-empty"),
    "mark of UTF-16 alone": (b"\xff\xfe", "file-empty"),
    "end of file of DOS alone": (b"\x1a", "file-empty"),
    "quotes around nothing": (b'""\n', "column-missing"),
    "separator line alone": (b"sep=;\n", "column-missing"),
    "header alone": (_HEADER, "rows-missing"),
    "header without line end": (_HEADER.strip(), "rows-missing"),
    "header and empty rows": (_HEADER + b",,\n\n,,\n", "rows-missing"),
    "row in place of the header": (_ROW, "column-missing"),
    "title above the header": (b"My channels\n" + _GOOD, "column-missing"),
    "header turned on its side": (b"channel,A\ndate,2022\nstate,open\n", "column-missing"),
    "header in another delimiter": (b"channel|date|state\nA|2022|open\n", "column-missing"),
    "rows in another delimiter": (_HEADER + b"A;2022;open\n", "date-missing"),
    "two channels in the header": (
        b"channel,Channel,date,state\nA,B,2022,open\n",
        "column-repeated",
    ),
    "both forms": (b"channel,date,start,state\nA,2022,2022,open\n", "date-and-start"),
    "quote opened at the end": (_GOOD + b'"', "quote-unterminated"),
    "quote opened in the header": (b'channel,"date,state\nA,2022,open\n', "column-missing"),
    "word after a quote": (_GOOD + b'"B" x,2022,open\n', "quote-unterminated"),
    "quote of one kind": (_GOOD + b'"B"",2022,open\n', "quote-unterminated"),
    "comma in a name": (_GOOD + b"B, the second,2022,open\n", "row-too-long"),
    "a thousand cells": (_GOOD + b"B,2022,open" + b",x" * 1000, "row-too-long"),
    "NUL in a cell": (_GOOD + b"B\x00,2022,open\n", "nul-byte"),
    "NUL in the header": (b"channel\x00,date,state\n" + _ROW, "nul-byte"),
    "NULs at the end": (_GOOD + bytes(20), "nul-byte"),
    "NULs alone": (bytes(100), "nul-byte"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not-text"),
    "PDF": (b"%PDF-1.7\n" + _GOOD, "not-text"),
    "compressed": (b"\x1f\x8b\x08" + bytes(30), "not-text"),
    "archive that is cut": (b"PK\x03\x04" + bytes(30), "not-text"),
    "control characters": (bytes(range(1, 9)) * 20, "not-text"),
    "half a character of UTF-16": (
        b"\xff\xfe" + _GOOD.decode().encode("utf-16-le")[:-1],
        "bytes-stray",
    ),
    "half a surrogate": (b"\xff\xfe" + "A\n".encode("utf-16-le") + b"\x00\xd8", "bytes-stray"),
    "stray byte": (_GOOD + "Île é,2021,open\n".encode() + b"\x81,2022,open\n", "bytes-stray"),
    "web page": (b"<!doctype html><html><body>Not found</body></html>", "column-missing"),
    "JSON": (b'[{"channel": "A", "date": "2022", "state": "open"}]', "column-missing"),
    "day that is not there": (_HEADER + b"A,2023-02-29,open\n", "date-impossible"),
    "month thirteen": (_HEADER + b"A,2023-13,open\n", "date-impossible"),
    "year nought": (_HEADER + b"A,0000-01-01,open\n", "date-impossible"),
    "year of five digits": (_HEADER + b"A,20222-01-01,open\n", "date-form"),
    "interval backwards": (_HEADER + b"A,2023/2022,open\n", "date-impossible"),
    "interval of three": (_HEADER + b"A,2021/2022/2023,open\n", "date-form"),
    "interval without end": (_HEADER + b"A,2022/,open\n", "date-form"),
    "brackets that stay open": (_HEADER + b"A,[2022..2023,open\n", "date-form"),
    "digits of another script": (_HEADER + "A,٢٠٢٢,open\n".encode(), "date-form"),
    "serial number of a sheet": (_HEADER + b"A,44778,open\n", "date-form"),
    "very long date": (_HEADER + b"A," + b"9" * 100_000 + b",open\n", "date-form"),
    "state of another case and blank": (_HEADER + b"A,2022,OPEN!\n", "state-vocabulary"),
    "formula": (_HEADER + b'A,2022,"=HYPERLINK(""http://x"")"\n', "state-vocabulary"),
    "markup": (_HEADER + b"A,2022,<script>alert(1)</script>\n", "state-vocabulary"),
    "cadence beyond all numbers": (
        b"channel,date,state,cadence_days\nA,2022,open," + b"9" * 400 + b"\n",
        "cadence-not-whole",
    ),
    "cadence that is no number": (
        b"channel,date,state,cadence_days\nA,2022,open,nan\n",
        "cadence-not-whole",
    ),
    "event to come": (b"channel,date,state,event\nA,2027,,planned\n", "event-vocabulary"),
    "ended with a state": (b"channel,date,state,event\nA,2022,open,ended\n", "state-not-allowed"),
    "change without a state": (b"channel,date,state,event\nA,2022,,change\n", "state-needed"),
    "name of blanks": (_HEADER + "\u00a0\u2003,2022,open\n".encode(), "channel-missing"),
}
