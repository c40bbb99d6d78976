"""What is kept with a revision."""

from openline.intake.choices import Choices, DateReading
from openline.intake.edits import Edits
from openline.ui.records.draft import Draft
from openline.ui.records.upload import choices_of, upload_of
from tests.ui.records.test_draft import FILE


def test_what_was_chosen_is_saved_with_a_file() -> None:
    """Columns, words, the order of dates and the sheet are kept; nothing chosen is nothing."""
    draft = Draft.of("a.csv", FILE)
    assert choices_of(draft) is None
    chosen = Choices(
        names={"Line": "channel"},
        words={"state": {"up": "open"}},
        dates={"date": DateReading("day-first")},
    )
    assert choices_of(Draft.of("a.xlsx", FILE, choices=chosen, sheet="Lines")) == {
        "names": {"Line": "channel"},
        "words": {"state": {"up": "open"}},
        "dates": {"date": {"order": "day-first"}},
        "sheet": "Lines",
    }


def test_a_file_is_kept_under_a_name_that_tells_its_type() -> None:
    """A name without a suffix gets one; a saved revision is no upload."""
    named = [upload_of(Draft.of(name, b"x")) for name in ("a.txt", "Pasted rows")]
    assert [found and found.name for found in named] == ["a.txt", "Pasted rows.csv"]
    assert upload_of(Draft.of("a.csv", b"x", is_upload=False)) is None


def test_what_was_edited_is_kept_with_the_file_as_it_came() -> None:
    """Of a file that was brought; very many edits are in its CSV alone."""
    edits = Edits({2: {"date": "2020"}}, ({"date": "2021"},), frozenset({3}))
    draft = Draft.of("a.csv", FILE, edits=edits)
    assert choices_of(draft) == {
        "edits": {
            "changed": {"2": {"date": "2020"}},
            "added": [{"date": "2021"}],
            "removed": [3],
        }
    }
    assert choices_of(Draft.of("a.csv", FILE, edits=edits, is_upload=False)) is None
    many = Edits({}, (), frozenset(range(2, 10_003)))
    assert choices_of(Draft.of("a.csv", FILE, edits=many)) is None
