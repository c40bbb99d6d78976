"""Many that save at once: each save is there afterwards, or was refused with the reason."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from typing import Final

from sqlalchemy import URL

from openline.store.opening import open_store
from openline.store.problems import NewerRevisionError
from openline.store.store import Store
from tests.budget import budget
from tests.store.saving import NAME, NOW, check_whole, save
from tests.store.workers import PROCESSES, save_once, save_until_kept

_SAVERS: Final = 20
_PROCESSES: Final = budget(8, 20)
_FILES: Final = [b"%d," % number * 1000 for number in range(_SAVERS)]
_DIGESTS: Final = {hashlib.sha256(data).hexdigest() for data in _FILES}


def test_of_twenty_first_saves_one_is_kept(store: Store) -> None:
    """Of twenty that make the same new record at once, one does, and the others are told of
    its revision."""
    together = Barrier(_SAVERS)

    def attempt(data: bytes) -> NewerRevisionError | None:
        together.wait()
        try:
            save(store, data, None)
        except NewerRevisionError as error:
            return error
        return None

    with ThreadPoolExecutor(_SAVERS) as pool:
        found = list(pool.map(attempt, _FILES))
    refused = [error for error in found if error is not None]
    assert len(refused) == _SAVERS - 1
    kept = store.revisions(NAME)
    assert len(kept) == 1
    assert {error.newest for error in refused} == set(kept)
    assert store.bytes_of(NAME) == _FILES[found.index(None)]


def test_twenty_threads_that_look_again_are_all_kept(store: Store) -> None:
    """Twenty savers that look at the newest revision after a refusal all get their place."""
    with ThreadPoolExecutor(_SAVERS) as pool:
        numbers = [
            number for number, _ in pool.map(lambda data: save_until_kept(store, data), _FILES)
        ]
    assert sorted(numbers) == list(range(1, _SAVERS + 1))
    assert check_whole(store) == _DIGESTS
    assert [store.bytes_of(NAME, number) for number in numbers] == _FILES


def test_processes_that_open_and_save_are_all_kept(place: URL) -> None:
    """Processes that open a store at once, new as it is, all get their place in it."""
    together = PROCESSES.Barrier(_PROCESSES)
    address = place.render_as_string(hide_password=False)
    files = _FILES[:_PROCESSES]
    pipes = [PROCESSES.Pipe(duplex=False) for _ in files]
    processes = [
        PROCESSES.Process(target=save_once, args=(address, together, data, sends), daemon=True)
        for data, (_, sends) in zip(files, pipes, strict=True)
    ]
    for process in processes:
        process.start()
    for _, sends in pipes:
        sends.close()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * _PROCESSES
    numbers = [receives.recv() for receives, _ in pipes]
    assert sorted(numbers) == list(range(1, _PROCESSES + 1))
    store = open_store(place)
    assert check_whole(store) == {_digest(data) for data in files}
    assert [store.bytes_of(NAME, number) for number in numbers] == files
    store.close()


def test_savers_of_other_records_do_not_meet(store: Store) -> None:
    """Twenty that save the same bytes to records of their own are all kept at once."""
    names = [f"record {number}" for number in range(_SAVERS)]
    with ThreadPoolExecutor(_SAVERS) as pool:
        found = list(pool.map(lambda name: save(store, b"same", None, name=name), names))
    assert {revision.number for revision in found} == {1}
    assert {record.newest for record in store.records()} == set(found)


def test_those_that_restore_and_save_at_once_are_all_kept(store: Store) -> None:
    """Restoring stands in the same queue as saving: no number is given twice."""
    save(store, b"old", None)
    save(store, b"new", 1)

    def restore(number: int) -> int:
        while True:
            with suppress(NewerRevisionError):
                seen = store.revision(NAME).number
                return store.restore(NAME, number, "Bea", "", seen, now=NOW).number

    with ThreadPoolExecutor(_SAVERS) as pool:
        restored = [pool.submit(restore, 1 + number % 2) for number in range(10)]
        saved = list(pool.map(lambda data: save_until_kept(store, data)[0], _FILES[:10]))
        numbers = {1, 2, *saved, *(job.result() for job in restored)}
    assert len(set(saved)) == 10
    assert check_whole(store) <= _DIGESTS | {_digest(b"old"), _digest(b"new")}
    assert numbers == set(range(1, max(numbers) + 1))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
