"""The bytes of the bundled record are kept for whoever cites them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from openline.analysis.filters import Filters
from openline.store.store import Store
from openline.ui.controls.kept_edition import Keeping
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from openline.web.source import Shown
from tests.screen import csv_text

Put = Callable[[str], Path]
DAY = date(2026, 11, 23)
TEXT = csv_text([("Line", "A; B", "2020-02-29", "open")], ("channel", "parties", "date", "state"))


@pytest.fixture
def keeping(put_record: Put, monkeypatch: pytest.MonkeyPatch) -> Keeping:
    """The bytes of a file, as one visitor sees them."""
    put_record(TEXT)
    kept: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", kept)
    record = load_bundled(DAY).record
    assert record is not None
    look = Look(record.digest, DAY, Filters(), None)
    found = tables(look, record)
    return Keeping(Scene(STATUS_PAGE, View(), record, DAY, DAY, Filters(), found))


def test_citing_keeps_the_bytes_once(keeping: Keeping, store: Store) -> None:
    """A dialog that cites says so until it was opened."""
    assert keeping.told() == {"keeps": True, "unkept": ""}
    keeping.keep()
    assert keeping.told() == {"keeps": False, "unkept": ""}
    assert [one.digest for one in store.editions()] == [keeping.scene.record.digest]


@pytest.mark.usefixtures("store")
def test_bytes_that_cannot_be_kept_are_told(keeping: Keeping, put_record: Put) -> None:
    """As where the file is another by now; the next dialog tries again."""
    put_record(TEXT + "\n")
    keeping.keep()
    told = keeping.told()
    assert "once the record's file changes" in told["unkept"]


def test_an_edition_is_kept_already(keeping: Keeping, store: Store) -> None:
    """So is a revision of a saved record."""
    edition = replace(keeping.scene, shown=Shown("Edition", edition="bundled@0123456"))
    Keeping(edition).keep()
    assert Keeping(edition).told() == {"keeps": False, "unkept": ""}
    assert store.editions() == ()
