"""Tables in HTML."""

from openline.intake.html_tables import html_tables


def test_cells_stay_in_their_columns() -> None:
    """Those over which another one reaches are empty."""
    text = (
        "<table><tr><th>channel<th>date<th>state<tr><td rowspan=2>A<td>2019<td>open"
        '<tr><td>2020<td>cut<tr><td colspan="2">B<td>open</table>'
    )
    assert html_tables(text)[1] == [
        ["channel", "date", "state"],
        ["A", "2019", "open"],
        ["", "2020", "cut"],
        ["B", "", "open"],
    ]


def test_each_table_is_given() -> None:
    """Cells without an end among them; what is in none is left out."""
    text = "x<table><tr><td>A &amp; <i>B</i><td>1</table>y<table><tr><td>C<br>D</td></tr></table>"
    assert [rows for rows in html_tables(text) if rows] == [[["A & B", "1"]], [["C D"]]]


def test_a_cell_that_reaches_far_grows_within_bounds() -> None:
    """A table of more cells than the board reads is none."""
    assert len(html_tables("<table><tr><td colspan=900>A</table>")[1][0]) == 900
    assert html_tables("<table><tr>" + "<td colspan=999>A" * 5_000)[1] == []
