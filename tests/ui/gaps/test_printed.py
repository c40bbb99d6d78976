"""How much of a long list is printed."""

from openline.ui.browser.components import read_file
from openline.ui.gaps.printed import MOST_CAUSES, printed_first


def test_a_long_list_says_how_much_of_it_is_printed() -> None:
    """It says how many more there are and where; a short one says nothing."""
    words = "The first 6 of 44 severances are printed; the address below has all."
    assert words in printed_first(44, "severances")
    assert printed_first(6, "severances") == ""


def test_the_style_prints_as_many_rows_as_are_said() -> None:
    """What is hidden on paper begins after those."""
    rules = read_file("style/print.css")
    assert f".ol-cause:nth-of-type(n + {MOST_CAUSES + 1})" in rules
