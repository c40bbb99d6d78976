"""Links from a page to other pages of the board."""

from dataclasses import replace
from urllib.parse import urlencode

from openline.markup.text import Child, Markup, tag
from openline.ui.pages import CHANNEL_PAGE, STATUS_PAGE
from openline.view.view import Query, View


def anchor_link(inner: Child, anchor: str, page: str = "") -> Markup:
    """Return a link to a place on this page, or on the page at an address."""
    return tag("a", inner, "ol-link", href=f"{page}#{anchor}", target="_self")


def view_link(inner: Child, path: str, view: View) -> Markup:
    """Return a link to a page of the board that shows a view."""
    return tag("a", inner, "ol-link", href=address(path, view.to_query()), target="_self")


def channel_link(inner: Child, view: View, parties: object, channel: str) -> Markup:
    """Return a link to a channel's page, under the view's day and filters."""
    return view_link(inner, CHANNEL_PAGE.path, channel_view(view, parties, channel))


def channel_view(view: View, parties: object, channel: str) -> View:
    """Return the view of one channel, otherwise the same as the given one."""
    named = (parties,) if isinstance(parties, str) else view.parties
    return replace(view.for_other_page(), parties=named, channel=(channel,))


def address(path: str, query: Query) -> str:
    """Return a page's address with its query, relative to the board."""
    encoded = urlencode(query, doseq=True, safe="@")
    start = path if path != STATUS_PAGE.path else "./"
    return f"{start}?{encoded}" if encoded else start
