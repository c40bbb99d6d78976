"""The written part of Method."""

import re

from openline.analysis.freshness import STALE_AFTER
from openline.analysis.gaps import MIN_DAYS
from openline.analysis.openings import WINDOW
from openline.analysis.survival import MIN_EVENTS
from openline.markup.written import anchor_of
from openline.record.columns import COLUMNS
from openline.ui.method.page import codebook, passages
from tests.screen import ROOT

CODE_OF_METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")


def test_the_method_is_in_chapters() -> None:
    """Each second heading begins one, and nothing of the text is lost."""
    found = passages()
    assert found[0].title == ""
    titles = [part.title for part in found[1:]]
    assert titles == re.findall(r"^## (.+)$", CODE_OF_METHOD, flags=re.MULTILINE)
    assert all(part.text for part in found)
    assert "# Method" not in found[0].text


def test_every_formula_has_its_chapter() -> None:
    """What is computed is explained, and so is what cannot be."""
    titles = {part.title for part in passages()}
    assert titles >= {
        "Spans and life",
        "Confidence",
        "Carry",
        "Gaps",
        "Openings and closings",
        "Openness",
        "Time in state",
        "Time to reopening",
        "Comparison",
        "Difference of two revisions",
        "How to read the figures",
        "What the record cannot say",
    }


def test_the_interval_names_its_source() -> None:
    """Whoever doubts the band finds the paper."""
    assert "M. P. Fay, E. H. Brittain and M. A. Proschan" in CODE_OF_METHOD
    assert "*Biostatistics* 14 (2013), 723–736" in CODE_OF_METHOD


def test_the_written_constants_are_those_of_the_code() -> None:
    """Numbers in the text are the ones that the formulas use."""
    flat = " ".join(CODE_OF_METHOD.split())
    assert f"{MIN_DAYS} days unless you choose another" in flat
    assert f"{WINDOW} days unless you choose otherwise" in flat
    assert f"at most {STALE_AFTER} days older" in flat
    assert f"in the last {STALE_AFTER} days" in flat
    assert MIN_EVENTS == 5
    assert "**Fewer than five reopenings**" in flat


def test_anchors_are_plain_and_differ() -> None:
    """No two chapters share an address."""
    anchors = [anchor_of(part.title) for part in passages()[1:]]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[a-z0-9-]+", anchor) for anchor in anchors)


def test_the_codebook_comes_with_its_licence() -> None:
    """Its passages explain every column, and no link leads beside the board."""
    book = codebook()
    text = "\n".join(part.text for part in book.passages)
    assert [column.name for column in COLUMNS if f"`{column.name}`" not in text] == []
    assert book.licence_url == "https://creativecommons.org/licenses/by/4.0/"
    assert set(re.findall(r"\]\(([a-z]+:|[^)]*)", text)) == {"https:"}
    assert re.fullmatch(r"[0-9a-f]{64}", book.digest)
