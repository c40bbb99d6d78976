"""The band of one channel."""

import pytest

from tests.screen import run_page


@pytest.mark.usefixtures("set_today")
def test_the_band_is_of_the_one_channel() -> None:
    """The page of a channel has its band alone."""
    at = run_page("pages/channel.py", parties="China; India", channel="Defence ministers")
    assert at.get("plotly_chart")[0].proto.alt.startswith("Band of Defence ministers")
