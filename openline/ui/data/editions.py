"""Editions of the bundled record: the bytes of its file, now or when a link was made to them."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from openline.record.problems import Problem
from openline.record.record import Record
from openline.sentences.saved import silent_store
from openline.store.names import EDITIONS
from openline.store.problems import StoreError
from openline.store.store import Store
from openline.ui.data.looks import data_path, load_bundled, read_once
from openline.view.names import unknown_edition

_LETTERS: Final = 12


def edition_record(edition: str, today: date, store: Callable[[], Store]) -> Record | Problem:
    """Return the bundled record from the bytes whose SHA-256 begins with `edition`: those of its
    file now, or bytes kept by the store; or the problem where there are none."""
    now = load_bundled(today).record
    current = now.digest if now is not None else ""
    if now is not None and current.startswith(edition):
        return now
    try:
        kept = store().editions()
        editions = [one for one in kept if one.digest.startswith(edition)]
        if len(editions) != 1:
            return unknown_edition(edition, current, [one.digest for one in kept])
        number = editions[0].number
        return read_once(editions[0].digest, today, lambda: store().bytes_of(EDITIONS, number))
    except StoreError as error:
        return silent_store(error.problem, is_bundled=False, is_shown=False)


def keep_edition(digest: str, store: Callable[[], Store], now: datetime) -> Problem | None:
    """Keep the bytes of the bundled record's file, whose SHA-256 is `digest`, so that a link can
    stay with them; return the problem that prevented it, if any."""
    data = data_path().read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        return unknown_edition(digest[:_LETTERS], "", [])
    try:
        store().keep_edition(data, now=now)
    except StoreError as error:
        return error.problem
    return None
