"""What stands in the columns of a file."""

from openline.intake.choices import Choices, Join
from openline.intake.column_texts import column_texts
from openline.intake.edits import Edits
from openline.intake.source import Source, read_source

FILE = b"parties,y,m,State\nA; B,2020,1,up\n, 2021,2, up \nparties,y,m,state\nC,2022,,x\n"


def test_texts_are_counted_as_they_are_arranged() -> None:
    """After columns are filled and joined and rows left out, before any word is read; blanks
    around a text and empty cells do not count."""
    source = read_source(FILE)
    assert isinstance(source, Source)
    choices = Choices(
        filled=("parties",),
        joins={"date": Join(("y", "m"))},
        left_out=("headers",),
        words={"state": {"up": "open"}},
    )
    edits = Edits({5: {"State": "down"}})
    assert column_texts(source, choices, edits, {"parties", "date", "state"}) == {
        "parties": {"A; B": 2, "C": 1},
        "date": {"2020-01": 1, "2021-02": 1, "2022": 1},
        "state": {"up": 2, "down": 1},
    }
    assert column_texts(source, choices, edits, {"y"}, most_rows=1) == {"y": {"2020": 1}}
