"""What was computed of a file."""

from openline.ui.records_memory import recalled, remembered


def test_the_last_answer_of_each_name_is_kept() -> None:
    """What was given before is not computed again; other values are."""
    assert remembered("a test", (1,), lambda: "one") == "one"
    assert remembered("a test", (1,), lambda: "never asked") == "one"
    assert recalled("a test", (1,)) == "one"
    assert remembered("a test", (2,), lambda: "two") == "two"
    assert recalled("a test", (1,)) is None
