"""Notes under the context line."""

from openline.record.problems import WARNING, Problem
from openline.ui.markup.notes import notes_html

_PROBLEM = Problem(WARNING, "parameter-value", None, "asof", "x", "asof is <x>.", "Write a day.")


def test_a_note_shows_its_text_as_text() -> None:
    """What an address says is never markup."""
    assert "asof is &lt;x&gt;. Write a day." in notes_html([_PROBLEM])


def test_no_problem_makes_no_note() -> None:
    """A page without problems has no empty box."""
    assert notes_html([], [""]) == ""
