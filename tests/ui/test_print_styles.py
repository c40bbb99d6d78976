"""The style of a printed page."""

from openline.ui.print_styles import PRINT
from openline.ui.styles import style_sheet


def test_a_page_is_printed_on_a4() -> None:
    """The sheet and its margins are named, and every page has the rules, as the last ones."""
    assert "@page { size: A4; margin: 9mm; }" in PRINT
    assert style_sheet({}).endswith(f"{PRINT}</style>")


def test_figures_and_rows_are_not_parted() -> None:
    """A figure and a row stay whole, and a heading stays with what follows."""
    assert ".ol-table tr, .ol-observation, .stPlotlyChart { break-inside: avoid; }" in PRINT
    assert "break-after: avoid" in PRINT


def test_nothing_in_it_looks_like_markup() -> None:
    """Streamlit drops a whole style in which it takes something for a tag."""
    assert "<" not in PRINT
