"""Choosing what something of a file means."""

from openline.intake.mapping import Choices
from openline.ui.records_choice import cut, joined


def test_choices_add_up() -> None:
    """Later choices stand beside earlier ones, and win where both speak."""
    first = Choices({"channel": "Line"}, {"state": {"shut": "severed"}})
    second = Choices({}, {"state": {"up": "open"}}, "day-first")
    assert joined(first, second) == Choices(
        {"channel": "Line"}, {"state": {"shut": "severed", "up": "open"}}, "day-first"
    )


def test_a_column_goes_by_the_name_that_it_came_with() -> None:
    """What was chosen twice is told as one choice from the file as it was brought."""
    first = Choices({"channel": "Line", "state": "Status"})
    second = Choices({"summary": "channel", "channel": "Note"})
    assert joined(first, second).columns == {
        "state": "Status",
        "summary": "Line",
        "channel": "Note",
    }


def test_long_names_are_cut() -> None:
    """A name of many lines is one line, and no longer than there is room for."""
    assert cut("a\nb") == "a b"
    assert len(cut("x" * 99)) == 40
