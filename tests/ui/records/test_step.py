"""A step of the work on a file."""

from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.ui.records.step import Step


def test_a_step_without_a_word_is_one_at_which_nothing_was_done() -> None:
    """Two steps with the same choices and edits are one."""
    assert Step() == Step(Choices(), Edits())
    assert Step(edits=Edits({3: {"state": "open"}})) != Step()
