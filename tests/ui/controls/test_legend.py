"""How figures are read."""

from openline.ui.controls.legend import band_how, how_to_read, picture_words


def test_rows_and_lines_are_read_differently() -> None:
    """Rows explain bars and marks, an overview its lines and what a click does."""
    rows, lines = how_to_read(False, "severity"), how_to_read(True, "severity")
    assert "Choose a bar to open the channel." in rows
    assert "overture" in rows
    assert "Choose a line to see those parties." in lines
    assert "overture" not in lines
    assert "Ended channels are not counted." in lines
    assert "Ended channels" not in rows


def test_the_order_is_only_told_where_it_holds() -> None:
    """Under another order the most severed parties do not come first."""
    assert "most severed" in how_to_read(True, "severity")
    assert "most severed" not in how_to_read(True, "name")


def test_the_band_explains_itself() -> None:
    """One line says what the band and the marks are."""
    assert "below it is each " in band_how()
    assert ", by kind. Thin at the end" in band_how()


def test_words_of_the_legend_explain_themselves() -> None:
    """States and marks have their meanings beside them."""
    legend = how_to_read(False, "severity", causes=(2, 2))
    words = ("state", "observation", "cause", "severed", "unknown", "overture", "refusal")
    assert [word for word in words if f">{word}</button>" not in legend] == []


def test_markers_of_causes_are_told_where_they_are_shown() -> None:
    """The dashed line is explained only while there is one."""
    assert "Dashed" in how_to_read(False, "severity", causes=(2, 2))
    assert "Dashed" not in how_to_read(False, "severity")
    assert "closed several channels on one day" in how_to_read(True, "name", causes=(0, 0))


def test_a_picture_of_its_own_explains_marks_and_thin_ends() -> None:
    """A saved picture says what stands beside it on the page."""
    assert any("overture" in words for words in picture_words(False))
    assert picture_words(True, causes=(2, 2))[0].endswith(
        "Dashed: a cause that severed or narrowed several channels, its day, and how many."
    )


def test_causes_that_have_no_room_are_told() -> None:
    """Nothing vanishes without a word: how many are marked, and where all are."""
    words = "6 of 9 are marked; Gaps lists all causes."
    assert words in how_to_read(False, "severity", causes=(6, 9))
    assert words in picture_words(True, causes=(6, 9))[0]
    assert "are marked" not in how_to_read(False, "severity", causes=(9, 9))
