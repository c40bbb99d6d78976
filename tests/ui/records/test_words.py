"""Words of a file's own."""

import pytest

from tests.records import bring, press
from tests.screen import markup

NEGATED = (
    "channel,date,event,state,confidence\n"
    "North line,2020-01-01,change,open,confirmed\n"
    "North line,2021-01-01,change,not open,unconfirmed\n"
    "North line,2022-01-01,no contact,,confirmed\n"
)


@pytest.mark.usefixtures("set_today")
def test_a_negation_is_never_proposed_as_its_opposite() -> None:
    """What nobody proposes is left, and can still be chosen by hand."""
    at = bring(NEGATED)
    boxes = [box for box in at.selectbox if str(box.label).startswith("Word ")]
    assert [box.value for box in boxes] == ["leave it; fix it by hand"] * 3
    assert "proposed" not in markup(at)
    assert "records_propose_words" not in [button.key for button in at.button]
    boxes[0].set_value("severed").run()
    press(at, "records_apply_words")
    assert b"2021-01-01,change,severed,unconfirmed" in at.session_state["records_draft"].data
    assert at.session_state["records_draft"].choices.words == {"state": {"not open": "severed"}}


@pytest.mark.usefixtures("set_today")
def test_a_word_typed_later_is_read_as_it_was_chosen() -> None:
    """The choice holds for the file, not for the cells that it had."""
    at = bring("channel,date,state\nA,2020,shut\nB,2020,x\n")
    assert "1 word still needs a meaning." in markup(at)
    press(at, "records_apply_words")
    at.segmented_control(key="records_mend_how").set_value("Row by row").run()
    field = next(box for box in at.text_input if str(box.label).startswith("state"))
    field.set_value("Shut").run()
    assert "has no errors" in markup(at)
    press(at, "records_take_over")
    assert at.session_state["records_draft"].data.endswith(b"B,2020,severed\n")
