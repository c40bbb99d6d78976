"""The cause that is opened, and the address."""

import json

from streamlit.testing.v1 import AppTest

from tests.screen import markup, run_page
from tests.ui.gaps.cuts import PAGE_GAPS


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
