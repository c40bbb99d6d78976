"""What a workbook makes the libraries raise is one error, but for a lock and a limit."""

import warnings

import pytest

from openline.intake.damage import reading_workbook
from openline.intake.other_books import LockedError
from openline.record.archives import DamagedError


class PanicException(BaseException):
    """What a library in Rust raises where it fails."""


@pytest.mark.parametrize(
    "raised", [KeyError("xl"), ValueError("no date"), RecursionError(), PanicException()]
)
def test_any_error_of_a_library_is_damage(raised: BaseException) -> None:
    """Whatever was raised is its cause."""
    with pytest.raises(DamagedError) as found, reading_workbook():
        raise raised
    assert found.value.__cause__ is raised


@pytest.mark.parametrize("kind", [LockedError, MemoryError])
def test_a_lock_and_a_limit_are_told_as_they_are(kind: type[Exception]) -> None:
    """Neither is damage: there is something to be said of each."""
    with pytest.raises(kind), reading_workbook():
        raise kind


def test_an_end_of_the_program_is_no_damage() -> None:
    """It ends."""
    with pytest.raises(KeyboardInterrupt), reading_workbook():
        raise KeyboardInterrupt


def test_a_library_warns_nobody() -> None:
    """Its warnings are left out inside, and told again afterwards."""
    with reading_workbook():
        warnings.warn("a style", UserWarning, stacklevel=1)
    with pytest.warns(UserWarning, match="a style"):
        warnings.warn("a style", UserWarning, stacklevel=1)
