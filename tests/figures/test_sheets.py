"""The sizes of a picture."""

from openline.figures.sheets import DOTS_AN_INCH, SHEETS


def test_a_width_on_paper_has_its_pixels() -> None:
    """A column of 90 mm and a page of 180 mm have 300 pixels an inch."""
    found = {sheet.name: sheet.pixels for sheet in SHEETS if sheet.mm}
    assert DOTS_AN_INCH == 300
    assert found == {"column": 1063, "page": 2126}


def test_the_usual_size_is_that_of_the_screen() -> None:
    """Whoever chooses nothing gets the figure as it stands before them."""
    usual = SHEETS[0]
    assert (usual.name, usual.layout, usual.width, usual.ratio) == ("screen", "", 0, 0)


def test_slide_and_square_keep_their_shape() -> None:
    """A slide is 16 to 9, a square as high as wide."""
    shapes = {sheet.name: sheet.ratio for sheet in SHEETS if sheet.ratio}
    assert shapes == {"slide": 16 / 9, "square": 1}
