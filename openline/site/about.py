"""The page on what a site shows: the record, the day, the words and their limits."""

from openline.analysis.method import METHOD
from openline.brief.document import LIMITS, meanings
from openline.markup.text import section_of, tag, unbroken
from openline.record.dates import show_day
from openline.site.page import SitePage
from openline.site.site import Site


def about_page(site: Site) -> SitePage:
    """Return the page that says what everything here rests on."""
    brief, record = site.brief, site.brief.question.record
    chapters = {
        "Record": brief.record,
        "SHA-256": record.digest,
        "As of": show_day(site.as_of),
        "Compared with": show_day(brief.since),
        "Made on": show_day(brief.today),
        "Formulas of": METHOD,
        "Openings and closings": f"of {brief.question.window:,} days",
        "Silences count from": f"{brief.question.min_days:,} days, or twice a channel's cadence",
        "Limits": LIMITS,
    }
    facts = [tag("dt", name) + tag("dd", unbroken(text)) for name, text in chapters.items()]
    how = (
        "These pages are a copy of a status board on one day. They load nothing from elsewhere, "
        "and do not change until they are written again."
    )
    words = section_of("What the words mean", meanings())
    return SitePage(
        "about.html", "About", (tag("h1", "About"), tag("p", how), tag("dl", facts, "facts"), words)
    )
