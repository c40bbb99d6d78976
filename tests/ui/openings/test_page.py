"""The choice of the window of days."""

import pytest

from openline.ui.openings.page import CHOICES
from openline.view.view import View
from tests.screen import run_page, values

PAGE = "pages/openings.py"


@pytest.mark.usefixtures("set_today")
def test_the_usual_window_is_chosen() -> None:
    """Without a window in the address the year is chosen, and counted from the as-of day."""
    at = run_page(PAGE, asof="2023-10-05")
    choice = at.segmented_control(key="ol_window_choice")
    assert choice.value == View().window
    assert choice.label == "Days before 5 Oct 2023"
    assert at.number_input(key="view_window").value == View().window


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("days", CHOICES)
def test_each_choice_is_a_window(days: int) -> None:
    """Each choice is shown as chosen where the address has it, and gives that address."""
    at = run_page(PAGE, window="77")
    at.segmented_control(key="ol_window_choice").set_value(days).run()
    assert not at.exception
    assert values(at, "window") == ([] if days == View().window else [str(days)])
    assert at.segmented_control(key="ol_window_choice").value == days


@pytest.mark.usefixtures("set_today")
def test_giving_up_a_choice_keeps_the_number() -> None:
    """A second click on a choice changes nothing."""
    at = run_page(PAGE, window="90")
    at.segmented_control(key="ol_window_choice").set_value(None).run()
    assert not at.exception
    assert values(at, "window") == ["90"]
    assert at.segmented_control(key="ol_window_choice").value == 90
