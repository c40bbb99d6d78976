"""The sidebar."""

import pytest

from tests.screen import run_page


@pytest.mark.usefixtures("set_today")
def test_links_to_pages_keep_the_filters_and_drop_what_is_a_page_s_own() -> None:
    """Day and filters go along to another page; order and page of rows do not."""
    at = run_page(level="military", sort="name")
    queries = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    assert queries.pop("Status") == "level=military&sort=name"
    assert set(queries.values()) == {"level=military"}


@pytest.mark.usefixtures("set_today")
def test_days_are_offered_in_words() -> None:
    """The choice of the day says which days latest and today are."""
    at = run_page()
    assert at.selectbox(key="view_asof").options == [
        "Latest (30 Jun 2026)",
        "Today (23 Nov 2026)",
        "Another day",
    ]
    assert not at.date_input


@pytest.mark.usefixtures("set_today")
def test_the_channel_can_be_let_go() -> None:
    """A channel that the address names is a choice that can be taken back."""
    at = run_page("pages/channel.py", channel="Defence ministers", parties="China; India")
    assert at.multiselect(key="view_channel").value == ["Defence ministers"]
    at.multiselect(key="view_channel").set_value([]).run()
    assert not at.exception
    assert "channel" not in at.query_params


@pytest.mark.usefixtures("set_today")
def test_parties_are_shown_with_a_dash_and_counted() -> None:
    """The empty field says how many sets of parties there are."""
    at = run_page()
    field = at.multiselect(key="view_parties")
    assert "China–United States" in field.options
    assert field.proto.placeholder == "All 37"
