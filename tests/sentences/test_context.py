"""The context line."""

from dataclasses import replace
from datetime import date

from openline.analysis.filters import Filters
from openline.sentences.context import Context, context_line, filter_words, record_age
from openline.sentences.runs import plain

LOOKED = Context(
    "Bundled record",
    date(2023, 10, 5),
    date(2026, 11, 23),
    date(2026, 6, 30),
    Filters(parties=("China; United States",)),
    None,
    11,
    92,
)


def test_the_line_says_what_is_looked_at() -> None:
    """Record, day, filters, channels and the age of the record stand in one line."""
    assert plain(context_line(LOOKED)) == (
        "Bundled record · as of 5 Oct 2023 · China–United States · 11 of 92 channels · "
        "the record ends 30 Jun 2026, 146 days before today"
    )


def test_without_filters_it_is_all_parties() -> None:
    """Nothing left out is said in two words, and the channels are counted once."""
    looked = replace(LOOKED, filters=Filters(), shown=92)
    assert "· All parties · 92 channels ·" in plain(context_line(looked))
    one = replace(looked, shown=1, total=1)
    assert "· 1 channel ·" in plain(context_line(one))


def test_every_filter_is_named() -> None:
    """Whatever leaves something out is in the words."""
    filters = Filters(("China",), ("military",), ("talks", "hotline"), ("DCT",), "confirmed")
    assert filter_words(filters, 1) == [
        "China",
        "military",
        "talks, hotline",
        "DCT",
        "confirmed rows only",
        "states carried for 1 day",
    ]
    assert filter_words(Filters(confidence="reported")) == ["confirmed and reported rows"]
    assert filter_words(Filters(fresh=True)) == ["states not seen for two years left out"]


def test_long_lists_are_counted() -> None:
    """More than three names are a number."""
    assert filter_words(Filters(parties=("A; B", "A; C", "A; D", "A; E"))) == ["4 parties"]


def test_the_age_counts_days() -> None:
    """The record's end is told with its distance from today."""
    day = date(2026, 6, 30)
    assert record_age(day, day) == "the record ends today, 30 Jun 2026"
    assert record_age(day, date(2026, 7, 1)) == "the record ends 30 Jun 2026, 1 day before today"
    assert record_age(None, day) == "the record has no day before today"


def test_a_length_of_silences_of_ones_own_is_told() -> None:
    """From how many days a silence counts is said where it is not the usual number."""
    assert "silences" not in plain(context_line(LOOKED))
    assert "silences" not in plain(context_line(replace(LOOKED, min_days=180)))
    line = plain(context_line(replace(LOOKED, min_days=0)))
    assert "· silences counted from 0 days · 11 of 92 channels ·" in line
