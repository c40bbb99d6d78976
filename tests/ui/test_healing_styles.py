"""The style of time to reopening and of the causes."""

from openline.ui.healing_styles import HEALING
from openline.ui.styles import style_sheet


def test_every_page_has_the_style() -> None:
    """The style sheet of a page holds the sections' own."""
    assert HEALING in style_sheet({})


def test_colours_are_tokens() -> None:
    """No colour is named here."""
    assert "#" not in HEALING
    assert "var(--severed)" in HEALING


def test_a_labelled_cell_keeps_its_words_together() -> None:
    """On a telephone the label stands beside a cell that is a block: as a row of boxes the
    pieces of its words would stand apart."""
    cell = HEALING.partition(".ol-table.ol-labelled td {")[2].partition("}")[0]
    assert "display: block" in cell
    assert "flex" not in cell
