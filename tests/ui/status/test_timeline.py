"""The figures on a page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from openline.ui.status import timeline
from tests.screen import csv_text, markup, run_page, values

Put = Callable[[str], Path]
HOSTILE = "<a href='https://x.example'>{x}</a> *b* $x$ =1+1"


def _chart(at: AppTest) -> Any:
    return at.get("plotly_chart")[0].proto


@pytest.mark.usefixtures("set_today")
def test_the_timeline_speaks_to_those_who_do_not_see_it() -> None:
    """A figure has its text beside it, and its height before it arrives."""
    at = run_page(parties="China; United States", asof="2023-10-05", causes="off")
    assert not at.exception
    chart = _chart(at)
    assert chart.alt.startswith("Timeline of 12 channels")
    height = json.loads(chart.spec)["layout"]["height"] if "height" in chart.spec else 472
    assert height == 472


@pytest.mark.usefixtures("set_today")
def test_a_past_stretch_is_drawn_as_of_its_last_day() -> None:
    """What the figure says was so on that day; the page goes on as of its own."""
    pair = {"parties": "China; United States", "range": "2020-01-01..2022-08-01"}
    at = run_page(asof="2023-10-05", **pair)
    alt = _chart(at).alt
    assert alt.startswith("Timeline of 12 channels from 1 Jan 2020 to 1 Aug 2022: 3 severed")
    words = "Drawn as of 1 Aug 2022, the last day chosen; the rest of the page is as of 5 Oct 2023."
    assert words in markup(at)
    assert "On 5 Oct 2023" in markup(at)
    assert _chart(run_page(asof="2022-08-01", **pair)).alt == alt


@pytest.mark.usefixtures("set_today")
def test_a_stretch_before_the_record_says_so() -> None:
    """There is no figure of what was not yet on record."""
    at = run_page(range="1900-01-01..1910-01-01")
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "No channel is on record up to 1 Jan 1910, the last day chosen." in markup(at)


@pytest.mark.parametrize(
    "rows",
    [
        [("Line", "A; B", "2020-05-01", "", "severed", "Storm")],
        [("Line", "", "2020-05-01", "", "severed", "Storm"), ("Talks", "", "2021", "", "open", "")],
        [(HOSTILE, HOSTILE, "2020-05-01", "", "severed", f"Storm {HOSTILE}")],
        [(f"Line {i}", f"A{i % 60}; B", "2020-05-01", "", "severed", "Storm") for i in range(300)],
    ],
    ids=["one channel", "no parties", "hostile", "300 channels"],
)
def test_causes_can_be_asked_of_any_record(put_record: Put, rows: list[tuple[str, ...]]) -> None:
    """Whatever the record, the switch changes the address and what the figure says of causes."""
    put_record(csv_text(rows, ("channel", "parties", "date", "event", "state", "cause")))
    at = run_page()
    assert "Dashed" not in markup(at)
    at.toggle(key="view_causes").set_value(True).run()
    assert not at.exception
    assert values(at, "causes") == ["on"]
    assert "Dashed" in markup(at)
    assert "Causes marked: Storm" in _chart(at).alt


@pytest.mark.usefixtures("set_today")
def test_causes_without_a_channel_say_that_there_is_none() -> None:
    """An empty filter shows its note, whatever the figure is asked for."""
    at = run_page(causes="on", parties="Atlantis")
    assert not at.exception
    assert "No channel matches" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_paper_has_so_many_columns_and_says_of_how_many(
    put_record: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An overview of very many parties is drawn to a limit, which is named; a smaller one whole."""
    rows = [(f"Line {i}", f"A{i}; B", "2020-05-01", "", "severed", "") for i in range(300)]
    put_record(csv_text(rows))
    whole = _drawings(run_page())
    assert len(whole) > 1
    assert "columns; the CSV has all channels." not in markup(run_page())
    monkeypatch.setattr(timeline, "_MOST_PRINTED", 1)
    st.cache_resource.clear()
    at = run_page()
    assert _drawings(at) == whole[:1]
    assert f"The first 1 of {len(whole)} columns; the CSV has all channels." in markup(at)


def _drawings(at: AppTest) -> list[str]:
    """What paper has of the timeline."""
    (found,) = [one.proto for one in at.get("bidi_component") if "ol_paper" in one.proto.id]
    return list(json.loads(found.json or found.mixed.json)["drawings"])
