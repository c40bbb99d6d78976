"""The pages of the whole record: Status, and the lists of parties and channels."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from openline.brief import Sources, gaps_of, moves_of, news_of, top_of
from openline.markup.text import NOTHING, Child, Markup, tag
from openline.record.columns import OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.sentences.runs import count
from openline.site.drawings import timeline_drawing
from openline.site.names import hashed_name
from openline.site.page import SitePage
from openline.site.rows import board_html, listed
from openline.site.site import Part, Site

FEED: Final = "feeds/changes.atom"
"""The feed of the whole record."""
_STATES: Final = (SEVERED, PARTIAL, OPEN, UNKNOWN)
_ROWS_A_PAGE: Final = 250
_MOST_SIDES: Final = 200
"""How many sides the page of parties leads to, those with most channels first."""


def status_page(site: Site) -> SitePage:
    """Return the first page: how things stand, what is new, what is severed and silent."""
    brief, sources = site.brief, Sources()
    sections = [
        top_of(brief),
        tag("section", (tag("h2", "State of each channel"), timeline_drawing(brief.frames)))
        if len(brief.status)
        else NOTHING,
        news_of(brief, sources),
        gaps_of(brief, sources),
        moves_of(brief, sources),
    ]
    if len(sources):
        sections.append(tag("section", (tag("h2", "Sources cited above"), sources.listed())))
    return SitePage("index.html", "Status", sections, FEED)


def parties_pages(site: Site) -> Iterator[SitePage]:
    """Give the pages that list the sets of parties, and how their channels stand."""
    heads = ("Parties", "Channels", *(state.capitalize() for state in _STATES))
    title = tag("h1", count(len(site.parts), "set of parties", "sets of parties"))
    for file, places, ways in _paged(len(site.parts), "parties"):
        rows = [_parties_row(site, part) for part in site.parts[places]]
        yield SitePage(file, "Parties", (title, _sides(site), listed(heads, rows), ways), FEED)


def channels_pages(site: Site) -> Iterator[SitePage]:
    """Give the pages that list all channels, in the order of their parties and names, and those
    of each state alone."""
    status = site.brief.status.sort_values("channel_id")
    counts = status["state"].value_counts()
    states = [state for state in _STATES if counts.get(state, 0)]
    kinds = [("channels", "All", len(status))]
    kinds += [(f"channels-{state}", state.capitalize(), int(counts[state])) for state in states]
    for stem, words, rows in kinds:
        state = words.lower() if stem != "channels" else ""
        title = tag("h1", count(rows, f"{state} channel".strip()))
        shown = status[status["state"] == state] if state else status
        head = (title, _choices(kinds, stem))
        yield from _listed(site, shown, stem, words if state else "Channels", head)


def sides_pages(site: Site) -> Iterator[SitePage]:
    """Give the pages that list the channels of each side that is in several sets of parties."""
    for side, channels in site.sides.items():
        rows = site.status.of(*channels).sort_values("channel_id")
        head = (tag("div", side, "context"), tag("h1", count(len(rows), "channel")))
        yield from _listed(site, rows, side_file(side), side, head)


def side_file(side: str) -> str:
    """Return the page of a side, without its end."""
    return f"sides/{hashed_name(side)}"


def _listed(
    site: Site, rows: pd.DataFrame, stem: str, title: str, head: Child
) -> Iterator[SitePage]:
    up = "../" * stem.count("/")
    for file, places, ways in _paged(len(rows), stem):
        table = board_html(rows.iloc[places], lambda at: up + site.page_of(at), with_parties=True)
        yield SitePage(file, title, (head, table, ways), FEED)


def _choices(kinds: list[tuple[str, str, int]], chosen: str) -> Markup:
    """Return the ways to the lists of one state: a filter that needs no script."""
    links = [
        tag("a", f"{words} {rows:,}", href=f"{stem}.html", aria_current=_page_if(stem == chosen))
        for stem, words, rows in kinds
    ]
    return tag("nav", links, "choices", aria_label="Channels by state")


def _page_if(is_here: bool) -> str | None:
    return "page" if is_here else None


def _sides(site: Site) -> Markup:
    """Return the ways to the channels of one side, whomever with."""
    if not site.sides:
        return NOTHING
    links = [
        tag("a", f"{side} {len(channels):,}", href=f"{side_file(side)}.html")
        for side, channels in list(site.sides.items())[:_MOST_SIDES]
    ]
    more = len(site.sides) - len(links)
    words = tag("span", f"and {more:,} more") if more > 0 else NOTHING
    return tag("nav", (*links, words), "choices", aria_label="Channels by one party")


def _paged(rows: int, name: str) -> Iterator[tuple[str, slice, Markup]]:
    """Give the file of each page of a list, the places of its rows, and the way to the others."""
    files = [f"{name}.html"]
    files += [f"{name}-{page}.html" for page in range(2, -(-rows // _ROWS_A_PAGE) + 1)]
    near = [file.rpartition("/")[2] for file in files]
    for at, file in enumerate(files):
        yield file, slice(at * _ROWS_A_PAGE, (at + 1) * _ROWS_A_PAGE), _ways(near, at)


def _ways(files: list[str], at: int) -> Markup:
    if len(files) == 1:
        return NOTHING
    before = tag("a", "Previous page", href=files[at - 1], rel="prev") if at else NOTHING
    after = tag("a", "Next page", href=files[at + 1], rel="next") if files[at + 1 :] else NOTHING
    place = f"Page {at + 1:,} of {len(files):,}"
    return tag("nav", (before, tag("span", place), after), "pages", aria_label="Pages of this list")


def _parties_row(site: Site, part: Part) -> Markup:
    states = site.status.of(*part.channels)["state"].value_counts()
    name = tag("a", part.name, "named", href=f"{part.file}.html")
    cells: list[Child] = [tag("td", name), tag("td", f"{len(part.channels):,}")]
    cells += [tag("td", f"{int(states.get(state, 0)) or '–'}", f"ol-{state}") for state in _STATES]
    return tag("tr", cells)
