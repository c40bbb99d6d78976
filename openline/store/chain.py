"""The chain: each thing in the store has a hash over itself and the previous hash.

A change made in SQL, behind the program's back, breaks the chain at that point; `verify` of
`openline.store.verifying` finds it. The form of what is hashed never changes, because the hashes
are kept. A later column is hashed too, but left out where it is missing, so that earlier hashes
still hold.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, select, update

from openline.store.problems import headless
from openline.store.schema import chain_head, in_utc

NO_HASH: Final = "0" * 64
"""What takes the place of the hash before the first."""
REVISION: Final = "revision"
HIDING: Final = "hiding"
_MOMENTS: Final = frozenset({"saved_at", "done_at"})


def extend(connection: Connection, values: Mapping[str, object]) -> dict[str, object]:
    """Take the next place in the chain, and return it with its hash as the columns `place` and
    `chain`. Other writers wait from here to the end of the transaction. Raises `StoreError`
    (`store-damaged`) if the end of the chain is gone."""
    head = connection.execute(select(chain_head).with_for_update()).first()
    if head is None:
        raise headless()
    place = head.place + 1
    chain = link(head.chain, place, values)
    connection.execute(update(chain_head).values(place=place, chain=chain))
    return {"place": place, "chain": chain}


def link(before: str, place: int, values: Mapping[str, object]) -> str:
    """Return the hash of some values, at their place and after the hash before them: the SHA-256
    of a JSON object with sorted names, without blanks, in ASCII, without missing values."""
    kept = {name: value for name, value in values.items() if value is not None}
    whole = {**kept, "before": before, "place": place}
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"), default=repr)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def words(kind: str, record: str, key: str, columns: Mapping[str, object]) -> dict[str, object]:
    """Return the values of a row that are hashed: its kind, the name and key of its record, and
    its columns, each in the one form on which both databases agree."""
    values = {name: _plain(name, value) for name, value in columns.items()}
    return {"kind": kind, "record": record, "key": key, **values}


def choices_text(choices: object) -> str:
    """Return choices as the text that a database keeps and that is hashed."""
    return json.dumps(choices)


def _plain(name: str, value: object) -> object:
    if name in _MOMENTS:
        return _moment(value)
    return bool(value) if name == "hidden" and value in (0, 1) else value


def _moment(value: object) -> object:
    """Return a moment in UTC as text; anything else is returned as it is, and breaks the chain."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value
    if not isinstance(moment, datetime):
        return value
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return in_utc(aware).isoformat(timespec="microseconds")
