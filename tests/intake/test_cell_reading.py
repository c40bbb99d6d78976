"""How cells are read."""

from openline.intake.cell_reading import cell_readers
from openline.intake.choices import Choices, DateReading


def test_each_column_is_read_in_its_own_way() -> None:
    """Words by the vocabulary of their column, dates by the order of theirs, all else as it is."""
    choices = Choices(
        words={"state": {"Cut ": "severed"}},
        dates={"start": DateReading("day-first"), "end": DateReading("month-first")},
    )
    readers = cell_readers(choices, ("Start", "END", "note", "state"))
    assert readers.read(["13/02/2020", "03/25/2020", "cut", " CUT"]) == [
        *("2020-02-13", "2020-03-25", "cut", "severed"),
    ]
    assert readers.read(["", "", "", "CUT \u00a0"])[3] == "severed"
    assert readers.read(["2020", "soon"]) == ["2020", "soon"]


def test_of_a_name_that_stands_twice_the_first_column_counts() -> None:
    """As it does in reading a record."""
    readers = cell_readers(Choices(words={"state": {"up": "open"}}), ("state", "State"))
    assert readers.read(["up", "up"]) == ["open", "up"]
