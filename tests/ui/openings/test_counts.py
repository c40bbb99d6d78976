"""The table behind the figure of openings and closings."""

import pandas as pd

from openline.figures.openings.periods import Counted
from openline.ui.openings.counts import periods_html
from tests.figures.moved import moves_of


def test_the_table_has_the_newest_period_first() -> None:
    """Every period has a row with its counts."""
    moves = moves_of("2023-01-05 reopened", "2023-01-06 resumed", "2023-08-05 severed")
    day = pd.Timestamp("2023-10-05")
    html = periods_html(Counted.of(moves, day, pd.Timestamp("2022-10-05"), True, 800))
    rows = html.partition("<tbody>")[2].split("<tr>")[1:]
    names = [row.partition("</th>")[0].rpartition(">")[2] for row in rows]
    assert names == [f"{word} quarter of 2023" for word in ("4th", "3rd", "2nd", "1st")]
    cells = [part.partition("<")[0] for part in rows[-1].split('<td class="ol-figure">')[1:]]
    assert cells == ["2", "1", "1", "0", "0", "0"]
    assert "The counts as a table, quarter by quarter" in html
    assert 'class="ol-scrolled" tabindex="0" role="region"' in html
