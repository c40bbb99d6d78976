"""The chain: what is hashed, and how each hash rests on the one before."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import URL, Connection, text

from openline.store.chain import HIDING, NO_HASH, REVISION, choices_text, extend, link, words
from openline.store.engines import make_engine, reading
from openline.store.opening import open_store
from openline.store.problems import StoreError
from tests.store.saving import save

_MOMENT = datetime(2026, 11, 25, 14, 30, 5, 123456, tzinfo=UTC)
_TOLD = words(
    REVISION,
    "Gulf lines",
    "gulf lines",
    {
        "number": 1,
        "digest": "ab",
        "size": 3,
        "saved_by": "Ann",
        "saved_at": _MOMENT,
        "note": "é",
        "parent": None,
        "choices": '{"a": 1}',
        "original_digest": None,
        "original_name": None,
    },
)
_TEXT = (
    '{"before":"' + "0" * 64 + '","choices":"{\\"a\\": 1}","digest":"ab","key":"gulf lines",'
    '"kind":"revision","note":"\\u00e9","number":1,"place":1,"record":"Gulf lines",'
    '"saved_at":"2026-11-25T14:30:05.123456+00:00","saved_by":"Ann","size":3}'
)
"""What is hashed of that, written by hand: stores of today hold hashes of such texts."""


def test_what_is_hashed_never_changes() -> None:
    """A hash is the SHA-256 of one text in ASCII, without what is missing."""
    assert link(NO_HASH, 1, _TOLD) == hashlib.sha256(_TEXT.encode("ascii")).hexdigest()


def test_a_later_column_changes_no_hash_where_it_is_missing() -> None:
    """What is missing is left out, so that tables may grow; what is there counts."""
    assert link(NO_HASH, 1, {**_TOLD, "colour": None}) == link(NO_HASH, 1, _TOLD)
    assert link(NO_HASH, 1, {**_TOLD, "colour": ""}) != link(NO_HASH, 1, _TOLD)


def test_place_and_hash_before_are_part_of_a_hash() -> None:
    """The same row elsewhere, or after another one, has another hash."""
    hashes = {link(NO_HASH, 1, _TOLD), link(NO_HASH, 2, _TOLD), link("f" * 64, 1, _TOLD)}
    assert len(hashes) == 3


@pytest.mark.parametrize(
    "stored",
    [
        "2026-11-25 14:30:05.123456",
        "2026-11-25T14:30:05.123456+00:00",
        _MOMENT,
        _MOMENT.astimezone(timezone(timedelta(hours=5, minutes=30))),
        _MOMENT.replace(tzinfo=None),
    ],
)
def test_a_moment_is_one_however_it_is_stored(stored: object) -> None:
    """Databases keep a moment as a text, with a zone or without: it is hashed in UTC."""
    told = words(HIDING, "a", "a", {"done_at": stored})
    assert told["done_at"] == "2026-11-25T14:30:05.123456+00:00"


@pytest.mark.parametrize("stored", ["yesterday", "", 7, None, b"2026"])
def test_what_is_no_moment_stays(stored: object) -> None:
    """What stands in the place of a moment is hashed as it is, and never raises."""
    told = words(HIDING, "a", "a", {"done_at": stored})
    assert told["done_at"] == stored
    link(NO_HASH, 1, told)


def test_a_mark_is_one_however_it_is_stored() -> None:
    """SQLite keeps 1 where PostgreSQL keeps true; anything else is another mark."""
    assert words(HIDING, "a", "a", {"hidden": 1}) == words(HIDING, "a", "a", {"hidden": True})
    assert words(HIDING, "a", "a", {"hidden": 2}) != words(HIDING, "a", "a", {"hidden": True})


def test_choices_are_hashed_as_they_are_stored(place: URL) -> None:
    """The text that is hashed is the text that the database has, to the letter."""
    choices = {"date": "é", "skip": [1, None], "half": 0.5, "b": "\u202e"}
    store, engine = open_store(place), make_engine(place)
    save(store, b"1", None, choices=choices)
    with reading(engine) as connection:
        found = connection.scalar(text("SELECT CAST(choices AS TEXT) FROM revisions"))
    assert found == choices_text(choices)
    store.close()
    engine.dispose()


def test_the_chain_grows_by_one_place_each(connection: Connection) -> None:
    """Each thing that is kept takes the next place, and rests on the one before."""
    one, two = extend(connection, _TOLD), extend(connection, _TOLD)
    assert one == {"place": 1, "chain": link(NO_HASH, 1, _TOLD)}
    assert two == {"place": 2, "chain": link(str(one["chain"]), 2, _TOLD)}


def test_without_its_end_nothing_is_kept(connection: Connection) -> None:
    """Where somebody removed the end of the chain, nothing is added to a guess of it."""
    connection.execute(text("DELETE FROM chain_head"))
    with pytest.raises(StoreError) as error:
        extend(connection, _TOLD)
    assert error.value.problem.code == "store-damaged"
    assert "store verify" in error.value.problem.suggestion
