"""Links: only http and https lead out of the board."""

from dataclasses import replace
from urllib.parse import urlencode

import pandas as pd

from openline.record.values import HTTP_ADDRESS
from openline.ui.markup.text import Child, Markup, tag, unbroken
from openline.ui.pages import CHANNEL_PAGE, STATUS_PAGE
from openline.view import Query, View


def safe_url(url: object) -> str | None:
    """Return an address that may be linked, None for any other."""
    if isinstance(url, str) and HTTP_ADDRESS.fullmatch(url):
        return url
    return None


def outside_link(text: object, url: object) -> Markup:
    """Return text as a link to another site, or as mere text where its address is not safe."""
    target = safe_url(url)
    if target is None:
        return unbroken(text)
    outside = {"target": "_blank", "rel": "noopener noreferrer"}
    return tag("a", unbroken(text), "ol-link", href=target, **outside)


def anchor_link(inner: Child, anchor: str, page: str = "") -> Markup:
    """Return a link to a place on the page, or on another one of an address."""
    return tag("a", inner, "ol-link", href=f"{page}#{anchor}", target="_self")


def view_link(inner: Child, path: str, view: View) -> Markup:
    """Return a link to a page of the board that shows a view."""
    return tag("a", inner, "ol-link", href=address(path, view.to_query()), target="_self")


def channel_link(inner: Child, view: View, parties: object, channel: str) -> Markup:
    """Return a link to a channel's page, under the view's day and filters."""
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


def cited(row: pd.Series, prefix: str = "") -> object:
    """Return what a row cites: its source, or else the address of one; missing if neither."""
    source = row[f"{prefix}source"]
    return source if isinstance(source, str) else row[f"{prefix}source_url"]


def source_link(row: pd.Series, prefix: str = "") -> Markup:
    """Return what a row cites, as a link where it has an address; nothing where it cites none."""
    return outside_link(cited(row, prefix), row[f"{prefix}source_url"])
