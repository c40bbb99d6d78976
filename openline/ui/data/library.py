"""One store as this process knows it: opened when needed, with its last list.

Runs of pages constantly ask for the list. The store itself is asked at most every few seconds, in
another thread, so that a store that does not answer delays nobody.
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
"""The seconds for which a list counts as current."""
_PATIENCE: Final = 0.3
"""The seconds that a run of a page waits for an answer."""
_FIRST_PATIENCE: Final = 15.0
"""The seconds that it waits if it can show nothing without an answer: longer than the store's own
limit."""
_ACT_PATIENCE: Final = 5.0
"""The seconds that it waits after an act: nobody who saved a record is shown the list of before."""
_A_MOMENT: Final = 1.0
_HEALTH_PATIENCE: Final = 5.0
"""The seconds allowed for a monitor, which must have its answer before it gives up."""
_LOG: Final = logging.getLogger("openline.store")


class Library:
    """A store and its list, shared by all viewers; its methods can be called from any thread."""

    def __init__(self, url: URL, most: int | None = None) -> None:
        self._url, self._most = url, most
        self._opening, self._listing = Lock(), Lock()
        self._store: Store | None = None
        self._last = Kept()
        self._is_known = False
        self._acts = self._acts_listed = 0
        self._begun = -LIST_SECONDS
        self._asked: Future[Kept] | None = None

    def store(self) -> Store:
        """Return the store, opened and created if necessary. Raises `StoreError`."""
        try:
            return self._opened()
        except StoreError as error:
            log_failure(Entry("open"), error)
            raise

    def listed(self, *, is_needed: bool = False) -> Kept:
        """Return the list. If a new answer takes long, return the last one; only one that shows the
        effect of an act is waited for, and the first, if it `is_needed`."""
        patience = self._patience(is_needed)
        asked, seconds = self._asked_within(LIST_SECONDS)
        try:
            return asked.result(max(0.0, patience - seconds))
        except TimeoutError:
            if self._is_known or not is_needed:
                return self._last
            return replace(self._last, problem=fault(TimeoutError()))

    def _patience(self, is_needed: bool) -> float:
        if is_needed and not self._is_known:
            return _FIRST_PATIENCE
        return _PATIENCE if self._acts_listed == self._acts else _ACT_PATIENCE

    def asked_now(self) -> Kept:
        """Return the store's answer now, or the problem that it gives none within a few seconds. A
        store asked a moment ago is not asked again."""
        asked, _ = self._asked_within(_A_MOMENT)
        try:
            return asked.result(_HEALTH_PATIENCE)
        except TimeoutError:
            return replace(self._last, problem=fault(TimeoutError()), seconds=_HEALTH_PATIENCE)

    def _asked_within(self, seconds: float) -> "tuple[Future[Kept], float]":
        """Return the pending answer or one asked for within `seconds`, or else ask again; and how
        long ago it was asked for."""
        now = time.monotonic()
        with self._listing:
            asked = self._asked
            if asked is None or (asked.done() and now - self._begun >= seconds):
                asked = self._asked = self._ask()
                self._begun = now
            return asked, now - self._begun

    def forget(self) -> None:
        """Ask the store itself next time, and wait for it, as after a save."""
        with self._listing:
            self._asked = None
            self._acts += 1

    def _opened(self) -> Store:
        with self._opening:
            if self._store is None:
                self._store = open_store(self._url, most=self._most)
            return self._store

    def _ask(self) -> "Future[Kept]":
        answer: Future[Kept] = Future()
        acts = self._acts
        work = Thread(target=lambda: answer.set_result(self._answer(acts)), daemon=True)
        work.start()
        return answer

    def _answer(self, acts: int) -> Kept:
        start = time.perf_counter()
        kept = replace(self._read(), seconds=time.perf_counter() - start)
        before, now = self._last.problem, kept.problem
        if (before and before.code) != (now and now.code):
            log_answers(now)
        self._last, self._is_known, self._acts_listed = kept, True, acts
        return kept

    def _read(self) -> Kept:
        try:
            records = self._opened().records(include_hidden=True) if self._is_there() else ()
        except StoreError as error:
            return replace(self._last, problem=error.problem)
        except Exception as error:  # noqa: BLE001 - the edge of the thread: the page must still be drawn
            _LOG.exception("The list of saved records could not be read")
            return replace(self._last, problem=fault(error))
        return Kept({name_key(item.name): item for item in records})

    def _is_there(self) -> bool:
        """Return whether there can be anything to list: viewing a board must not create a store."""
        made = self._store is not None or not is_file(self._url)
        return made or Path(self._url.database or "").exists()
