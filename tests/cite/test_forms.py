"""The forms of a citation, against texts that were written by hand."""

import json
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from openline.analysis.method import METHOD
from openline.cite.forms import (
    AUTHOR,
    CITATIONS,
    Cited,
    as_bibtex,
    as_csl_json,
    as_ris,
    as_text,
    citations,
)
from openline.record.dates import show_day

LINK: Final = "https://board.example/gaps?asof=2023-10-05&parties=China%3B+United+States"
CITED: Final = Cited(
    "9 of 12 channels are severed",
    "Gulf lines, revision 3",
    "a36fffcbda57" + "0" * 52,
    date(2023, 10, 5),
    date(2026, 11, 25),
    LINK,
)
VERSION: Final = (
    "Gulf lines, revision 3, SHA-256 a36fffcbda57, as of 5 Oct 2023, formulas of "
    f"{show_day(date.fromisoformat(METHOD))}"
)
HOSTILE: Final = r"100 % of {A} & B_1 \ #2 $x^2$ ~ <i>|" + "\r\nER  - \r\nTY  - BOOK"


def test_as_text() -> None:
    """A sentence says what, whose record, which bytes, which day and where."""
    assert as_text(CITED) == (
        f"Openline contributors (2026). “9 of 12 channels are severed”. Openline: {VERSION}. "
        f"{LINK} (accessed 25 Nov 2026)."
    )


def test_as_bibtex() -> None:
    """An entry keeps the author's name as one, and the address as it is."""
    assert as_bibtex(CITED) == (
        "@misc{openline-a36fffcbda57-2023-10-05,\n"
        "  author = {{Openline contributors}},\n"
        "  title = {{9 of 12 channels are severed}},\n"
        "  year = {2026},\n"
        f"  howpublished = {{Openline: {VERSION}}},\n"
        "  note = {Accessed 2026-11-25},\n"
        f"  url = {{{LINK}}},\n"
        "}\n"
    )


def test_as_ris() -> None:
    """Each field has its line, and the last says that the reference ends."""
    assert as_ris(CITED).split("\r\n") == [
        "TY  - DATA",
        "AU  - Openline contributors",
        "TI  - 9 of 12 channels are severed",
        "PY  - 2026",
        "PB  - Openline",
        f"ET  - {VERSION}",
        f"UR  - {LINK}",
        "Y2  - 2026/11/25",
        "ER  - ",
        "",
    ]


def test_as_csl_json() -> None:
    """An array of one item, with the author as one name."""
    day = {"date-parts": [[2026, 11, 25]]}
    assert json.loads(as_csl_json(CITED)) == [
        {
            "id": "openline-a36fffcbda57-2023-10-05",
            "type": "dataset",
            "author": [{"literal": "Openline contributors"}],
            "title": "9 of 12 channels are severed",
            "publisher": "Openline",
            "version": VERSION,
            "issued": day,
            "accessed": day,
            "URL": LINK,
        }
    ]


def test_marks_of_a_form_are_no_marks_of_a_name() -> None:
    """LaTeX shows them, BibTeX counts as many braces that close as open, RIS has no line more, and
    JSON reads them again."""
    cited = Cited(HOSTILE, "R}", "0" * 64, date(2023, 10, 5), date(2026, 11, 25))
    shown = (
        r"100 \% of \textbraceleft{}A\textbraceright{} \& B\_1 \textbackslash{} \#2 "
        r"\$x\textasciicircum{}2\$ \textasciitilde{} "
        r"\textless{}i\textgreater{}\textbar{} ER - TY - BOOK"
    )
    bibtex = as_bibtex(cited)
    assert f"  title = {{{{{shown}}}}},\n" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    assert r"howpublished = {Openline: R\textbraceright{}, SHA" in bibtex
    assert bibtex.count("@") == 1
    assert [line[:2] for line in as_ris(cited).splitlines()] == [
        "TY", "AU", "TI", "PY", "PB", "ET", "Y2", "ER"
    ]  # fmt: skip
    title = json.loads(as_csl_json(cited))[0]["title"]
    assert title == " ".join(HOSTILE.split())


@pytest.mark.parametrize("form", CITATIONS)
def test_every_form_says_whose_and_when(form: str) -> None:
    """Record, revision, day and the date of the formulas stand in each."""
    told = citations(CITED)[form]
    assert AUTHOR in told
    assert VERSION in told
    assert LINK in told


def test_the_program_says_how_it_is_cited() -> None:
    """`CITATION.cff` names the same author, and nobody who was made up."""
    lines = (Path(__file__).parents[2] / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert "cff-version: 1.2.0" in lines
    needed = ("message:", "title:", "authors:", "license: Apache-2.0")
    assert all(any(line.startswith(name) for line in lines) for name in needed)
    assert {line.partition("name: ")[2] for line in lines if "name: " in line} == {AUTHOR}
    assert not [line for line in lines if "given-names" in line or "orcid" in line]


def test_what_is_cited_is_told_on_one_line_and_seen() -> None:
    """A line break or a mark that turns text round cannot hide in a citation."""
    cited = Cited(
        "A\n line\u202e.", "Gulf\r\nlines", "ab" * 32, date(2023, 10, 5), date(2026, 1, 2)
    )
    assert cited.name == "A line�"
    assert cited.version.startswith(
        "Gulf lines, SHA-256 abababababab, as of 5 Oct 2023, formulas of "
    )
    assert cited.key == "openline-abababababab-2023-10-05"
