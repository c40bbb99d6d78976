"""The command `store verify`: what it prints and how it ends."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL

from openline.cli import main
from openline.store.address import DATABASE_VARIABLE, FILE_NAME, FOLDER_VARIABLE
from openline.store.links import BREAKS
from openline.store.opening import open_store
from openline.store.store import Store
from openline.store_command import BREAK_FIELDS
from tests.store.older import back_to
from tests.store.saving import NAME, NOW, save


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> URL:
    """Return the address of the store that the environment names, which does not exist yet."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    return URL.create("sqlite", database=str(tmp_path / FILE_NAME))


@pytest.fixture
def filled(place: URL) -> Store:
    """Return a store of one hidden record with two revisions."""
    store = open_store(place)
    save(store, b"one", None)
    save(store, b"two", 1)
    store.hide(NAME, "Ann", now=NOW)
    return store


@pytest.fixture
def change(place: URL) -> Callable[[str], None]:
    """Return a function that runs a statement behind the store's back."""

    def run(statement: str) -> None:
        with closing(sqlite3.connect(str(place.database))) as connection:
            connection.execute(statement)
            connection.commit()

    return run


def test_a_whole_store_ends_with_0(
    filled: Store, place: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard error gives the number of verified revisions, with the hash to note."""
    assert main(["store", "verify"]) == 0
    out, told = capsys.readouterr()
    assert out == ""
    first, second = told.splitlines()
    assert first == (
        f"{place.database}: 2 revisions of 1 record, 1 hiding, 2 files of 6 bytes verified; "
        "0 breaks."
    )
    assert second.startswith("The chain ends at place 3 with ")
    noted = second.split()[-1].rstrip(".")
    assert main(["store", "verify", "--noted", noted, "--noted", noted[:12]]) == 0
    assert main(["store", "verify", "--noted", "f" * 64]) == 1
    assert main(["store", "verify", "--noted", filled.revision(NAME).chain]) == 0


def test_breaks_end_with_1_and_are_explained(
    filled: Store, change: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """A table for people fits a hundred columns and says what each kind of break means."""
    change("UPDATE revisions SET note = 'mine' WHERE number = 1")
    change("UPDATE contents SET data = x'00' WHERE digest IN (SELECT digest FROM revisions)")
    assert main(["store", "verify"]) == 1
    out, told = capsys.readouterr()
    assert "3 rows." in out
    assert f"revision-changed: {BREAKS['revision-changed']}" in out
    assert f"file-changed: {BREAKS['file-changed']}" in out
    assert max(map(len, out.splitlines())) <= 100
    assert "3 breaks." in told


def test_programs_get_all_columns(
    filled: Store, change: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """CSV and JSON have the same rows and columns, with missing values empty or null."""
    change("DELETE FROM revisions WHERE number = 2")
    change("UPDATE records SET name = 'a\u202eb' || char(10)")
    assert main(["store", "verify", "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert list(rows[0]) == list(BREAK_FIELDS)
    assert {row["what"] for row in rows} >= {"revision-changed", "place-gone", "file-unnamed"}
    assert main(["store", "verify", "--format", "csv"]) == 1
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [row["record"] for row in table] == [row["record"] or "" for row in rows]
    assert main(["store", "verify"]) == 1
    assert "\u202e" not in capsys.readouterr().out


def test_what_is_no_text_can_be_printed(
    filled: Store, change: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes that are not text are shown as bytes, in every format."""
    change("UPDATE records SET name = CAST(x'61ff' AS TEXT)")
    for form in ("table", "csv", "json"):
        assert main(["store", "verify", "--format", form]) == 1
        assert "a?" in capsys.readouterr().out


def test_a_copy_can_be_verified_by_its_name(
    filled: Store, place: URL, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A backup is verified in place, and not written to."""
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(str(place.database))) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    before = copy.read_bytes()
    Path(str(place.database)).unlink()
    assert main(["store", "verify", str(copy)]) == 0
    assert str(copy) in capsys.readouterr().err
    assert copy.read_bytes() == before


def test_a_store_that_cannot_be_read_ends_with_2(
    place: URL,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No store, no database, an earlier form, a file of another kind, a wrong address: each gives
    one or two sentences, and nothing is created."""
    assert main(["store", "verify"]) == 2
    assert f"there is no store at {place.database}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "text.csv").write_text("channel,date,state\n" * 500, encoding="utf-8")
    assert main(["store", "verify", str(tmp_path / "text.csv")]) == 2
    assert "text.csv: The store is damaged" in capsys.readouterr().err
    assert main(["store", "verify", str(tmp_path)]) == 2
    open_store(place).close()
    back_to(place, "0003")
    assert main(["store", "verify"]) == 2
    assert "in the form of an earlier program" in capsys.readouterr().err
    monkeypatch.setenv(DATABASE_VARIABLE, "mysql://ann:secret@h/d")
    assert main(["store", "verify"]) == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "secret" not in told.err
    assert told.out == ""


@pytest.mark.parametrize("wrong", [("--noted", "abc"), ("--noted", "x" * 64), ("repair",), ()])
def test_bad_options_end_with_2(wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Anything that is not a hash, or not an action, is refused with the usage."""
    words = ["store", *(("verify",) if wrong and wrong[0] == "--noted" else ()), *wrong]
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2
    assert "usage: python -m openline store" in capsys.readouterr().err
