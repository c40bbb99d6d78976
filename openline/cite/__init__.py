"""How a view is cited: as text, and in the forms that reference managers read.

citations(Cited(title, record, ...))["BibTeX"]
"""

from openline.cite.cited import AUTHOR, Cited
from openline.cite.forms import CITATIONS, as_bibtex, as_csl_json, as_ris, as_text, citations

__all__ = [
    "AUTHOR",
    "CITATIONS",
    "Cited",
    "as_bibtex",
    "as_csl_json",
    "as_ris",
    "as_text",
    "citations",
]
