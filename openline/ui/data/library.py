"""One store as this process knows it: opened when it is needed, and what it last listed.

Runs of pages ask for the list all the time. The store itself is asked every few seconds at
most, beside the run, so that a store that does not answer holds nobody up.
"""

import logging
import time
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from sqlalchemy import URL

from openline.store.address import is_file
from openline.store.faults import fault
from openline.store.log import Entry, log_answers, log_failure
from openline.store.names import name_key
from openline.store.opening import open_store
from openline.store.problems import StoreError
from openline.store.store import Store
from openline.web.source import Kept

LIST_SECONDS: Final = 3.0
"""How long a list is taken for the present one."""
_PATIENCE: Final = 0.3
"""How many seconds a run of a page waits for an answer."""
_FIRST_PATIENCE: Final = 15.0
"""How many seconds it waits where it can show nothing without one: longer than the store."""
_A_MOMENT: Final = 1.0
_HEALTH_PATIENCE: Final = 5.0
"""How many seconds a monitor waits: it is to be told before it gives up."""
_LOG: Final = logging.getLogger("openline.store")


class Library:
    """A store and its list, shared by all viewers; its methods may be called from any thread."""

    def __init__(self, url: URL, most: int | None = None) -> None:
        self._url, self._most = url, most
        self._opening, self._listing = Lock(), Lock()
        self._store: Store | None = None
        self._last = Kept()
        self._is_known = False
        self._begun = -LIST_SECONDS
        self._asked: Future[Kept] | None = None

    def store(self) -> Store:
        """Return the store, opened and made if need be. Raises `StoreError`."""
        try:
            return self._opened()
        except StoreError as error:
            log_failure(Entry("open"), error)
            raise

    def listed(self, *, is_needed: bool = False) -> Kept:
        """Return the list. An answer that takes long is not waited for, and the last one
        stands; the first one is waited for where it `is_needed`."""
        patience = _PATIENCE if self._is_known or not is_needed else _FIRST_PATIENCE
        asked, seconds = self._asked_within(LIST_SECONDS)
        try:
            return asked.result(max(0.0, patience - seconds))
        except TimeoutError:
            if self._is_known or not is_needed:
                return self._last
            return replace(self._last, problem=fault(TimeoutError()))

    def asked_now(self) -> Kept:
        """Return what the store answers now, or that it does not within some seconds. One that
        was asked a moment ago is not asked again."""
        asked, _ = self._asked_within(_A_MOMENT)
        try:
            return asked.result(_HEALTH_PATIENCE)
        except TimeoutError:
            return replace(self._last, problem=fault(TimeoutError()), seconds=_HEALTH_PATIENCE)

    def _asked_within(self, seconds: float) -> "tuple[Future[Kept], float]":
        """Return what the store is asked or was asked within some seconds, and how long ago."""
        now = time.monotonic()
        with self._listing:
            asked = self._asked
            if asked is None or (asked.done() and now - self._begun >= seconds):
                asked = self._asked = self._ask()
                self._begun = now
            return asked, now - self._begun

    def forget(self) -> None:
        """Ask the store itself the next time, as after a save."""
        with self._listing:
            self._asked = None

    def _opened(self) -> Store:
        with self._opening:
            if self._store is None:
                self._store = open_store(self._url, most=self._most)
            return self._store

    def _ask(self) -> "Future[Kept]":
        answer: Future[Kept] = Future()
        work = Thread(target=lambda: answer.set_result(self._answer()), daemon=True)
        work.start()
        return answer

    def _answer(self) -> Kept:
        start = time.perf_counter()
        kept = replace(self._read(), seconds=time.perf_counter() - start)
        before, now = self._last.problem, kept.problem
        if (before and before.code) != (now and now.code):
            log_answers(now)
        self._last, self._is_known = kept, True
        return kept

    def _read(self) -> Kept:
        try:
            records = self._opened().records(include_hidden=True) if self._is_there() else ()
        except StoreError as error:
            return replace(self._last, problem=error.problem)
        except Exception as error:  # noqa: BLE001 - the edge of the thread: a page must stand
            _LOG.exception("The list of saved records could not be read")
            return replace(self._last, problem=fault(error))
        return Kept({name_key(item.name): item for item in records})

    def _is_there(self) -> bool:
        """Whether there can be anything to list: looking at a board makes no store."""
        made = self._store is not None or not is_file(self._url)
        return made or Path(self._url.database or "").exists()
