"""Saving."""

import pytest

from openline.intake.choices import Choices, DateReading
from openline.intake.edits import Edits
from openline.store.store import Store
from openline.ui.records.draft import Draft
from openline.ui.records.save import choices_of, upload_of
from tests.records import BAD, GOOD, bring, press, save
from tests.screen import markup
from tests.ui.records.test_draft import FILE

pytestmark = pytest.mark.usefixtures("set_today")


def test_the_button_says_which_revision_it_makes(store: Store) -> None:
    """Over a saved record it is the next one, of other bytes alone."""
    save(bring(GOOD))
    again = press(bring(GOOD, "Gulf lines.csv"), "records_again")
    assert again.button(key="records_save").label == "Save"
    more = press(bring(GOOD + "New,,2023-01-01,,open\n", "Gulf lines.csv"), "records_again")
    assert more.button(key="records_save").label == "Save as revision 2"
    assert store.revision("Gulf lines").number == 1


def test_what_is_saved_leads_to_the_board() -> None:
    """Once it is saved there is nothing to save; the button opens it."""
    at = press(save(bring(GOOD)), "records_next")
    assert not at.exception
    sent = [str(element.proto) for element in at.get("bidi_component")]
    assert any("./?record=Gulf+lines" in text for text in sent)


def test_nothing_is_offered_to_be_saved_that_has_errors() -> None:
    """The fields of a save come with the first file that is fit to be saved."""
    at = bring(BAD)
    assert not [field for field in at.text_input if field.key == "records_name"]
    assert "Save and share it" not in markup(at)


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
