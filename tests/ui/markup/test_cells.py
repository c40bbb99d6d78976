"""Bars of cells."""

from openline.ui.markup.cells import bar_of, counter, pieces_of


def test_a_few_have_a_cell_each() -> None:
    """What is counted can be counted in the bar."""
    assert bar_of([("ol-a", 2), ("ol-b", 0), ("ol-c", 1)], "ol-many") == (
        '<div class="ol-cells ol-many" aria-hidden="true"><div class="ol-cell ol-a"></div>'
        '<div class="ol-cell ol-a"></div><div class="ol-cell ol-c"></div></div>'
    )


def test_many_are_a_piece_of_each_style() -> None:
    """Cells too thin to be told apart are one, as long as all of them."""
    counts = [("ol-a", 150), ("ol-b", 1), ("ol-c", 0)]
    assert bar_of(counts) == pieces_of(counts)
    assert pieces_of(counts) == (
        '<div class="ol-cells ol-dense" aria-hidden="true"><div class="ol-cell ol-a" '
        'style="flex-grow:150"></div><div class="ol-cell ol-b"></div></div>'
    )


def test_a_counter_has_the_colour_of_its_state_unless_none_is_in_it() -> None:
    """What is said below it has a line each; where nothing is, there is no empty line."""
    assert counter("open", 1200, "", "9 on <day>") == (
        '<div class="ol-counter"><span class="ol-number ol-open">1,200</span> '
        '<span class="ol-word ol-open">open</span><div class="ol-change">9 on &lt;day&gt;</div>'
        "</div>"
    )
    assert "ol-muted" in counter("open", 0)
