"""Processes that save: told to begin together, or killed in the middle of it."""

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Final

from sqlalchemy import Engine, event, make_url

from openline.store.opening import open_store
from openline.store.problems import NewerRevisionError
from openline.store.store import Store
from tests.store.saving import PATIENTLY, save

__all__ = ["PROCESSES", "save_for_ever", "save_once", "save_until_kept"]

PROCESSES: Final = multiprocessing.get_context("forkserver")
"""Makes processes out of a clean one that has the libraries loaded already."""
PROCESSES.set_forkserver_preload(["pytest", "psycopg", "tests.store.workers"])


def save_until_kept(store: Store, data: bytes) -> tuple[int, int]:
    """Save on top of the newest revision, looking again after each refusal; return the number
    of the revision and how often it was refused."""
    expected, refused = None, 0
    while True:
        try:
            return save(store, data, expected).number, refused
        except NewerRevisionError as error:
            expected, refused = error.newest.number, refused + 1


def save_once(address: str, together: Barrier, data: bytes, answer: Connection) -> None:
    """Open a store, wait for the others, save until it is kept, and send the number; if it
    cannot be opened, nobody waits."""
    try:
        store = open_store(make_url(address), PATIENTLY)
    except BaseException:
        together.abort()
        raise
    together.wait(PATIENTLY)
    answer.send(save_until_kept(store, data)[0])
    store.close()


def save_for_ever(address: str, run: int, dies_at: int | None, answer: Connection) -> None:
    """Save one revision after the other, sending the number and bytes of each that is kept;
    die by SIGKILL before a statement, counted from the first save, where one is named."""
    store = open_store(make_url(address), PATIENTLY)
    if dies_at is not None:
        _die_at(dies_at)
    count = 0
    while True:
        data = b"%d.%d," % (run, count) * 500
        answer.send((save_until_kept(store, data)[0], data))
        count += 1


def _die_at(step: int) -> None:
    steps = iter(range(step))

    def count(*_: object) -> None:
        if next(steps, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
