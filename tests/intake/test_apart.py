"""Work in a process of its own: its answer, its limits, and how it ends."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from openline.intake.apart import ApartError, Line, call_apart, while_away
from openline.intake.apart_child import ApartLimits
from openline.intake.workbook import first_rows
from openline.record.problems import Problem
from tests.intake import apart_calls


def test_the_answer_comes_from_another_process() -> None:
    """A function is called with its arguments, in a process that is not this one."""
    answer = call_apart(apart_calls.add, 2, 3)
    assert not isinstance(answer, Problem)
    assert answer[0] == 5
    assert answer[1] != os.getpid()


def test_progress_is_told_here() -> None:
    """What the function tells of progress is heard in its order, before the answer."""
    heard: list[str] = []
    assert call_apart(apart_calls.tell, progress=lambda _, words: heard.append(words)) == "told"
    assert (
        list(dict.fromkeys(heard))
        == [
            "Other files are being read; this one is next",
            "Reading",
            "First",
            "Second",
        ][-3:]
    )


def test_whoever_waits_is_away_meanwhile() -> None:
    """What is set to hold does so from before the line until the answer is there."""
    heard: list[str] = []

    @contextmanager
    def away() -> Iterator[None]:
        heard.append("away")
        yield
        heard.append("back")

    before = while_away.set(away)
    try:
        call_apart(apart_calls.tell, progress=lambda _, words: heard.append(words))
    finally:
        while_away.reset(before)
    assert (heard[0], heard[-2:]) == ("away", ["Second", "back"])


def test_what_a_library_prints_stands_in_nobody_s_way() -> None:
    """Printing does not mix with the answer."""
    assert call_apart(apart_calls.print_much) == 100_000


@pytest.mark.parametrize(
    ("function", "limits", "message"),
    [
        (
            apart_calls.hoard,
            ApartLimits(memory=300_000_000),
            "The file takes more memory to read than 300 MB.",
        ),
        (
            apart_calls.burn,
            ApartLimits(seconds=1),
            "The file takes longer to read than 1 s.",
        ),
        (
            apart_calls.wait,
            ApartLimits(seconds=1),
            "The file takes longer to read than 1 s.",
        ),
        (apart_calls.die, ApartLimits(), "The file makes the program that reads it fail."),
    ],
)
def test_what_takes_too_much_is_refused_in_words(
    function: Callable[[], object], limits: ApartLimits, message: str
) -> None:
    """Memory, time of the processor, time of waiting and a crash each end in a problem."""
    found = call_apart(function, limits=limits)
    assert isinstance(found, Problem)
    assert found.message == message
    assert found.suggestion.startswith("Save what you need of it as CSV")


def test_an_error_of_the_program_is_raised() -> None:
    """What is no fault of the file is not blamed on it."""
    with pytest.raises(ApartError, match="LookupError: no such thing"):
        call_apart(apart_calls.fail)


class _GoneError(Exception):
    """Whoever waited has gone."""


def test_the_work_ends_with_whoever_asked(tmp_path: Path) -> None:
    """Where telling of progress raises, the process is ended and the error goes on."""
    mark = tmp_path / "process"

    def leave(_: float, __: str) -> None:
        if mark.exists() and mark.read_text(encoding="ascii"):
            raise _GoneError

    with pytest.raises(_GoneError):
        call_apart(apart_calls.leave_a_mark, str(mark), progress=leave)
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text(encoding="ascii")), 0)


def test_at_most_so_many_run_at_once_and_others_hear_that_they_wait() -> None:
    """The second in a line of one place waits, says so, and comes in when the first leaves."""
    line, heard = Line(1), []
    inside, leaves, done = threading.Event(), threading.Event(), threading.Event()

    def first() -> None:
        with line.turn(lambda *_: None):
            inside.set()
            leaves.wait()

    def second() -> None:
        with line.turn(hear):
            done.set()

    def hear(_: float, words: str) -> None:
        heard.append(words)
        leaves.set()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    inside.wait()
    threads[1].start()
    for thread in threads:
        thread.join()
    assert done.is_set()
    assert set(heard) == {"Other files are being read; this one is next"}


def test_those_who_need_more_memory_than_is_left_wait() -> None:
    """Of two that need more than there is together the second waits, though a place is free."""
    line, heard = Line(2, memory=10), []

    def leave(_: float, words: str) -> None:
        heard.append(words)
        raise _GoneError

    with line.turn(leave, 6), line.turn(leave, 4):
        pass
    with line.turn(leave, 6), pytest.raises(_GoneError), line.turn(leave, 5):
        pass
    with line.turn(leave, 10):
        pass
    assert heard == ["Other files are being read; this one is next"]


def test_whoever_leaves_the_line_holds_nobody_up() -> None:
    """Raising while waiting gives the place in the line back."""
    line = Line(1)

    def leave(_: float, __: str) -> None:
        raise _GoneError

    def wait_in_vain() -> None:
        with pytest.raises(_GoneError), line.turn(leave):
            pass

    with line.turn(lambda *_: None):
        waiting = threading.Thread(target=wait_in_vain)
        waiting.start()
        waiting.join()
    with line.turn(leave):
        pass


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cells-10M", "The workbook has more than 5,000,000 cells, empty ones included."),
        ("wide-empty-100k", "The workbook has more than 5,000,000 cells, empty ones included."),
        ("sheets-2000", "The workbook names more sheets than it has."),
        ("entity", "The workbook declares a document type, as no workbook does."),
    ],
)
def test_a_workbook_that_is_made_to_do_harm_is_refused_by_name(name: str, message: str) -> None:
    """Small files that would take minutes or gigabytes end at a count, within the memory that is
    given, not at the deadline."""
    data = (Path(__file__).parent / "attacks" / f"{name}.xlsx").read_bytes()
    found = call_apart(first_rows, data, 10, limits=ApartLimits(memory=300_000_000, seconds=60))
    assert isinstance(found, Problem)
    assert found.message == message
