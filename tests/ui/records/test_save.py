"""Saving."""

import pytest

from openline.store.store import Store
from tests.records import BAD, GOOD, bring, press, save
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")


def test_the_button_says_which_revision_it_makes(store: Store) -> None:
    """Over a saved record it is the next one, of other bytes alone."""
    save(bring(GOOD))
    again = press(bring(GOOD, "Gulf lines.csv"), "records_again")
    assert again.button(key="records_save").label == "Save"
    more = press(bring(GOOD + "New,,2023-01-01,,open\n", "Gulf lines.csv"), "records_again")
    assert more.button(key="records_save").label == "Save as revision 2"
    assert store.newest("Gulf lines").number == 1


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
