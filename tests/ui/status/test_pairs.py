"""The pairs of parties on Status."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]
COLUMNS = ("channel", "parties", "date", "event", "state")
HOSTILE = "<a href='https://x.example'>{x}</a> *b* $x$ =1+1"
_LINK = re.compile(r'<a class="ol-link" href="([^"]*)"[^>]*>((?:(?!</a>).)*)</a>', re.DOTALL)


def _pairs(put_record: Put, rows: Sequence[tuple[str, ...]], **query: str) -> str:
    put_record(csv_text(rows, COLUMNS))
    at = run_page(overview="pairs", **query)
    assert not at.exception
    assert "Pairs" in markup(at)
    return markup(at)


def _led(page: str, words: str) -> list[str]:
    """The parties that the link with some words leads to."""
    address = next(href for href, inner in _LINK.findall(page) if words in inner)
    return parse_qs(address.replace("&amp;", "&").partition("?")[2])["parties"]


def test_a_cell_says_its_channels_and_leads_to_them(put_record: Put) -> None:
    """The number stands for all sets that both are part of; the rows are those of the filter."""
    rows = [
        ("Line", "A; B", "2020", "change", "severed"),
        ("Round", "A; B; C", "2020", "change", "open"),
        ("Post", "C; D", "2020", "change", "partial"),
    ]
    page = _pairs(put_record, rows, asof="2021-01-01")
    words = "A–B: 2 channels, 1 of 2 severed; 1 with further parties"
    assert words in page
    assert _led(page, words) == ["A; B", "A; B; C"]
    assert "overview" not in next(href for href, inner in _LINK.findall(page) if words in inner)
    assert '<th scope="col">' in page
    assert '<th scope="row">' in page
    page = _pairs(put_record, rows, asof="2021-01-01", parties="C; D")
    assert "C–D: 1 channel, partial" in page
    assert "A–B" not in page


def test_the_day_decides(put_record: Put) -> None:
    """A channel that is severed later is open before."""
    rows = [
        ("Line", "A; B", "2020", "change", "open"),
        ("Line", "A; B", "2022", "change", "severed"),
        ("Line", "B; C", "2020", "change", "open"),
    ]
    assert "A–B: 1 channel, open" in _pairs(put_record, rows, asof="2021-01-01")
    assert "A–B: 1 channel, severed" in _pairs(put_record, rows, asof="2023-01-01")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("Line", "A; B", "2020", "change", "open")], "A–B: 1 channel, open"),
        (
            [("Line", "", "2020", "change", "open"), ("Post", "", "2020", "change", "open")],
            "No two parties share a channel here.",
        ),
        ([("Line", "", "2020", "change", "open")], "In no pair: 1 channel without parties."),
        (
            [("Line", f"{HOSTILE}; B", "2020", "change", "severed")],
            "&lt;a href=&#39;https://x.example&#39;&gt;",
        ),
        (
            [(f"Line {i}", f"A{i % 110}; B{i % 40}", "2020", "change", "open") for i in range(300)],
            "Pairs without a column",
        ),
    ],
    ids=["one pair", "no parties", "nothing to pair", "hostile", "300 channels"],
)
def test_any_record_has_its_pairs(
    put_record: Put, rows: Sequence[tuple[str, ...]], said: str
) -> None:
    """What cannot be a table is said in words; text of a record stays text."""
    page = _pairs(put_record, rows)
    assert said in page
    assert "<a href='https://x.example'" not in page


def test_names_that_begin_alike_are_told_apart(put_record: Put) -> None:
    """Long names that differ at their end are cut in the middle; hovering has them whole."""
    long = "The Joint Coordination Authority of the Region "
    rows = [
        ("Line", f"{long}North; B", "2020", "change", "open"),
        ("Line", f"{long}South; B", "2020", "change", "open"),
    ]
    page = _pairs(put_record, rows)
    assert re.search(rf'title="{long}North">[^<]*…[^<]*North<', page)
    assert re.search(rf'title="{long}South">[^<]*…[^<]*South<', page)


def test_many_parties_leave_the_rest_to_the_file(put_record: Put) -> None:
    """The rows have an end; how many are left out is said."""
    rows = [("Line", f"A{i:03}; B", "2020", "change", "open") for i in range(200)]
    page = _pairs(put_record, rows)
    assert "50 more are in the CSV." in page
    assert page.count('scope="row"') == 150


def test_more_pairs_than_are_worked_out_are_said(
    put_record: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page has no table then, and says how many pairs there are and what to do."""
    monkeypatch.setattr("openline.analysis.pairs.MOST_PAIRS", 2)
    page = _pairs(put_record, [("Round", "A; B; C", "2020", "change", "open")])
    assert "These channels have 3 pairs of parties; up to" in page
    assert "Filter by parties, level or kind" in page
