"""The words of Method about itself and about the rows that are shown."""

import pandas as pd

from openline.analysis.sources import confidence_counts, sources
from openline.sentences.method import (
    confidence_shares,
    event_sentence,
    method_headline,
    method_sentence,
    precision_sentence,
    sources_sentence,
)
from openline.sentences.runs import plain
from tests.asking import evidence, read

HEADER = "channel,date,event,state,source,source_url,confidence"


def test_the_formulas_have_their_day() -> None:
    """The day of the method is said in words."""
    assert plain(method_headline()) == "How every figure is calculated"
    assert plain(method_sentence("2026-11-26")).startswith(
        "The formulas are those of 26 Nov 2026. If a figure"
    )


def test_rows_are_counted_by_event_and_by_date() -> None:
    """Events come most frequent first, and dates by how exact they are."""
    found = evidence(
        read(
            HEADER,
            "A,2020-01-01,change,open",
            "A,2020-02,contact",
            "A,2020-03-01/2020-03-05,contact",
            "A,2021,ended",
        )
    ).observations
    assert plain(event_sentence(found)) == "By event: 2 contacts, 1 change, 1 end."
    assert plain(precision_sentence(found)) == (
        "Dated: 1 to the day, 2 to the month or year, 1 to an interval."
    )


def test_exact_dates_alone_need_no_more_words() -> None:
    """What does not occur is not counted."""
    found = evidence(read(HEADER, "A,2020-01-01,change,open")).observations
    assert plain(precision_sentence(found)) == "Dated: 1 to the day."


def test_sources_say_how_few_carry_how_much() -> None:
    """The most cited sites are set against all rows, and rows without an address are told."""
    rows = [f"A,20{10 + i}-01-01,contact,,,https://s{i}.org/x," for i in range(12)]
    found = evidence(read(HEADER, "A,2009-01-01,change,open,Somebody", *rows))
    assert plain(sources_sentence(sources(found))) == (
        "13 rows from 12 sites; the 10 most cited carry 77 % of them; 1 row names no address."
    )


def test_no_site_at_all_is_said() -> None:
    """A record without addresses has rows from no sites."""
    found = evidence(read(HEADER, "A,2009-01-01,change,open"))
    assert plain(sources_sentence(sources(found))) == (
        "1 row from no sites; 1 row names no address."
    )


def test_confidence_has_rows_and_shares() -> None:
    """Each confidence stands with its rows and their share, also where it has none."""
    found = evidence(read(HEADER, "A,2009-01-01,change,open", "A,2009-02-01,contact,,,,confirmed"))
    counts: pd.Series[int] = confidence_counts(found)
    assert confidence_shares(counts) == [
        ("confirmed", 1, "50 %"),
        ("reported", 1, "50 %"),
        ("inferred", 0, "0 %"),
    ]
