"""The words on a saved picture."""

from datetime import date

from openline.sentences.pictures import days_between, none_yet, past_words, source_line


def test_a_source_line_names_record_day_and_filters() -> None:
    """Whoever sees the picture alone can tell whose it is, as of when, and what it leaves out."""
    line = source_line("Bundled record", date(2023, 10, 5), ["China–India", "confirmed rows only"])
    assert line == (
        "Source: Openline, Bundled record · as of 5 Oct 2023 · China–India · confirmed rows only"
    )


def test_days_are_named_with_a_dash_between() -> None:
    """A range without a last day is told from its first one."""
    assert days_between(date(2020, 1, 1), date(2022, 8, 5)) == "1 Jan 2020 – 5 Aug 2022"
    assert days_between(date(2020, 1, 1), None) == "from 1 Jan 2020"


def test_a_past_stretch_is_told_apart_from_the_page() -> None:
    """Its last day is not the page's."""
    assert past_words(date(2022, 8, 5), date(2023, 10, 5)) == (
        "Drawn as of 5 Aug 2022, the last day chosen; the rest of the page is as of 5 Oct 2023."
    )
    assert none_yet(date(1910, 1, 1)) == (
        "No channel is on record up to 1 Jan 1910, the last day chosen."
    )
