"""The brief as a document."""

import re

import pytest

from openline.brief.document import brief_html
from tests.brief.briefed import HOSTILE, briefed
from tests.markup.reading import read_html

LINK = "https://board.example/?asof=2021-06-01"


def test_it_says_what_when_of_which_record_and_how_to_see_it_again() -> None:
    """The headline, the day, the record with its hash, the filters, the formulas, the link."""
    brief = briefed(link=LINK)
    page = brief_html(brief)
    words = read_html(page).words
    assert "On 1 Jun 2021, 1 of 3 channels is severed, 1 partial and 1 open." in words
    assert f"Small record; SHA-256 {brief.question.record.digest[:12]}" in words
    assert "Filtersnone: all channels" in words
    assert f'<a href="{LINK}">' in page
    assert "What the words mean" in words


def test_filters_are_named() -> None:
    """Whoever reads it knows what it leaves out."""
    words = read_html(brief_html(briefed(parties=("A; B",)))).words
    assert "FiltersA–B" in words
    assert "On 1 Jun 2021, 1 of 2 A–B channels is severed" in words


def test_only_the_words_that_it_uses_are_explained() -> None:
    """A brief without signs or silences says nothing of what these are."""
    lines = ("Line,A; B,2020-01-01,change,open,,,,,",)
    page = read_html(brief_html(briefed(lines=lines, as_of="2020-02-01"))).words
    told = page.partition("What the words mean")[2]
    assert "open" in told
    assert "sign" not in told
    whole = read_html(brief_html(briefed())).words.partition("What the words mean")[2]
    assert "severed" in whole


def test_a_marking_stands_at_the_top_and_the_foot() -> None:
    """In the head and the foot of the frame that print repeats; without one there is none."""
    page = brief_html(briefed(marking="FOR <b>US</b> ONLY"))
    head, foot = (re.search(rf"<{part}>.*?</{part}>", page, re.S) for part in ("thead", "tfoot"))
    assert head is not None
    assert foot is not None
    for part in (head.group(), foot.group()):
        assert "FOR &lt;b&gt;US&lt;/b&gt; ONLY" in part
    assert "marking" not in brief_html(briefed()).partition("</style>")[2]


@pytest.mark.parametrize("lines", [None, ("Line,A; B,2030-01-01,check,open,,,,,",)])
def test_it_loads_nothing_and_runs_nothing(lines: tuple[str, ...] | None) -> None:
    """No script, no picture, frame, font or style from elsewhere; its only addresses are those
    of the sources and of the view, and places within it."""
    page = brief_html(briefed(link=LINK) if lines is None else briefed())
    tags = set(read_html(page).tags)
    assert not tags & {"script", "img", "iframe", "link", "object", "embed", "form", "base"}
    assert not re.search(r"url\((?!#)|@import|\ssrc=|\son\w+=", page)
    found = set(re.findall(r'href="([^"]*)"', page))
    outside = {one for one in found if not one.startswith("#")}
    assert outside <= {LINK, *(f"https://g.example/{i}" for i in (1, 2)), "https://w.example/3"}


def test_whatever_a_record_says_is_text() -> None:
    """In names, parties, summaries, causes, sources and the marking."""
    text = '"' + HOSTILE.replace('"', '""') + '"'
    lines = (
        f"{text},A; {text},2020-01-01,change,open,,{text},{text},{text},javascript:alert(1)",
        f"{text},A; {text},2021-03-01,change,severed,A,{text},{text},{text},{text}",
    )
    page = brief_html(briefed(lines=lines, marking=HOSTILE))
    assert "<img" not in page
    assert "javascript:" not in page
    assert "\u202e" not in page


def test_a_day_after_the_records_end_is_said_to_be_one() -> None:
    """Nothing that is not recorded is stated as fact."""
    words = read_html(brief_html(briefed(as_of="2026-11-25"))).words
    assert "Last known on 1 Jun 2021: " in words


def test_a_record_without_parties_or_channels_on_the_day_has_a_brief() -> None:
    """It says so, and has no figure."""
    lines = ("Line,,2021-05-01,change,open,,,,,",)
    assert "1 channel" in read_html(brief_html(briefed(lines=lines))).words
    words = read_html(brief_html(briefed(lines=lines, as_of="2020-01-01"))).words
    assert "no channel is left" in words
    assert "State of each channel" not in words
