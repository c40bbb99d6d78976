"""The brief: one view as a file of its own, to mail and to print on one to three sheets.

    brief_html(Brief(question, "Bundled record", today=today))

The file loads nothing and runs nothing: words are words, figures are drawings within it. Its
parts are offered too, for pages that say the same.
"""

from openline.brief.brief import Brief
from openline.brief.cited import Sources
from openline.brief.document import LIMITS, brief_html, counters_of, meanings, top_of
from openline.brief.lists import gaps_of, moves_of, news_of
from openline.brief.timeline import legend_parts

__all__ = [
    "LIMITS",
    "Brief",
    "Sources",
    "brief_html",
    "counters_of",
    "gaps_of",
    "legend_parts",
    "meanings",
    "moves_of",
    "news_of",
    "top_of",
]
