"""How far a long file is read."""

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from openline.record.progress import Progress
from openline.ui.records import progress as records_progress
from openline.ui.records.progress import do_later, done_now, progress_bar


class Place:
    """A place on the page that notes what is put there."""

    def __init__(self) -> None:
        self.seen: list[tuple[float, str]] = []

    def progress(self, share: float, text: str) -> None:
        """Note a bar."""
        self.seen.append((share, text))

    def empty(self) -> None:
        """Note that nothing is there."""
        self.seen.append((-1, ""))


def test_short_work_has_no_bar() -> None:
    """What is done at once leaves the place untouched."""
    place = Place()
    with progress_bar(place, 100_000) as tell:
        tell(0.0, "Decoding")
    assert place.seen == []


def test_a_long_file_has_a_bar_that_is_gone_afterwards() -> None:
    """It is drawn from the start, says what is done, and the place is empty again."""
    place = Place()
    with progress_bar(place, 30_000_000) as tell:
        tell(0.0, "Decoding")
        tell(0.99, "Comparing")
    assert place.seen == [(0.0, "Decoding."), (0.99, "Comparing."), (-1, "")]


def test_what_takes_longer_than_thought_has_a_bar_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time that went by counts where the size does not tell; a failure clears it too."""
    place = Place()
    clock = iter([0.0, 0.4, 0.6])
    monkeypatch.setattr(records_progress, "monotonic", lambda: next(clock))

    def fail() -> None:
        with progress_bar(place) as tell:
            tell(0.1, "Reading")
            tell(0.2, "Reading")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert place.seen == [(0.2, "Reading."), (-1, "")]


def test_what_another_run_breaks_off_is_done_by_that() -> None:
    """A press while a file is read does not lose the file; what failed is not tried again."""
    done = list[str]()

    def broken_off(_: Progress) -> None:
        done.append("begun")
        if len(done) == 1:
            raise RerunException(RerunData())

    do_later(broken_off)
    with pytest.raises(RerunException):
        done_now(Place())
    done_now(Place())
    done_now(Place())
    assert done == ["begun", "begun"]

    def failed(_: Progress) -> None:
        done.append("failed")
        raise ValueError("broken")

    do_later(failed)
    with pytest.raises(ValueError, match="broken"):
        done_now(Place())
    done_now(Place())
    assert done[2:] == ["failed"]
