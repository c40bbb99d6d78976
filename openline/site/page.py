"""A page of a site: its head, links to the other pages, and its foot."""

from dataclasses import dataclass
from typing import Final

from openline.analysis.method import METHOD
from openline.cite.forms import Cited, as_text
from openline.markup.text import NOTHING, Child, Markup, joined, tag
from openline.record.dates import show_day
from openline.site.site import Site

FEED: Final = "feeds/changes.atom"
"""The feed of the whole record."""
_HTML: Final = Markup(
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    '<title>{title}</title><link rel="stylesheet" href="{up}site.css">{links}</head>'
    "<body>{body}</body></html>\n"
)
_POLICY: Final = Markup(
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
_SCRIPTS: Final = Markup("; script-src 'self'; connect-src 'self'")
METHOD_HTML: Final = "method.html"
"""The page to which every foot links."""
_WAYS: Final = {
    "index.html": "Status",
    "parties.html": "Parties",
    "channels.html": "Channels",
    "find.html": "Find",
    "data.html": "Data",
    "about.html": "About",
}
"""The pages to which every page links."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page: its file, its title, its content, its feed, and whether it runs a script."""

    file: str
    title: str
    body: Child
    feed: str = ""
    runs: bool = False

    @property
    def up(self) -> str:
        """The path from this page to the site's own folder."""
        return "../" * self.file.count("/")


def page_html(site: Site, page: SitePage) -> str:
    """Return a page as a document that loads nothing from outside the site."""
    feed = Markup('<link rel="alternate" type="application/atom+xml" href="{}">')
    title = f"{page.title} – Openline"
    marked = tag("p", site.brief.marking, "marking") if site.brief.marking else NOTHING
    ways = _ways(page)
    body = joined(marked, ways, tag("main", page.body), _foot(site, page), marked)
    return str(
        _HTML.format(
            policy=_POLICY + (_SCRIPTS if page.runs else ""),
            title=Markup.escape(title),
            up=page.up,
            links=feed.format(page.up + page.feed) if page.feed else NOTHING,
            body=body,
        )
    )


def _ways(page: SitePage) -> Markup:
    links = [
        tag("a", words, href=page.up + file, aria_current="page" if file == page.file else None)
        for file, words in _WAYS.items()
    ]
    name = tag("a", "Openline", "home", href=f"{page.up}index.html")
    return tag("header", (name, tag("nav", links, aria_label="Pages")), "top")


def _foot(site: Site, page: SitePage) -> Markup:
    brief = site.brief
    parts = (
        f"{brief.record}, as of {show_day(site.as_of)}",
        f"SHA-256 {brief.question.record.digest[:12]}",
        f"made on {show_day(brief.today)}",
        f"formulas of {METHOD}",
    )
    method = tag("a", "Method", href=f"{page.up}{METHOD_HTML}")
    of_what = tag("p", (" · ".join(parts), " · ", method))
    return tag("footer", (of_what, tag("p", ("To cite: ", _cited(site, page)))))


def _cited(site: Site, page: SitePage) -> str:
    """Return the citation of a page as a sentence, with its address if that is known."""
    brief = site.brief
    digest, link = brief.question.record.digest, site.address and f"{site.address}/{page.file}"
    return as_text(Cited(page.title, brief.record, digest, site.as_of, brief.today, link))
