"""The reader's last visit, which only their browser remembers; tests/browser has the journey."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen import csv_text, run_page

Put = Callable[[str], Path]
ROWS = [("Line", "A; B", "2020-01-01", "change", "open")]


def test_without_a_visit_there_is_no_such_choice(put_record: Put) -> None:
    """A choice appears with what is behind it, never before."""
    put_record(csv_text(ROWS))
    options = run_page().selectbox(key="ol_since_choice").options
    assert options == [
        "the day before",
        "a week before",
        "30 days before",
        "a year before",
        "another day",
    ]


@pytest.mark.parametrize("told", ["", "[]", "{", '["Record channels.csv", 3]', '["Other", "1d"]'])
def test_what_a_browser_tells_wrongly_is_no_visit(put_record: Put, told: str) -> None:
    """Whatever its storage holds, the page stands."""
    put_record(csv_text(ROWS))
    at = run_page()
    at.session_state["openline_visit"] = {"visit": told}
    at.run()
    assert not at.exception
    assert "my last visit" not in at.selectbox(key="ol_since_choice").options
