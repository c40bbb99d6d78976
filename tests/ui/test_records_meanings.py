"""What a file's own columns and words mean."""

from openline.intake.header_guesses import guess_columns
from openline.intake.mapping import Choices
from openline.intake.source import Source, read_source
from openline.ui.records_meanings import column_options, foreign_columns, joined


def source(data: bytes) -> Source:
    """Return the rows of a file."""
    found = read_source(data)
    assert isinstance(found, Source)
    return found


def test_columns_of_other_names_come_with_samples() -> None:
    """Only columns that the format does not know are asked about, with their first values."""
    found = foreign_columns(source(b"Line,Date,Status\nA,2020,open\nB,2021,shut\nA,2022,open\n"))
    assert found == {"Line": ("A", "B"), "Status": ("open", "shut")}


def test_the_best_guess_comes_first() -> None:
    """After it comes keeping the column, then what the file does not have yet."""
    header = ("Line", "date", "Status", "Memo")
    guesses = guess_columns(header)
    assert column_options("Line", guesses, header)[0] == "channel"
    assert column_options("Status", guesses, header)[0] == "state"
    options = column_options("Memo", {}, header)
    assert options[0] == "keep it as another column"
    assert "date" not in options


def test_choices_add_up() -> None:
    """Later choices stand beside earlier ones, and win where both speak."""
    first = Choices({"channel": "Line"}, {"state": {"shut": "severed"}})
    second = Choices({}, {"state": {"up": "open"}}, "day-first")
    assert joined(first, second) == Choices(
        {"channel": "Line"}, {"state": {"shut": "severed", "up": "open"}}, "day-first"
    )
