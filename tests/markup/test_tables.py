"""Tables."""

from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import tag


def test_a_table_has_a_head_and_rows() -> None:
    """Its texts are text, and heads above numbers stand as these do."""
    rows = [tag("tr", cells_of("<a>", "1"))]
    assert table_of(heads_of(("Name", "Days"), ("Days",)), rows, "ol-gaps") == (
        '<table class="ol-table ol-gaps"><thead><tr><th>Name</th><th class="ol-figure">Days</th>'
        "</tr></thead><tbody><tr><td>&lt;a&gt;</td><td>1</td></tr></tbody></table>"
    )
