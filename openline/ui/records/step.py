"""A step of the work on a file."""

from dataclasses import dataclass
from typing import Final

from openline.intake.choices import Choices
from openline.intake.edits import Edits

_NOTHING: Final = Choices()
_NO_EDITS: Final = Edits()


@dataclass(frozen=True)
class Step:
    """What was chosen and edited at a time."""

    choices: Choices = _NOTHING
    edits: Edits = _NO_EDITS
