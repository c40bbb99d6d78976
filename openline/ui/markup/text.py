"""Text for HTML: the one module that dresses record text for a page.

Whatever a record or an address says is shown as text. Only http and https are linked.
"""

import calendar
import html
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlencode

import pandas as pd

from openline.record.hidden import visible
from openline.record.values import HTTP_ADDRESS
from openline.sentences.runs import Run, Text
from openline.ui.pages import CHANNEL_PAGE, STATUS_PAGE
from openline.view import Query, View

__all__ = [
    "address",
    "channel_link",
    "channel_view",
    "escape",
    "outside_link",
    "rich",
    "safe_url",
    "tag",
    "unbroken",
    "view_link",
    "visible_cells",
]

_UNBROKEN: Final = 24
"""Fewer characters than these stay on one line."""
_MONTH: Final = f"(?:{'|'.join(calendar.month_abbr[1:])})"
_COUNTED: Final = "(?:days?|d|yr|%)"
_PIECE: Final = re.compile(
    r"\(?(?:"
    rf"(?:\d{{1,2}}(?:–\d{{1,2}})? )?{_MONTH}(?: \d{{4}})?(?: –|\b[^\s–]*)"
    rf"|\d[\d,.]*(?:–[\d,.]+)? {_COUNTED}\b[^\s–]*"
    r"|\d{4}-\d\d(?:-\d\d)?\b[^\s–]*"
    r")|\S+"
)
"""A date, a length, or a word, with the marks that stand at them."""
_ISO: Final = re.compile(r"\(?\d{4}-\d\d")


def escape(text: object) -> str:
    """Return text that HTML shows as it stands; a missing value is empty."""
    if not isinstance(text, str):
        return "" if text is None or text != text else html.escape(str(text))
    return html.escape(visible(text))


def tag(name: str, inner: str, style_class: str = "", extra: str = "") -> str:
    """Return an element around markup that is already dressed."""
    classed = f' class="{style_class}"' if style_class else ""
    return f"<{name}{classed}{extra}>{inner}</{name}>"


def rich(text: Text | Iterable[Run]) -> str:
    """Return runs as spans, each of the class of its role; short ones stay on one line, and
    so do the pieces of `unbroken`."""
    return "".join(_span(run) for run in text)


def unbroken(text: object) -> str:
    """Return text as `escape` does, with its dates, its lengths and its short words that a
    dash joins kept each on one line."""
    return _PIECE.sub(_one_line, escape(text))


def safe_url(url: object) -> str | None:
    """Return an address that may be linked, None for any other."""
    if isinstance(url, str) and HTTP_ADDRESS.fullmatch(url):
        return url
    return None


def outside_link(text: object, url: object) -> str:
    """Return text as a link to another site, or as mere text where its address is not safe."""
    target = safe_url(url)
    if target is None:
        return unbroken(text)
    extra = f' href="{html.escape(target)}" target="_blank" rel="noopener noreferrer"'
    return tag("a", unbroken(text), "ol-link", extra)


def view_link(inner: str, path: str, view: View) -> str:
    """Return dressed markup as a link to a page of the board that shows a view."""
    extra = f' href="{html.escape(address(path, view.to_query()))}" target="_self"'
    return tag("a", inner, "ol-link", extra)


def channel_link(inner: str, view: View, parties: object, channel: str) -> str:
    """Return dressed markup as a link to a channel's page, under the view's day and filters."""
    return view_link(inner, CHANNEL_PAGE.path, channel_view(view, parties, channel))


def channel_view(view: View, parties: object, channel: str) -> View:
    """Return the view of one channel, all else as in the given one."""
    named = (parties,) if isinstance(parties, str) else view.parties
    return replace(view.for_other_page(), parties=named, channel=(channel,))


def address(path: str, query: Query) -> str:
    """Return a page's address with its query, relative to the board."""
    encoded = urlencode(query, doseq=True, safe="@")
    start = path if path != STATUS_PAGE.path else "./"
    return f"{start}?{encoded}" if encoded else start


def visible_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as a table shows it: what cannot be seen is `�` in its texts."""
    shown = frame.copy(deep=False)
    for name in frame:
        if pd.api.types.is_string_dtype(frame[name].dtype):
            shown[name] = frame[name].map(_visible_cell)
    return shown


def _visible_cell(cell: Any) -> Any:
    return visible(cell) if isinstance(cell, str) else cell


def _span(run: Run) -> str:
    short = len(run.text) < _UNBROKEN
    if not run.role:
        return unbroken(run.text)
    if short:
        return tag("span", escape(run.text), f"ol-{run.role} ol-one-line")
    return tag("span", unbroken(run.text), f"ol-{run.role}")


def _one_line(found: re.Match[str]) -> str:
    """Return a piece as it stands, or kept on one line: where it has blanks or hyphens within
    a date, or is a short pair that a dash joins, as the sides of parties are."""
    piece = found.group()
    is_pair = len(piece) < _UNBROKEN and "–" in piece.strip("–")
    kept = is_pair or " " in piece or _ISO.match(piece)
    return tag("span", piece, "ol-one-line") if kept else piece
