"""What a text seems to be that is not a table of cells: JSON, XML, an e-mail and the like."""

from typing import Final

_SEEMS: Final = (
    ("{|", "a wiki page"),
    ("<?xml", "XML"),
    ("{\\rtf", "a word-processor document (RTF)"),
    ("begin:vcalendar", "a calendar (ICS)"),
    ("create table", "a database dump (SQL)"),
    ("insert into", "a database dump (SQL)"),
    ("-- ", "a database dump (SQL)"),
    ("---\n", "YAML"),
    ("- ", "YAML or a list"),
    ("from: ", "an e-mail"),
    ("return-path:", "an e-mail"),
    ("https://", "a web address (none is opened)"),
    ("http://", "a web address (none is opened)"),
    ("<", "HTML or XML"),
    ("{", "JSON"),
    *((f"[{begin}", "JSON") for begin in ("{", "[", '"', "\n", " ", "]")),
)
_LOOKED_AT: Final = 20


def text_kind(text: str) -> str | None:
    """Return what a text seems to be that is not a table, by how it begins; None of any other."""
    start = text.lstrip("\ufeff \t\r\n")[:_LOOKED_AT].replace("\r\n", "\n").casefold()
    return next((kind for begin, kind in _SEEMS if start.startswith(begin)), None)
