"""Tables in texts that are no CSV."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.table_texts import find_table
from tests.steps import lines_run

ROWS = (
    ("Channel", "Date", "State"),
    ("North line", "2019-03-01", "open"),
    ("North line", "2020-03-01", "severed"),
)


HTML = """<html><p>Log</p><table><tr><td>x</table><TABLE>
<tr><th>Channel<th>Date<th>State<tr><td>North&nbsp;<b>line</b><td>2019-03-01<td>open
<tr><td>North<br>line</td><td>2020-03-01</td><td>severed</td></tr></table>"""
WIKI = """{| class="x"
|+ Log
! Channel !! Date !! State
|-
| [[North|North line]] || 2019-03-01 || open
|-
| North line || style="a" | 2020-03-01 || '''severed'''
|}
after"""
TEX = r"""\begin{tabular}{lll}
Channel & Date & State \\ \hline
North line & 2019-03-01 & open \\
North line & 2020-03-01 & severed \\
\end{tabular}"""
MARKDOWN = """| Channel | Date | State |
|:---|---|---|
| North line | 2019-03-01 | open |
| North line | 2020-03-01 | severed |
"""
DRAWN = """ Channel    | Date       | State
------------+------------+---------
 North line | 2019-03-01 | open
 North line | 2020-03-01 | severed
(2 rows)
"""
BLANKS = """Channel     Date        State
North line  2019-03-01  open
North line  2020-03-01  severed
"""
QUOTED = """"Channel,Date,State"
"North line,2019-03-01,open"
"North line,2020-03-01,severed"
"""
DOUBLED = QUOTED.replace("Channel,Date", '""Channel"",Date').replace("\n", "\r\n")
APOSTROPHES = """'Channel','Date','State'
'North line','2019-03-01','open'
'North line','2020-03-01','severed'
"""


def _rows(text: str, *, is_one_column: bool = True) -> tuple[tuple[str, ...], ...] | None:
    table = find_table(text, is_one_column=is_one_column)
    return None if table is None else table.rows


def _object(cells: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(ROWS[0], cells, strict=True))


KINDS = (
    json.dumps([*map(_object, ROWS[1:])]),
    "\ufeff" + json.dumps({"made": "today", "log": [*map(_object, ROWS[1:])]}),
    "\r\n".join(json.dumps(_object(row)) for row in ROWS[1:]),
    *(HTML, WIKI, TEX, MARKDOWN, DRAWN, BLANKS, QUOTED, DOUBLED, APOSTROPHES),
)


@pytest.mark.parametrize("text", KINDS)
def test_a_table_of_another_kind_is_read(text: str) -> None:
    """The header first, without what is around the table."""
    assert _rows(text, is_one_column=not text.startswith("'")) == ROWS


def test_values_of_json_are_texts() -> None:
    """Null is empty, lists of texts are joined as sides are; what is within GeoJSON comes first."""
    log = [
        {"properties": {"channel": "A", "date": None, "parties": ["A", "B"]}, "id": 1, "x": True}
    ]
    assert _rows(json.dumps({"type": "FeatureCollection", "features": log})) == (
        ("channel", "date", "parties", "id", "x"),
        ("A", "", "A; B", "1", "true"),
    )


def test_a_cell_that_is_missing_between_blanks_is_empty() -> None:
    """Where the columns begin is told by the header, and holds for all rows or none."""
    header = "channel   date        state\n"
    assert _rows(f"{header}A                     open\nB         2019        cut\n") == (
        ("channel", "date", "state"),
        ("A", "", "open"),
        ("B", "2019", "cut"),
    )
    assert _rows(f"{header}A long name  open\nB         2019        cut\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "channel,date,state\nA,2019,open\n",
        "channel\tdate\nA\t\n",
        "[1, 2]",
        '[{"a": 1, "b": 2}]',
        "{not json",
        "<table></table>",
        '{|\n! channel !! date\n|-\n| rowspan="2" | A || 2019\n|}',
        "| channel | date |\n| A | 2019 |\n",
        '"channel,date\nA,2019\n',
        "",
        "[" * 100_000,
        "<table><tr>" + "<td colspan=999>x" * 600,
    ],
)
def test_other_texts_hold_no_table(text: str) -> None:
    """CSV, what names no columns of the format, and what cannot be read for certain."""
    assert _rows(text, is_one_column="," not in text and "\t" not in text) is None


@given(st.text(st.sampled_from(list("{}[]<>|!-\"',:=& \n\\table trdh"))) | st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    """Whatever it holds."""
    find_table(text, is_one_column=True)


PIECES = ("<td>", "<", "[[", "| a ", "a  ", "\\hline", "&", '"', "{|\n", "'")


@pytest.mark.parametrize("start", ["", "<", "{|\n! a || b\n", "\\", "'", '"'])
@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_take_time_in_proportion(piece: str, start: str) -> None:
    """Ten times the text takes about ten times the steps."""

    def steps(pieces: int) -> int:
        return lines_run(lambda: find_table(start + piece * pieces, is_one_column=True))

    assert steps(3_000) < 15 * steps(300) + 400


def test_typographic_quotes_quote_cells() -> None:
    """A comma within them is text."""
    text = "“channel”,“date”,“state”\n“Talks, second round”,“2020-01-01”,“open”\n"
    table = find_table(text, is_one_column=False)
    assert table is not None
    assert table.rows[1] == ("Talks, second round", "2020-01-01", "open")


@pytest.mark.parametrize("marks", ["> > >", "1: 2: 3:", "1) 2) 3)"])
def test_marks_before_lines_are_no_part_of_cells(marks: str) -> None:
    """Those of an answer to an e-mail, or numbers of lines."""
    lines = ("channel,date,state", "A,2020-01-01,open", "B,2021-01-01,open")
    text = "\n".join(f"{mark} {line}" for mark, line in zip(marks.split(), lines, strict=True))
    table = find_table(text, is_one_column=False)
    assert table is not None
    assert table.rows[2] == ("B", "2021-01-01", "open")
