"""The causes on the page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen import csv_text, markup, run_page
from tests.ui.gaps.cuts import COLUMNS, PAGE_GAPS

Put = Callable[[str], Path]


@pytest.mark.usefixtures("set_today")
def test_which_channels_a_visit_cut_and_when_each_was_used_again() -> None:
    """A cause opens on its channels, with first use, full opening and source."""
    at = run_page(PAGE_GAPS, parties="China; United States")
    assert not at.exception
    page = markup(at)
    cause = page[page.index('<span class="ol-strong">Pelosi visit to Taiwan') :]
    cause = cause[: cause.index("</details>")]
    assert "3 severed on 5 Aug 2022, 3 within 2–5 Aug 2022" in cause
    assert cause.count("<tr>") == 8
    assert "22 Nov 2022, after 109–112 days" in cause
    assert "14–16 Aug 2023, after 27–376 days" in cause
    assert "channel=Defense+Telephone+Link" in cause
    assert 'href="https://thehill.com/' in cause


@pytest.mark.usefixtures("set_today")
def test_a_filter_narrows_the_causes() -> None:
    """Causes are those of the channels that are shown."""
    page = markup(run_page(PAGE_GAPS, parties="China; United States"))
    assert "Belgrade embassy bombing" in page
    assert "Anti-North leaflets" not in page


@pytest.mark.usefixtures("set_today")
def test_the_causes_can_be_saved() -> None:
    """The table of causes is a file."""
    at = run_page(PAGE_GAPS)
    names = [item.proto.id for item in at.get("download_button")]
    assert any("ol_save_causes" in name for name in names)


def test_without_severances_the_section_says_so(put_record: Put) -> None:
    """Nothing severed, no list and no file."""
    put_record(csv_text([("Line", "A; B", "", "2020-01-01", "", "open")], COLUMNS))
    at = run_page(PAGE_GAPS)
    assert not at.exception
    assert "ol-cause-row" not in markup(at)
    assert not [i for i in at.get("download_button") if "ol_save_causes" in i.proto.id]


def _told(at: AppTest) -> list[str]:
    """What the browser is told to open."""
    found = [item.proto for item in at.get("bidi_component")]
    data = [json.loads(item.json) for item in found if "openline_cause" in item.component_name]
    return [each["cause"] for each in data]


def test_the_address_names_the_cause_in_any_case() -> None:
    """The browser is told of the cause as the record spells it, and of none without one."""
    assert _told(run_page(PAGE_GAPS, cause="pelosi visit to taiwan")) == ["Pelosi visit to Taiwan"]
    assert _told(run_page(PAGE_GAPS)) == [""]


def test_an_unknown_cause_is_named_in_a_note() -> None:
    """A cause that the record lacks is named; the page stands."""
    at = run_page(PAGE_GAPS, cause="Earthquake")
    assert "The record has no cause “Earthquake”" in markup(at)
