"""The style of the page Openings."""

from openline.ui.openings_styles import OPENINGS
from openline.ui.styles import style_sheet


def test_the_rules_are_part_of_every_page_s_style() -> None:
    """The one style sheet has the rules, and all of them are closed."""
    assert OPENINGS in style_sheet({})
    assert OPENINGS.count("{") == OPENINGS.count("}")


def test_the_signs_stand_beside_the_list_and_below_it_where_it_is_narrow() -> None:
    """A row folds on a phone, and the window is not printed."""
    phone = OPENINGS.partition("max-width: 640px")[2]
    assert "grid-column: 1 / -1" in phone
    assert ".st-key-ol_window, .ol-details { display: none" in OPENINGS
