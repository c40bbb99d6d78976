"""The words on a saved picture."""

from datetime import date

from openline.sentences.pictures import source_line


def test_a_source_line_names_record_day_and_filters() -> None:
    """Whoever sees the picture alone can tell whose it is, as of when, and what it leaves out."""
    line = source_line("Bundled record", date(2023, 10, 5), ["China–India", "confirmed rows only"])
    assert line == (
        "Source: Openline, Bundled record · as of 5 Oct 2023 · China–India · confirmed rows only"
    )
