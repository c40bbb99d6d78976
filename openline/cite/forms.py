"""How a view is cited: as text, and in the forms that reference managers read. Each form escapes
what its readers would take for their own marks.

citations(Cited(title, record, ...))["BibTeX"]
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from openline.analysis.method import METHOD
from openline.record.dates import show_day
from openline.record.hidden import visible

_LATEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        # BibTeX counts braces, whatever stands before them.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        # The oldest typefaces of LaTeX have other letters in their places.
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{mark: f"\\{mark}" for mark in "$&#_%"},
    }
)
_PUBLISHER: Final = "Openline"
_LINE_END: Final = "\r\n"
AUTHOR: Final = "Openline contributors"
"""Who is named as the author: whoever maintains the record and the board, together."""
_DIGITS: Final = 12
"""How many digits of a record's hash tell it from others in a citation."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: what it says or is called; the record with its revision, in words; the
    SHA-256 of the record's bytes; the as-of day; the day on which it is cited; and the address
    that shows exactly this again, "" where there is none."""

    title: str
    record: str
    digest: str
    as_of: date
    accessed: date
    link: str = ""

    @property
    def name(self) -> str:
        """The title on one line, without a full stop, and with everything visible."""
        return one_line(self.title).rstrip(".")

    @property
    def version(self) -> str:
        """The record, its bytes, and the date of the formulas, in words."""
        method = show_day(date.fromisoformat(METHOD))
        return (
            f"{one_line(self.record)}, SHA-256 {self.digest[:_DIGITS]}, "
            f"as of {show_day(self.as_of)}, formulas of {method}"
        )

    @property
    def key(self) -> str:
        """The key of the entry in a list of references: the record and the day."""
        return f"openline-{self.digest[:_DIGITS]}-{self.as_of}"


def as_text(cited: Cited) -> str:
    """Return a citation as a sentence for a note or a list of references."""
    at = f" {cited.link}" if cited.link else ""
    return (
        f"{AUTHOR} ({cited.accessed.year}). “{cited.name}”. Openline: {cited.version}."
        f"{at} (accessed {show_day(cited.accessed)})."
    )


def as_bibtex(cited: Cited) -> str:
    """Return a citation as an entry of BibTeX; the marks of LaTeX in it are shown as they are."""
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{_latex(cited.name)}}}",
        "year": str(cited.accessed.year),
        "howpublished": _latex(f"Openline: {cited.version}"),
        "note": f"Accessed {cited.accessed}",
        "url": cited.link,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{cited.key},", *lines, "}", ""))


def as_ris(cited: Cited) -> str:
    """Return a citation in RIS, a line a field."""
    day = cited.accessed.strftime("%Y/%m/%d")
    fields = (
        ("TY", "DATA"),
        ("AU", AUTHOR),
        ("TI", cited.name),
        ("PY", str(cited.accessed.year)),
        ("PB", _PUBLISHER),
        ("ET", cited.version),
        ("UR", cited.link),
        ("Y2", day),
        ("ER", ""),
    )
    lines = (f"{tag}  - {value}" for tag, value in fields if value or tag == "ER")
    return "".join(f"{line}{_LINE_END}" for line in lines)


def as_csl_json(cited: Cited) -> str:
    """Return a citation as CSL-JSON, an array of one item."""
    day = {"date-parts": [[cited.accessed.year, cited.accessed.month, cited.accessed.day]]}
    item = {
        "id": cited.key,
        "type": "dataset",
        "author": [{"literal": AUTHOR}],
        "title": cited.name,
        "publisher": _PUBLISHER,
        "version": cited.version,
        "issued": day,
        "accessed": day,
        **({"URL": cited.link} if cited.link else {}),
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


CITATIONS: Final[Mapping[str, Callable[[Cited], str]]] = {
    "Text": as_text,
    "BibTeX": as_bibtex,
    "RIS": as_ris,
    "CSL-JSON": as_csl_json,
}
"""Every form, by the name that a reader knows it by."""


def citations(cited: Cited) -> dict[str, str]:
    """Return what is cited in every form."""
    return {name: make(cited) for name, make in CITATIONS.items()}


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def one_line(text: str) -> str:
    """Return a text on one line, in which everything can be seen."""
    return visible(" ".join(text.split()))
