"""The sources of a brief."""

import pandas as pd

from openline.brief.cited import Sources
from tests.brief.briefed import HOSTILE
from tests.markup.reading import read_html


def _row(source: str | None, url: str | None) -> pd.Series:
    return pd.Series({"source": source, "source_url": url}, dtype=object)


def test_a_source_has_one_number_however_often_it_is_cited() -> None:
    """Numbers follow the order of the first mention; the list has each once."""
    sources = Sources()
    rows = [_row("One", "https://a.example"), _row("Two", None), _row("One", "https://a.example")]
    marks = [read_html(sources.mark(row)).words for row in rows]
    assert marks == ["1", "2", "1"]
    assert len(sources) == 2
    assert read_html(sources.listed()).words == "OneTwo"


def test_what_cites_nothing_has_no_number() -> None:
    """Neither source nor address."""
    sources = Sources()
    assert sources.mark(_row(None, None)) == ""
    assert len(sources) == 0


def test_only_http_addresses_are_linked_and_text_stays_text() -> None:
    """A source without a safe address is listed as words."""
    sources = Sources()
    sources.mark(_row(HOSTILE, "javascript:alert(1)"))
    listed = sources.listed()
    assert read_html(listed).tags == ["ol", "li"]
    assert "javascript" not in listed
