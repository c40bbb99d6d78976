"""What stands in the columns of a file."""

from openline.intake.choices import Choices
from openline.ui.records.column_words import first_texts, meant_texts
from openline.ui.records.draft import Draft, came_of

FILE = b"Line,When,state,note\nA,2020,up,x\nB,2021,up,y\n"


def test_columns_are_counted_by_their_names_by_now() -> None:
    """Those with a meaning to be chosen in all rows, any in the first ones."""
    draft = Draft.of("a.csv", FILE).chosen(Choices(names={"When": "date"}))
    source = came_of(draft)
    assert source is not None
    assert meant_texts(draft, source) == {"date": {"2020": 1, "2021": 1}, "state": {"up": 2}}
    assert [*first_texts(draft, source)] == ["line", "date", "state", "note"]
