"""Links that stay with bytes of the bundled record."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from openline.store.names import EDITIONS
from openline.store.store import Store
from openline.ui.data.saved import forget_list
from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]
_COLUMNS: Final = ("channel", "parties", "date", "state")
_FIRST: Final = csv_text([("Line", "A; B", "2020-02-29", "open")], _COLUMNS)
_SECOND: Final = csv_text([("Line", "A; B", "2020-02-29", "severed")], _COLUMNS)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _keep(at: AppTest) -> AppTest:
    at.button(key="ol_keep").click().run()
    assert not at.exception
    return at


@pytest.mark.usefixtures("store", "set_today")
def test_a_link_stays_with_the_bytes_it_was_made_to(put_record: Put) -> None:
    """When the file is another, the link still shows what it showed, and says which it is."""
    put_record(_FIRST)
    at = _keep(run_page(parties="A; B"))
    name = f"bundled@{_digest(_FIRST)[:12]}"
    assert any(f"record={name}&" in code.value for code in at.code)
    put_record(_SECOND)
    assert "A–B channel is severed" in markup(run_page())
    pinned = markup(run_page(record=f"Bundled@{_digest(_FIRST)[:7].upper()}"))
    assert "A–B channel is open" in pinned
    assert f"edition {_digest(_FIRST)[:7]}" in pinned


@pytest.mark.usefixtures("store", "set_today")
def test_the_bytes_of_today_need_not_be_kept(put_record: Put) -> None:
    """Their name is known as long as the file is there."""
    put_record(_FIRST)
    assert "A–B channel is open" in markup(run_page(record=f"bundled@{_digest(_FIRST)}"))


@pytest.mark.usefixtures("set_today")
def test_an_unknown_edition_is_told_with_those_that_are_known(
    store: Store, put_record: Put
) -> None:
    """Nothing is shown in its stead; kept editions stand on no list of records."""
    put_record(_FIRST)
    _keep(run_page())
    put_record(_SECOND)
    page = markup(run_page(record="bundled@0123456"))
    assert "No edition of the bundled record is known whose SHA-256 begins with “0123456”" in page
    assert f"bundled@{_digest(_SECOND)[:12]}, bundled@{_digest(_FIRST)[:12]}" in page
    assert "channel is" not in page
    forget_list()
    assert store.records(include_hidden=True) == ()


@pytest.mark.usefixtures("store", "set_today")
def test_an_edition_is_kept_once(put_record: Put, store: Store) -> None:
    """However often a link is made to it, in whatever order."""
    for text in (_FIRST, _SECOND, _FIRST):
        put_record(text)
        _keep(run_page())
    assert [one.digest for one in store.editions()] == [_digest(_SECOND), _digest(_FIRST)]
    assert store.bytes_of(EDITIONS, 1) == _FIRST.encode()
