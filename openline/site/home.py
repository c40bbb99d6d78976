"""The pages of the whole record: Status, and the lists of parties and channels."""

from collections.abc import Iterator
from typing import Final

from openline.brief import Sources, gaps_of, moves_of, news_of, top_of
from openline.markup.text import NOTHING, Child, Markup, tag
from openline.record.columns import OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.sentences.runs import count
from openline.site.drawings import timeline_drawing
from openline.site.page import Page
from openline.site.rows import board, listed
from openline.site.site import Part, Site

FEED: Final = "feeds/changes.atom"
"""The feed of the whole record."""
_STATES: Final = (SEVERED, PARTIAL, OPEN, UNKNOWN)
_ROWS_A_PAGE: Final = 250


def status_page(site: Site) -> Page:
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
    return Page("index.html", "Status", sections, FEED)


def parties_pages(site: Site) -> Iterator[Page]:
    """Give the pages that list the sets of parties, and how their channels stand."""
    heads = ("Parties", "Channels", *(state.capitalize() for state in _STATES))
    title = tag("h1", count(len(site.parts), "set of parties", "sets of parties"))
    for file, places, ways in _paged(len(site.parts), "parties"):
        rows = [_parties_row(site, part) for part in site.parts[places]]
        yield Page(file, "Parties", (title, listed(heads, rows), ways), FEED)


def channels_pages(site: Site) -> Iterator[Page]:
    """Give the pages that list all channels, in the order of their parties and names."""
    status = site.brief.status.sort_values("channel_id")
    title = tag("h1", count(len(status), "channel"))
    for file, places, ways in _paged(len(status), "channels"):
        table = board(status.iloc[places], site.page_of, with_parties=True)
        yield Page(file, "Channels", (title, table, ways), FEED)


def _paged(rows: int, name: str) -> Iterator[tuple[str, slice, Markup]]:
    """Give the file of each page of a list, the places of its rows, and the way to the others."""
    files = [f"{name}.html"]
    files += [f"{name}-{page}.html" for page in range(2, -(-rows // _ROWS_A_PAGE) + 1)]
    for at, file in enumerate(files):
        yield file, slice(at * _ROWS_A_PAGE, (at + 1) * _ROWS_A_PAGE), _ways(files, at)


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
