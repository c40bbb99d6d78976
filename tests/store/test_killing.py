"""Processes that die in the middle of a save: the store opens, and what it said is kept."""

from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Final

from sqlalchemy import URL

from openline.store.opening import open_store
from tests.budget import budget
from tests.store.saving import NAME, check_whole
from tests.store.workers import PROCESSES, save_for_ever

_RUNS: Final = range(0, 50, budget(5, 1))
_STEPS: Final = 25
"""The steps before which a process dies: those of its first three saves."""


def test_kills_lose_nothing(place: URL) -> None:
    """After each of many SIGKILLs, half before a certain statement and half from outside at
    any moment, the store opens and has every save that was acknowledged, whole."""
    acknowledged: dict[int, bytes] = {}
    for run in _RUNS:
        found = _run_and_kill(place, run)
        assert not acknowledged.keys() & found.keys()
        acknowledged |= found
        store = open_store(place)
        assert {number: store.bytes_of(NAME, number) for number in found} == found
        store.close()
    store = open_store(place)
    check_whole(store)
    assert {number: store.bytes_of(NAME, number) for number in acknowledged} == acknowledged
    assert len(store.revisions(NAME)) - len(acknowledged) <= len(_RUNS)
    store.close()


def _run_and_kill(place: URL, run: int) -> dict[int, bytes]:
    """Let a process save, kill it, and return the revisions that it acknowledged."""
    address = place.render_as_string(hide_password=False)
    receives, sends = PROCESSES.Pipe(duplex=False)
    dies_at = run // 2 % _STEPS if run % 2 else None
    process = PROCESSES.Process(
        target=save_for_ever, args=(address, run, dies_at, sends), daemon=True
    )
    process.start()
    sends.close()
    found = {}
    with receives:
        if dies_at is None:
            found = dict(receives.recv() for _ in range(run // 2 % 4))
            process.kill()
        process.join()
        found |= _rest(receives)
    assert process.exitcode == -9
    return found


def _rest(receives: Connection) -> dict[int, bytes]:
    """Return what a process that is dead had still sent."""
    found = {}
    with suppress(EOFError):
        while True:
            number, data = receives.recv()
            found[number] = data
    return found
