"""The choice of years."""

import pytest

from tests.screen import run_page, values


@pytest.mark.usefixtures("set_today")
def test_the_range_is_in_the_address_and_always_one() -> None:
    """A choice writes the address; ten years are chosen unless told."""
    at = run_page("pages/openings.py")
    assert at.segmented_control(key="view_range").value == "10y"
    at.segmented_control(key="view_range").set_value("25y").run()
    assert values(at, "range") == ["25y"]
