"""The lists of a brief."""

import pandas as pd

from openline.brief.lists import Sources, gaps_of, moves_of, news_of
from tests.brief.briefed import HOSTILE, briefed
from tests.markup.reading import read_html


def test_what_is_new_is_a_sentence_and_a_list_with_sources() -> None:
    """Closings come first, then refusals, then what opened."""
    sources = Sources()
    words = read_html(news_of(briefed(), sources)).words
    assert "Since 1 Jun 2020: 1 closed, 1 refusal, 1 opened" in words
    order = ["1 Mar 2021 severed by A", "1 May 2021 refusal by B", "1 Apr 2021 established"]
    places = [words.index(part) for part in order]
    assert places == sorted(places)
    assert "A–C, Link" in words
    assert len(sources) == 3


def test_gaps_have_their_length_rank_and_cause() -> None:
    """A severance and a silence, each in its own table."""
    words = read_html(gaps_of(briefed(), Sources())).words
    assert "Severed now, longest first" in words
    assert "A–B, Hotline1" in words
    assert "92 d" in words
    assert "none has ended yet" in words
    assert "Strike, by A" in words
    assert "Silent now, longest first" in words
    assert "365 d" in words


def test_without_gaps_the_sections_say_so() -> None:
    """Nothing severed, nothing silent."""
    lines = ("Line,A; B,2021-05-01,change,open,,,,,",)
    words = read_html(gaps_of(briefed(lines=lines), Sources())).words
    assert words.count("None on 1 Jun 2021") == 2


def test_moves_and_signs_of_the_window() -> None:
    """A move of the window is listed; one before it is not; signs stand apart."""
    brief = briefed("Hotline,A; B,2021-05-30,contact,,,A call,,,", window=70)
    words = read_html(moves_of(brief, Sources())).words
    assert "In the 70 days to 1 Jun 2021, 1 opening and no closings" in words
    assert "established" in words
    assert "Cut after the strike" not in words
    assert "Signs, not counted above" in words
    assert "30 May 2021 contact in a severed channel" in words
    assert "Signs" not in read_html(moves_of(briefed(window=0), Sources())).words


def test_long_lists_say_how_much_they_leave_out() -> None:
    """Nine severances stand in the table of twenty."""
    lines = tuple(
        line
        for i in range(20)
        for line in (
            f"Line {i},A; B,2020-01-01,change,open,,,,,",
            f"Line {i},A; B,2021-01-{i + 1:02},change,severed,,,,,",
        )
    )
    words = read_html(gaps_of(briefed(lines=lines), Sources())).words
    assert "Line 8" in words
    assert "Line 9" not in words
    assert "11 more rows in the data of this view." in words


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
