"""Pages of a long list."""

from collections.abc import Callable
from pathlib import Path

from tests.screen import csv_text, markup, run_page


def test_a_short_list_has_no_pages(put_record: Callable[[str], Path]) -> None:
    """One page needs no choice."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page()
    assert not at.exception
    assert not at.get("pagination")


def test_a_page_past_the_last_shows_the_last(put_record: Callable[[str], Path]) -> None:
    """The list ends somewhere, and a note says where."""
    rows = [(f"C{i:03}", "A; B", "2020-05-01", "", "open") for i in range(130)]
    put_record(csv_text(rows))
    at = run_page("pages/channel.py", page="5")
    assert not at.exception
    page = markup(at)
    assert "There is no page 5; page 2 is shown." in page
    assert "C129" in page
    assert "C100<" not in page


def test_paper_says_which_page_it_has(put_record: Callable[[str], Path]) -> None:
    """Who holds a sheet with the second 10 of 130 channels knows that there are more."""
    rows = [(f"C{i:03}", "A; B", "2020-05-01", "", "open") for i in range(130)]
    put_record(csv_text(rows))
    words = "Page 2 of 2 is printed; the address below leads to the others."
    assert words in markup(run_page("pages/channel.py", page="2"))
    put_record(csv_text(rows[:9]))
    assert "is printed" not in markup(run_page("pages/channel.py"))
