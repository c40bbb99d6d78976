"""Versions of libraries, and their known faults."""

import json
import logging
import re
import sqlite3
from pyexpat import EXPAT_VERSION

import pytest

from openline.store.versions import FAULTS, LibraryFault, known_faults, library_versions, log_faults


def test_the_versions_are_those_that_run() -> None:
    """The libraries themselves are asked."""
    found = library_versions()
    assert found["SQLite"] == sqlite3.sqlite_version
    assert f"expat_{found['expat']}" == EXPAT_VERSION


@pytest.mark.parametrize(
    ("version", "has"),
    [
        ("3.7.0", True),
        ("3.44.5", True),
        ("3.44.6", False),
        ("3.45.0", True),
        ("3.50.6", True),
        ("3.50.7", False),
        ("3.50.10", False),
        ("3.51.2", True),
        ("3.51.3", False),
        ("3.100.0", False),
        ("4.0", False),
    ],
)
def test_a_fault_ends_with_a_version_and_in_older_lines(version: str, has: bool) -> None:
    """Versions are compared by their numbers; a line that was mended is without the fault."""
    fault = LibraryFault("SQLite", "3.51.3", "a fault", "an advisory", ("3.50.7", "3.44.6"))
    assert fault.has(version) is has


def test_only_old_libraries_have_faults() -> None:
    """New ones have none, old ones all of theirs, and an unknown library none."""
    assert known_faults({"SQLite": "3.60.0", "expat": "2.9.0", "other": "0.1"}) == ()
    old = known_faults({"SQLite": "3.40.1", "expat": "2.5.0"})
    assert list(old) == list(FAULTS)
    one = known_faults({"expat": "2.7.1"})
    assert [known.advisory for known in one] == ["CVE-2025-59375"]


def test_this_process_is_asked_unless_told() -> None:
    """Without a word the libraries of this process are looked at."""
    assert known_faults() == known_faults(library_versions())


def test_each_fault_says_what_and_where() -> None:
    """Each has a first version without it, what it does, and a public place to read of it."""
    for fault in FAULTS:
        assert fault.library in library_versions()
        assert re.fullmatch(r"CVE-\d{4}-\d{4,}|https://sqlite\.org/\S+", fault.advisory)
        assert fault.what
        assert not fault.has(fault.mended)


def test_the_log_warns_of_each(caplog: pytest.LogCaptureFixture) -> None:
    """One line each, with what to update to."""
    known = LibraryFault("SQLite", "3.51.3", "it breaks", "there", ("3.50.7",))
    log_faults((known, known))
    log_faults(())
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * 2
    assert json.loads(caplog.messages[0]) == {
        "action": "start",
        "library": "SQLite",
        "version": sqlite3.sqlite_version,
        "fault": "it breaks",
        "mended": "3.51.3 or 3.50.7",
        "advisory": "there",
    }
