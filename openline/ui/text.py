"""Text for HTML: the one module that dresses record text for a page.

Whatever a record or an address says is shown as text. Only http and https are linked.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import pandas as pd

from openline.record.hidden import visible
from openline.sentences.runs import Run, Text
from openline.ui.pages_table import CHANNEL_PAGE, STATUS_PAGE
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
    "view_link",
    "visible_cells",
]

_HTTP: Final = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_UNBROKEN: Final = 24
"""Fewer characters than these stay on one line."""
_WORD: Final = re.compile(r"\S+")


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
    """Return runs as spans, each of the class of its role; short ones, and short words that a
    dash joins, stay on one line."""
    return "".join(_span(run) for run in text)


def safe_url(url: object) -> str | None:
    """Return an address that may be linked, None for any other."""
    if isinstance(url, str) and _HTTP.fullmatch(url):
        return url
    return None


def outside_link(text: object, url: object) -> str:
    """Return text as a link to another site, or as mere text where its address is not safe."""
    target = safe_url(url)
    if target is None:
        return escape(text)
    extra = f' href="{html.escape(target)}" target="_blank" rel="noopener noreferrer"'
    return tag("a", escape(text), "ol-link", extra)


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
    encoded = urlencode(query, doseq=True)
    start = path if path != STATUS_PAGE.path else "./"
    return f"{start}?{encoded}" if encoded else start


def visible_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as a table shows it: what cannot be seen is `�` in its texts."""
    texts = [name for name in frame if pd.api.types.is_string_dtype(frame[name].dtype)]
    shown = {name: frame[name].map(visible, na_action="ignore") for name in texts}
    return frame.assign(**shown) if shown else frame


def _span(run: Run) -> str:
    short = len(run.text) < _UNBROKEN
    if not run.role:
        return _joined(run.text)
    if short:
        return tag("span", escape(run.text), f"ol-{run.role} ol-one-line")
    return tag("span", _joined(run.text), f"ol-{run.role}")


def _joined(text: str) -> str:
    """Text with its short pairs kept from breaking at the dash."""
    return _WORD.sub(_unbroken, escape(text))


def _unbroken(found: re.Match[str]) -> str:
    """Return words that a dash joins, as the sides of parties are, in one piece."""
    word = found.group()
    is_pair = len(word) < _UNBROKEN and "–" in word.strip("–")
    return tag("span", word, "ol-one-line") if is_pair else word
