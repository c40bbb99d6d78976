"""Fields of the view."""

import pytest

from tests.screen import run_page, values


@pytest.mark.usefixtures("set_today")
def test_a_choice_shows_what_its_values_are_called() -> None:
    """The value is written into the address, and its words stand in the field."""
    at = run_page()
    (order,) = (box for box in at.selectbox if box.label == "Order")
    assert "By name" in order.options
    order.select("By name").run()
    assert values(at, "sort") == ["name"]


@pytest.mark.usefixtures("set_today")
def test_a_number_of_days_is_written_into_the_address() -> None:
    """It may be none and at most what an address may say."""
    at = run_page("pages/gaps.py")
    (least,) = (
        box for box in at.number_input if box.label == "Shortest silence that counts, in days"
    )
    assert (least.min, least.max) == (0, 100_000)
    least.set_value(90).run()
    assert values(at, "min_days") == ["90"]
