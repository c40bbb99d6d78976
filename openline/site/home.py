"""The first page, about the whole record."""

from openline.brief.document import top_of
from openline.brief.lists import Sources, gaps_of, moves_of, news_of
from openline.markup.text import NOTHING, section_of
from openline.site.drawings import timeline_drawing
from openline.site.page import FEED, SitePage
from openline.site.site import Site


def status_page(site: Site) -> SitePage:
    """Return the first page: the present states, what is new, what is severed and silent."""
    brief, sources = site.brief, Sources()
    sections = [
        top_of(brief),
        section_of("State of each channel", timeline_drawing(brief.frames))
        if len(brief.status)
        else NOTHING,
        news_of(brief, sources),
        gaps_of(brief, sources),
        moves_of(brief, sources),
    ]
    if len(sources):
        sections.append(section_of("Sources cited above", sources.listed()))
    return SitePage("index.html", "Status", sections, FEED)
