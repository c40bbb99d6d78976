"""Room in reserve: at a full disk a record can still be hidden."""

import errno
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import URL

from openline.store.opening import open_store
from openline.store.problems import StoreError, store_problem
from openline.store.spare import SPARE_BYTES, Spare, with_room
from tests.store.breaking import only_read
from tests.store.saving import NAME, NOW, save


@pytest.fixture
def spare(tmp_path: Path) -> Spare:
    """Return the reserve of a file that need not be there."""
    return Spare(tmp_path / "openline.db")


def _file(place: URL) -> Path:
    return Path(f"{place.database}-spare")


def _full() -> None:
    raise StoreError(store_problem("store-full", "Full.", "Make room."))


def test_room_is_kept_once_and_given_back(spare: Spare, tmp_path: Path) -> None:
    """It is a file of a fixed size that stays as it is until it is given up."""
    path = tmp_path / "openline.db-spare"
    assert spare.keep()
    first = path.read_bytes()
    assert len(first) == SPARE_BYTES
    assert spare.keep()
    assert path.read_bytes() == first
    assert spare.give_up()
    assert not path.exists()
    assert not spare.give_up()


def test_half_of_it_is_nothing(
    spare: Spare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that has no room for it keeps none of it; one that was cut is written anew."""
    path = tmp_path / "openline.db-spare"
    path.write_bytes(b"cut")
    assert not spare.give_up()
    path.write_bytes(b"cut")
    assert spare.keep()
    path.write_bytes(b"cut")

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("openline.store.spare.os.fsync", refuse)
    assert not spare.keep()
    assert not path.exists()


def test_a_store_that_is_no_file_has_none() -> None:
    """A server keeps its own room."""
    assert not Spare().keep()
    assert not Spare().give_up()
    with pytest.raises(StoreError):
        with_room(Spare(), _full)


def test_only_a_lack_of_room_takes_the_reserve(spare: Spare) -> None:
    """What works, and what fails for another reason, leaves it where it is."""
    spare.keep()
    done: list[int] = []
    with_room(spare, lambda: done.append(1))

    def refuse() -> None:
        raise StoreError(store_problem("store-busy", "Others.", "Later."))

    with pytest.raises(StoreError, match="Others"):
        with_room(spare, refuse)
    assert done == [1]
    assert spare.give_up()


def test_what_still_has_no_room_says_so(spare: Spare) -> None:
    """Where the reserve is not enough either, the disk is said to be full."""
    spare.keep()
    with pytest.raises(StoreError, match=r"Full\. Make room\."):
        with_room(spare, _full)
    assert not spare.give_up()


def test_at_a_full_disk_a_record_is_hidden_and_nothing_is_saved(
    sqlite_place: URL, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """While the disk is full but for the reserve, records are listed and read, a save is
    refused and leaves the reserve, and hiding takes it."""
    store = open_store(sqlite_place)
    save(store, b"1", None)
    save(store, b"2", None, name="other")
    with monkeypatch.context() as full:
        only_read(full, "SQLITE_IOERR_SHMSIZE", lambda: not _file(sqlite_place).exists())
        assert [record.name for record in store.records()] == [NAME, "other"]
        with pytest.raises(StoreError) as error:
            save(store, b"3", 1)
        assert error.value.problem.code == "store-full"
        assert _file(sqlite_place).exists()
        store.hide(NAME, "Ann", now=NOW)
        assert [record.name for record in store.records()] == ["other"]
    assert any('"spare"' in message for message in caplog.messages)


def test_the_reserve_comes_back_with_room(sqlite_place: URL) -> None:
    """It is set aside when the store is opened, and again after a save or a hiding."""
    store, path = open_store(sqlite_place), _file(sqlite_place)
    assert path.exists()
    for act in (partial(save, store, b"1", None), partial(save, store, b"2", 1)):
        path.unlink()
        act()
        assert path.stat().st_size == SPARE_BYTES
    path.unlink()
    open_store(sqlite_place)
    assert path.exists()
