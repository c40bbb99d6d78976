"""The search in the frame, and what it found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen import csv_text, markup, run_page, values

Put = Callable[[str], Path]
HOSTILE = "<a href='https://x.example'>{x}</a> *b* $x$ =1+1"
ROWS = [
    ("Line", "A; B", "2020-01-01", "change", "open", "Agreed at the summit"),
    ("Line", "A; B", "2021-01-01", "contact", "", "Summit call"),
    ("Talks", "A; C", "2020-01-01", "change", "open", HOSTILE),
]


def test_a_search_narrows_the_page_and_lists_what_it_found(put_record: Put) -> None:
    """Observations newest first, each with its day and its channel, under a heading that says how
    many; the way back follows them. The address keeps the words."""
    put_record(csv_text(ROWS))
    at = run_page()
    at.text_input(key="view_q").set_value(" SUMMIT ").run()
    assert not at.exception
    assert values(at, "q") == ["SUMMIT"]
    page = markup(at)
    assert "“SUMMIT”</span>: 2 observations in 1 channel." in page
    assert 'role="heading" aria-level="2" data-found="SUMMIT"' in page
    order = ("2 observations", "Summit call", "Agreed at the summit", "Clear the search")
    assert sorted(order, key=page.index) == list(order)
    assert "channel?parties=A%3B+B&amp;channel=Line&amp;q=SUMMIT" in page
    assert len(at.dataframe[0].value) == 1
    assert "found by “SUMMIT” · 1 of 2 channels" in page


def test_words_that_name_the_parties_lead_to_them_alone(put_record: Put) -> None:
    """Where others are found too, as a summary names a side; not where the words name none."""
    rows = [
        ("Line", "Alfa; Bravo", "2020-01-01", "change", "open", "Agreed"),
        ("Talks", "Bravo; Charlie", "2020-01-01", "change", "open", "Alfa was asked"),
    ]
    put_record(csv_text(rows))
    page = markup(run_page(q="alfa bravo"))
    assert "2 observations in 2 channels" in page
    assert 'href="./?parties=Alfa%3B+Bravo" target="_self">Alfa–Bravo alone</a> · ' in page
    assert " alone</a>" not in markup(run_page(q="bravo"))
    assert " alone</a>" not in markup(run_page(q="agreed"))


def test_nothing_found_is_said_with_the_way_back(put_record: Put) -> None:
    """The note has a link without the words."""
    put_record(csv_text(ROWS))
    page = markup(run_page(q="zebra"))
    assert 'data-found="zebra">Nothing found for ' in page
    assert '<a class="ol-link" href="./" target="_self">Clear the search</a>' in page


@pytest.mark.parametrize("script", ["pages/gaps.py", "pages/openings.py", "pages/compare.py"])
def test_every_page_of_channels_follows_the_search(put_record: Put, script: str) -> None:
    """The search stays while moving between pages."""
    put_record(csv_text(ROWS))
    page = markup(run_page(script, q="summit"))
    assert "2 observations in 1 channel" in page


def test_hostile_words_stay_text(put_record: Put) -> None:
    """What is asked, and what is found, is shown as it stands."""
    put_record(csv_text(ROWS))
    page = markup(run_page(q="href='https://x.example'"))
    assert "1 observation in 1 channel" in page
    assert "<a href='https://x.example'>" not in page


def test_too_long_a_search_is_named_and_ignored(put_record: Put) -> None:
    """The address takes 200 letters."""
    put_record(csv_text(ROWS))
    page = markup(run_page(q="x" * 201))
    assert "q is ignored" in page
    assert "2 channels" in page


def test_of_very_many_the_next_ones_are_listed_and_the_rest_is_counted(put_record: Put) -> None:
    """The opener does not call the listed ones all that there are."""
    days = [f"2020-{month:02}-{day:02}" for month in range(1, 9) for day in range(1, 27)]
    put_record(csv_text([("Line", "A; B", day, "contact", "open", "Call") for day in days]))
    page = markup(run_page(q="call"))
    assert ">The next 197</summary>" in page
    assert "8 more; narrow the search." in page
