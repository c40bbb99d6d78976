"""The style of the page Compare."""

from openline.ui.compare_styles import COMPARE
from openline.ui.styles import style_sheet


def test_the_rules_are_part_of_every_page_s_style() -> None:
    """The one style sheet has the rules, and all of them are closed."""
    assert COMPARE in style_sheet({})
    assert COMPARE.count("{") == COMPARE.count("}")


def test_rows_fold_on_a_phone_and_controls_are_not_printed() -> None:
    """A row of the table folds where it is narrow, and paper has no controls."""
    assert "flex-wrap: wrap" in COMPARE.partition("max-width: 640px")[2]
    assert ":has(> .st-key-ol_days) { display: none" in COMPARE.partition("@media print")[2]
