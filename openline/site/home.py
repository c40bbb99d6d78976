"""The first page, which is of the whole record, and the list of parties."""

from collections.abc import Iterator

from openline.brief.cited import Sources
from openline.brief.document import top_of
from openline.brief.lists import gaps_of, moves_of, news_of
from openline.markup.text import NOTHING, tag
from openline.sentences.runs import count
from openline.site.drawings import timeline_drawing
from openline.site.groups import SIDES
from openline.site.lists import states_heads, states_row, ways_to
from openline.site.page import FEED, SitePage
from openline.site.paging import paged
from openline.site.rows import listed
from openline.site.site import Site


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
    title = tag("h1", count(len(site.parts), "set of parties", "sets of parties"))
    by_side = [ways_to(grouping) for grouping in site.groupings if grouping.file == SIDES]
    for file, places, ways in paged(len(site.parts), "parties"):
        rows = [
            states_row(site, part.name, f"{part.file}.html", part.channels)
            for part in site.parts[places]
        ]
        table = listed(states_heads("Parties"), rows, "counts")
        yield SitePage(file, "Parties", (title, by_side, table, ways), FEED)
