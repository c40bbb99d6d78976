"""The figures on a page."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen import run_page


def _chart(at: AppTest) -> Any:
    return at.get("plotly_chart")[0].proto


@pytest.mark.usefixtures("set_today")
def test_the_timeline_speaks_to_those_who_do_not_see_it() -> None:
    """A figure has its text beside it, and its height before it arrives."""
    at = run_page(parties="China; United States", asof="2023-10-05")
    assert not at.exception
    chart = _chart(at)
    assert chart.alt.startswith("Timeline of 11 channels")
    height = json.loads(chart.spec)["layout"]["height"] if "height" in chart.spec else 444
    assert height == 444


@pytest.mark.usefixtures("set_today")
def test_the_band_is_of_the_one_channel() -> None:
    """The page of a channel has its band alone."""
    at = run_page("pages/channel.py", parties="China; India", channel="Defence ministers")
    assert _chart(at).alt.startswith("Band of Defence ministers")


@pytest.mark.usefixtures("set_today")
def test_of_the_figure_s_buttons_only_the_picture_is_left() -> None:
    """Nothing zooms or moves."""
    config = json.loads(_chart(run_page()).config)
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["scrollZoom"] is False
