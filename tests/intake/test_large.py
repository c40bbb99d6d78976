"""Large files: read apart they are the same record, and one that needs too much is a problem."""

from datetime import date

import pytest

from benchmarks.records import long_record
from openline.intake import large
from openline.intake.choices import Choices
from openline.intake.deriving import came, derive
from openline.intake.edits import Edits
from openline.intake.large import LARGE, derived_apart, memory_for, read_apart
from openline.intake.source import Source, read_source
from openline.record.limits import Extent, ReadingLimits
from openline.record.problems import Problem
from openline.record.reading import read_record

TODAY = date(2026, 11, 25)
FILE = b"channel,date,state\nA,2020-01-01,open\nB,2020-02-01,shut\n"


def test_a_file_read_apart_is_the_same_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own gives the rows, problems and digest that reading here gives."""
    monkeypatch.setattr(large, "LARGE", 10)
    told: list[str] = []
    found = read_apart(FILE, TODAY, progress=lambda _, words: told.append(words))
    expected = read_record(FILE, TODAY)
    assert found.observations.equals(expected.observations)
    assert (found.problems, found.digest) == (expected.problems, expected.digest)
    assert "Checking each row" in told


def test_what_was_chosen_is_made_apart_as_here() -> None:
    """The same CSV, and where its rows are, as found anew; places that are known are used."""
    choices, edits = Choices(names={"channel": "state"}), Edits({2: {"date": "2021"}})
    known = came(FILE, choices)
    assert isinstance(known, Source)
    for places in (None, known.rows.places):
        outcome = derived_apart(FILE, choices, edits, Extent(), places)
        assert isinstance(outcome, tuple)
        assert outcome[0] == derive(FILE, choices, edits) != FILE
        assert [*outcome[1].lines] == [1, 2, 3]


def test_a_file_of_many_lines_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short rows are many before they are long."""
    seen: list[str] = []
    monkeypatch.setattr(large, "call_apart", lambda *_, **__: seen.append("apart"))
    read_apart(FILE + b"\n" * 49_000, TODAY)
    read_apart(FILE + b"\n" * 51_000, TODAY)
    assert seen == ["apart"]


def test_what_has_no_rows_as_written_is_no_record() -> None:
    """A small file with a very long line is refused where its rows are, not saved unseen."""
    data = b"channel,date,state,%s\nA,2020,open,x\n" % b",".join([b"a" * 30_000] * 90)
    assert isinstance(read_source(data), Problem)
    assert [item.code for item in read_apart(data, TODAY).problems] == ["size-limit"]


def test_a_limit_of_size_is_met_before_a_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is named as such and not handed on."""
    monkeypatch.setattr(large, "LARGE", 10)
    monkeypatch.setattr(large, "call_apart", pytest.fail)
    assert [item.code for item in read_apart(FILE, TODAY, ReadingLimits(size=20)).problems] == [
        "size-limit"
    ]


def test_a_file_that_needs_too_much_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where memory does not suffice the record is empty and says so."""
    monkeypatch.setattr(large, "memory_for", lambda *_: 1_000_000)
    data = long_record(30_000)
    assert len(data) > LARGE
    found = read_apart(data, TODAY)
    assert [item.message for item in found.problems] == [
        "The file takes more memory to read than 1 MB."
    ]
    assert found.observations.empty


def test_memory_goes_by_bytes_and_by_the_rows_that_are_read() -> None:
    """Lines beyond the limit of rows are not read and need no memory."""
    lines = b"x\n" * 1_000
    assert memory_for(lines) - memory_for(lines, 10) == 900 * 990
    assert memory_for(b"x" * 1_000) - memory_for(b"") == 4_000


def test_what_has_more_cells_than_are_allowed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit can be set, and is met before a process starts."""
    monkeypatch.setattr(large, "LARGE", 10)
    found = read_apart(FILE, TODAY, extent=Extent(cells=5))
    assert [item.message for item in found.problems] == [
        "The file has more than 5 cells, blank lines and empty cells included."
    ]
    assert len(read_apart(FILE, TODAY, extent=Extent(cells=50)).observations) == 1


def test_a_long_sound_file_has_memory_enough() -> None:
    """One of 80,000 rows needs more for its size than shorter and longer ones."""
    found = read_apart(long_record(80_000), TODAY)
    assert (found.problems, len(found.observations)) == ((), 80_000)
