"""What a page says where it has nothing to show."""

from openline.ui.frame.empty import unfiltered
from openline.view.view import View


def test_all_channels_are_shown_by_leaving_the_filters_out() -> None:
    """The way back keeps day and range."""
    view = View(parties=("A",), confidence="confirmed", fresh=True, asof="today", range="3y")
    assert unfiltered(view) == View(asof="today", range="3y")
