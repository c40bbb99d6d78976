"""What a request asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from openline.store.store import Store
from openline.ui.data.saved import forget_list
from openline.ui.data.source import board_source
from openline.web.envelope import Refusal
from openline.web.request import Looked, looked_at
from tests.store.saving import NAME, save

Put = Callable[[str], Path]
FIRST = b"channel,date,state\nHotline,2020-01-01,open\n"
SECOND = b"channel,date,state\nHotline,2020-01-01,open\nHotline,2021-01-01,severed\n"


def _looked(query: str) -> Looked:
    found = looked_at(query, board_source())
    assert isinstance(found, Looked)
    return found


def _refused(query: str) -> Refusal:
    found = looked_at(query, board_source())
    assert isinstance(found, Refusal)
    return found


@pytest.mark.usefixtures("set_today")
def test_the_same_view_on_the_same_day_is_the_same_however_it_is_asked() -> None:
    """Words in another order, and what changes no table, make no difference; a filter does."""
    mark = _looked("asof=2026-06-30&level=military&kind=talks").mark()
    assert _looked("kind=talks&level=military&sort=name&page=3").mark() == mark
    assert _looked("kind=talks").mark() != mark


@pytest.mark.usefixtures("set_today")
def test_a_saved_record_is_asked_for_as_on_the_page(store: Store) -> None:
    """Its name follows the newest revision; a revision with its day stays for an hour."""
    save(store, FIRST, None)
    save(store, SECOND, 1)
    forget_list()
    followed = _looked(f"record={NAME}")
    assert len(followed.record.observations) == 2
    assert followed.headers["Cache-Control"] == "no-cache"
    held = _looked(f"record={NAME}@1&asof=2020-05-01")
    assert len(held.record.observations) == 1
    assert held.headers["Cache-Control"] == "max-age=3600"
    assert held.headers["Openline-Record"].endswith("@1")
    assert _looked(f"record={NAME}@1").headers["Cache-Control"] == "no-cache"
    refused = _refused(f"record={NAME}@7")
    assert (refused.status, refused.problems[0].code) == (404, "revision-unknown")


def test_without_a_record_nothing_is_answered(put_record: Put) -> None:
    """A file that was never good is said to be so."""
    put_record("channel,date,state\nHotline,05/01/2020,open\n")
    refused = _refused("")
    assert refused.status == 503
    assert refused.message.startswith("The record's file has 1 error; there is no record to show.")
