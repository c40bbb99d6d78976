"""The brief: one view as a file of its own, to mail and to print on one to three sheets.

    brief_html(Brief(question, "Bundled record", today=today))

The file loads nothing and runs nothing: words are words, figures are drawings within it.
"""

from openline.brief.brief import Brief
from openline.brief.document import brief_html

__all__ = ["Brief", "brief_html"]
