"""The log of the store: one line for each thing, whoever writes what into it."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from sqlalchemy import URL, text

from openline.store.engines import make_engine, writing
from openline.store.log import Entry, Lines, log_answers, log_failure, logged, start_log
from openline.store.opening import open_store
from openline.store.problems import NewerRevisionError, StoreError, record_unknown, store_problem
from openline.store.store import Store
from tests.store.breaking import broken_at, disk_full
from tests.store.saving import NAME, NOW, save

_LOG = logging.getLogger("openline.store")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Give what the log of the store writes in here."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Lines())
    level = _LOG.level
    _LOG.setLevel(logging.INFO)
    _LOG.addHandler(handler)
    yield written
    _LOG.removeHandler(handler)
    _LOG.setLevel(level)


def _told(lines: io.StringIO) -> list[dict[str, Any]]:
    """Return the lines, and begin anew."""
    found = [json.loads(line) for line in lines.getvalue().splitlines()]
    lines.truncate(0)
    lines.seek(0)
    return found


def _is_refused(call: Callable[[], object]) -> bool:
    try:
        call()
    except StoreError:
        return True
    return False


def test_each_act_is_a_line(store: Store, lines: io.StringIO) -> None:
    """Saving, restoring, hiding and showing again each write one line: what, of which record,
    by whom as typed, from where, what came of it, how long it took, and the hash of it."""
    desk = store.seen_from("192.0.2.7")
    first = save(desk, b"1", None, saved_by=" Ann ")
    save(desk, b"2", 1)
    save(store, b"2", 2)
    desk.restore(NAME, 1, "Bea", "", 2, now=NOW)
    desk.hide(NAME, "Ann", now=NOW)
    desk.unhide(NAME.upper(), "Ann", now=NOW)
    found = _told(lines)
    assert [(line["action"], line["revision"], line["outcome"]) for line in found] == [
        ("save", 1, "done"),
        ("save", 2, "done"),
        ("save", 2, "already saved"),
        ("restore", 3, "done"),
        ("hide", None, "done"),
        ("unhide", None, "done"),
    ]
    assert list(found[0]) == [
        "time",
        "level",
        "action",
        "record",
        "revision",
        "who",
        "address",
        "outcome",
        "chain",
        "ms",
    ]
    assert (found[0]["record"], found[0]["who"], found[0]["level"]) == (NAME, " Ann ", "info")
    assert [line["address"] for line in found[1:4]] == ["192.0.2.7", None, "192.0.2.7"]
    assert found[0]["chain"] == first.chain
    assert found[0]["time"].endswith("+00:00")
    assert all(line["ms"] >= 0 for line in found)


def test_each_refusal_is_a_line(store: Store, lines: io.StringIO) -> None:
    """What the store was asked for and does not do is a warning with the code of its problem,
    and what was typed stands there as it was."""
    save(store, b"1", None)
    save(store, b"2", 1)
    _told(lines)
    for call in (
        partial(save, store, b"3", 1),
        partial(save, store, b"3", 2, saved_by="\x00 "),
        partial(save, store, b"3", None, name="a@b"),
        partial(save, store, b"3", 2, note="x" * 5000),
        partial(store.restore, NAME, 9, "Ann", "", 2, now=NOW),
        partial(store.hide, "none", "Ann", now=NOW),
        partial(store.unhide, NAME, "", now=NOW),
    ):
        assert _is_refused(call)
    found = _told(lines)
    assert [(line["action"], line["code"], line["record"]) for line in found] == [
        ("save", "revision-newer", NAME),
        ("save", "saver-missing", NAME),
        ("save", "record-name", "a@b"),
        ("save", "text-too-long", NAME),
        ("restore", "revision-unknown", NAME),
        ("hide", "record-unknown", "none"),
        ("unhide", "saver-missing", NAME),
    ]
    assert {(line["level"], line["outcome"]) for line in found} == {("warning", "refused")}
    assert found[1]["who"] == "\x00 "


def test_each_failure_is_a_line_with_its_cause(place: URL, lines: io.StringIO) -> None:
    """What breaks is an error with what the database said, and without the bytes of a file."""
    store, error = open_store(place), disk_full(place.get_backend_name())
    for call in (
        partial(save, store, b"secret bytes", None),
        partial(store.restore, NAME, 1, "Ann", "", 1, now=NOW),
        partial(store.bytes_of, NAME),
    ):
        with broken_at(0, error):
            assert _is_refused(call)
    text_ = lines.getvalue()
    found = _told(lines)
    assert [(line["action"], line["outcome"], line["code"]) for line in found] == [
        ("save", "failed", "store-full"),
        ("restore", "failed", "store-full"),
        ("read", "failed", "store-full"),
    ]
    assert {line["level"] for line in found} == {"error"}
    assert all(line["cause"] == f"{type(error).__name__}: {error}" for line in found)
    assert "secret" not in text_
    store.close()


def test_bytes_that_changed_are_a_line_when_they_are_read(place: URL, lines: io.StringIO) -> None:
    """Whoever reads a damaged file leaves a line; asking for what is not there leaves none."""
    store, engine = open_store(place), make_engine(place)
    save(store, b"1", None)
    with writing(engine) as connection:
        connection.execute(text("UPDATE contents SET data = :data"), {"data": b"other"})
    engine.dispose()
    _told(lines)
    assert _is_refused(partial(store.bytes_of, NAME, 7))
    assert _is_refused(partial(store.revision, "none"))
    assert _is_refused(partial(store.bytes_of, NAME, 1))
    found = _told(lines)
    assert [(line["action"], line["code"]) for line in found] == [("read", "store-damaged")]
    store.close()


def test_nobody_writes_a_line_of_their_own(store: Store, lines: io.StringIO) -> None:
    """Ends of lines, controls, marks of direction and other alphabets are escaped; a line is
    ASCII, and no longer than what it tells."""
    hostile = 'Ann"}\n{"action":"hide"}\r\x1b[2J\u2028\u202e\x85\ud800 Zoë'
    for call in (
        partial(save, store, b"1", None, saved_by=hostile, name=hostile),
        partial(save, store, b"1", None, saved_by="x" * 10**6),
        partial(store.hide, "\u2029" * 10**5, "y", now=NOW),
    ):
        assert _is_refused(call)
    written = lines.getvalue()
    assert written.isascii()
    assert written.count("\n") == 3
    assert not any(ord(letter) < 32 for letter in written.replace("\n", ""))
    assert len(written) < 5000
    assert _told(lines)[0]["who"] == hostile


def test_a_mistake_of_the_program_is_a_failure_too(lines: io.StringIO) -> None:
    """Whatever else is raised is a line, and goes on its way."""
    with pytest.raises(ZeroDivisionError):
        logged(Entry("save", "a", "Ann"), lambda: 1 // 0)
    found = _told(lines)
    assert (found[0]["outcome"], found[0]["code"]) == ("failed", "error")
    assert found[0]["cause"].startswith("ZeroDivisionError")


def test_what_is_not_an_act_can_be_told(lines: io.StringIO) -> None:
    """That the store could not be opened, fell silent or answers again are lines too."""
    problem = store_problem("store-busy", "Others.", "Later.")
    log_failure(Entry("open"), StoreError(problem))
    log_answers(problem)
    log_answers(None)
    assert [(line["action"], line["level"], line["outcome"]) for line in _told(lines)] == [
        ("open", "error", "failed"),
        ("list", "error", "failed"),
        ("list", "info", "done"),
    ]


def test_refusals_go_on_as_they_were(lines: io.StringIO) -> None:
    """What is logged is raised again, the same."""
    error = record_unknown("a")

    def refuse() -> None:
        raise error

    with pytest.raises(StoreError) as raised:
        logged(Entry("hide"), refuse)
    assert raised.value is error
    assert not isinstance(raised.value, NewerRevisionError)


def test_other_words_of_the_logger_are_lines_too() -> None:
    """A message, and a failure with its trace, are one line of JSON each."""
    record = _LOG.makeRecord("openline.store", logging.ERROR, "f", 1, "of %s", ("old",), None)
    assert json.loads(Lines().format(record))["message"] == "of old"
    with pytest.raises(ZeroDivisionError) as error:
        _ = 1 // 0
    record.exc_info = (error.type, error.value, error.tb)
    line = Lines().format(record)
    assert "\n" not in line
    assert "ZeroDivisionError" in json.loads(line)["trace"]


def test_lines_go_to_standard_error_unless_logging_was_set_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A board whose logging nobody set up writes its lines itself, once however often it is
    told to; where somebody did, their handlers get them."""
    for logger in (logging.getLogger(), logging.getLogger("openline"), _LOG):
        monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(_LOG, "propagate", True)
    monkeypatch.setattr(_LOG, "level", logging.NOTSET)
    start_log()
    start_log()
    log_answers(None)
    assert json.loads(capsys.readouterr().err)["action"] == "list"
    monkeypatch.setattr(_LOG, "handlers", [])
    monkeypatch.setattr(_LOG, "propagate", True)
    logging.getLogger("openline").addHandler(logging.NullHandler())
    start_log()
    assert _LOG.handlers == []
    assert _LOG.propagate
