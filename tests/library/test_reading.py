"""Reading a file in a script: a record, or an error that says what to fix."""

from datetime import date
from pathlib import Path

import pytest

import openline
from tests.asking import codes

FAULTY = b"channel,date,state\nHotline,2020-01-01,open\nHotline,05/08/2022,opne\n"
TODAY = "2026-11-25"


def test_a_path_a_text_or_bytes_are_read(tmp_path: Path) -> None:
    """The record is the same, and named after its file."""
    path = tmp_path / "lines.csv"
    path.write_bytes(b"channel,date,state\nHotline,2020-01-01,open\n")
    read = [openline.read(path), openline.read(str(path)), openline.read(path.read_bytes())]
    assert len({record.digest for record in read}) == 1
    assert [record.name for record in read] == ["lines.csv", "lines.csv", "The file"]


def test_a_file_with_errors_is_refused_with_its_lines_and_the_words_of_the_page() -> None:
    """The message has each error with its line and how to fix it; so have the problems."""
    with pytest.raises(openline.RecordError) as raised:
        openline.read(FAULTY, today=TODAY)
    problems = raised.value.problems
    wanted = codes(*FAULTY.decode().splitlines())
    assert [(item.code, item.line) for item in problems] == wanted
    assert wanted == [("date-form", 3), ("state-vocabulary", 3)]
    told = str(raised.value)
    assert told.startswith("The file has errors:\n  line 3, date: ")
    assert all(item.message in told and item.suggestion in told for item in problems)


def test_a_file_that_is_not_there_is_named_with_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is a sentence, and says what else could be given."""
    monkeypatch.chdir(tmp_path)
    told = f"There is no file lines.csv in {tmp_path}. Give its path, or its content as bytes."
    with pytest.raises(FileNotFoundError) as raised:
        openline.read("lines.csv")
    assert str(raised.value) == told


def test_of_many_errors_the_first_are_named_and_the_others_counted() -> None:
    """A file with eight bad rows has five of them in the message."""
    lines = "".join(f"Hotline,2020-01-0{day},shut\n" for day in range(1, 9))
    with pytest.raises(openline.RecordError, match=r"… and 3 more errors$") as raised:
        openline.read(f"channel,date,state\n{lines}".encode())
    assert "line 6, state" in str(raised.value)
    assert "line 7" not in str(raised.value)
    assert len(raised.value.problems) == 8


def test_warnings_do_not_keep_a_file_from_being_read() -> None:
    """They are a frame of the record, with the words of the page."""
    record = openline.read(b"channel,date,state\nHotline,2027-01-01,open\n", today=TODAY)
    assert record.problems[["severity", "code", "line"]].to_numpy().tolist() == [
        ["warning", "date-future", 2]
    ]
    told = "<Record The file: 1 observation of 1 channel, up to 2026-11-25, 1 warning>"
    assert repr(record) == told


def test_today_is_what_it_is_told_else_what_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A text or a date will do."""
    monkeypatch.setenv("OPENLINE_TODAY", "2024-02-03")
    data = b"channel,date,state\nHotline,2020-01-01,open\n"
    days = [openline.read(data, today=day).today for day in (None, TODAY, date(2025, 1, 1))]
    assert days == [date(2024, 2, 3), date(2026, 11, 25), date(2025, 1, 1)]


def test_every_example_can_be_read() -> None:
    """The bundled record is among them."""
    read = {name: openline.read(path) for name, path in openline.examples().items()}
    assert set(read) == {"channels", "intervals", "simplest", "template"}
    assert len(read["channels"].channels) > 200
