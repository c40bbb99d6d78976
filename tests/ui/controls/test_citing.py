"""How a page and its figures are cited."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from openline.analysis.filters import Filters
from openline.cite.forms import CITATIONS
from openline.store.store import Store
from openline.ui.controls.citing import Keeping
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.pages import PAGES, STATUS_PAGE, Page
from openline.ui.scene import Scene
from openline.view.view import View
from openline.web.source import Shown
from tests.screen import ROOT, csv_text, run_page


def _told(at: AppTest, component: str) -> list[dict[str, Any]]:
    found = [item.proto for item in at.get("bidi_component")]
    return [json.loads(item.json) for item in found if item.component_name == component]


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_page_says_how_it_is_cited(page: Page) -> None:
    """Under its name and filters, in each form, with an address whose day is fixed."""
    at = run_page(page.script, parties="China; United States", level="military")
    (told,) = _told(at, "openline_citing")
    assert list(told["cite"]) == list(CITATIONS)
    text = told["cite"]["Text"]
    assert f"“{page.title}: China–United States" in text
    digest = hashlib.sha256((ROOT / "data" / "channels.csv").read_bytes()).hexdigest()[:12]
    assert f"SHA-256 {digest}" in text
    assert f"record=bundled@{digest}&asof=2026-06-30&parties=China%3B+United+States" in text
    assert "(accessed 23 Nov 2026)" in text


@pytest.mark.usefixtures("set_today")
def test_each_figure_is_cited_by_what_it_finds() -> None:
    """As its picture is entitled."""
    at = run_page("pages/gaps.py", parties="China; United States", asof="2023-10-05")
    figures = _told(at, "openline_saving")
    assert len(figures) == 5
    for told in figures:
        title = " ".join(told["title"].split())
        assert f"“{title}”" in told["cite"]["Text"]
        assert json.loads(told["cite"]["CSL-JSON"])[0]["title"] == title


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
