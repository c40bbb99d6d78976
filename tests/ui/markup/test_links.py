"""Links from a page to others of the board."""

from openline.ui.markup.links import address, channel_view
from openline.view.view import View


def test_an_address_is_relative_and_encoded() -> None:
    """Links work under any base path, and a name's signs stand for themselves."""
    view = View(parties=("A & B; C",))
    assert address("channel", view.to_query()) == "channel?parties=A+%26+B%3B+C"
    assert address("", {}) == "./"


def test_the_view_of_a_channel_names_it_and_its_parties() -> None:
    """Opening a channel keeps day and range and leaves sort and page behind."""
    view = View(parties=("China",), sort="name", page=2, range="3y")
    found = channel_view(view, "China; India", "Talks")
    assert found == View(parties=("China; India",), channel=("Talks",), range="3y")
