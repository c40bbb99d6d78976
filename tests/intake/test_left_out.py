"""Rows that are not observations."""

from openline.intake.choices import Choices
from openline.intake.left_out import find_left_out, left_out_lines
from openline.intake.source import Source, read_source


def test_headers_that_stand_again_are_found() -> None:
    """Case, outer blanks and empty cells at the end make no difference; the header itself stays."""
    source = read_source(b"channel,date,state\nA,2020,open\nChannel, date,STATE,\nB,2020,open\n")
    assert isinstance(source, Source)
    assert left_out_lines(source, Choices(left_out=("headers",))) == {3: "headers"}
    assert left_out_lines(source, Choices()) == {}


FILE = b"""channel,date,state,summary
Asia,,,
Hotline,2020-01-01,open,
Total hotline,2020-01-01,open,
Total,,,2
Channel,Date,State,Summary
Source: the desk,,,
Europe,,,
Talks,2020-01-01,open,
,,,

Grand total: 12,,,
last updated in May,,,
by the desk,,,
"""


def test_rows_that_look_like_no_observations_are_told_by_their_kind() -> None:
    """Totals need their word and nothing but numbers beside it; a row of one cell is a note
    below all others or by its first word, else a heading."""
    source = read_source(FILE)
    assert isinstance(source, Source)
    found = {kind: [row.line for row in rows] for kind, rows in find_left_out(source).items()}
    assert found == {
        "sections": [2, 8],
        "totals": [5, 12],
        "headers": [6],
        "notes": [7, 13, 14],
    }


def test_rows_of_few_columns_are_no_notes() -> None:
    """Where a row has one or two cells at most, one alone says nothing."""
    source = read_source(b"channel,state\nHotline,\nTalks,\n")
    assert isinstance(source, Source)
    assert find_left_out(source) == {}


def test_counts_and_the_day_of_a_table_are_no_observations() -> None:
    """How many channels there are in all, or in a state; a year is no number of them."""
    source = read_source(
        b"channel,date,state\nOpen line,2019,\nTotal channels,3,\nOpen:,2,\nSevered channels,,1\n"
        b"As of,2024-01-01,\nOpen,2019-01-01,open\n"
    )
    assert isinstance(source, Source)
    found = {kind: [row.line for row in rows] for kind, rows in find_left_out(source).items()}
    assert found == {"totals": [3, 4, 5], "notes": [6]}


def test_what_is_left_of_an_observation_is_no_note() -> None:
    """A date alone, or a state, to the right of the first column: the rest of it is missing."""
    source = read_source(
        b"channel,date,state,seen\nHotline,2020,open,\n,2021-03-01,,\n,,cut,\n,,,2022-01-01\nNote,,,\n"
    )
    assert isinstance(source, Source)
    assert [row.line for rows in find_left_out(source).values() for row in rows] == [6]


def test_a_total_is_left_out_whatever_it_says_next_time() -> None:
    """The choice is one of a kind of rows, and holds for the next file."""
    for rows, said in ((2, "Total"), (3, "in total")):
        text = "channel,date,state\n" + "A,2020,open\n" * rows + f"{said},,{rows}\n"
        source = read_source(text.encode())
        assert isinstance(source, Source)
        assert left_out_lines(source, Choices(left_out=("totals",))) == {rows + 2: "totals"}


def test_an_observation_with_other_marks_is_no_note() -> None:
    """Left out it would be lost."""
    source = read_source(b"channel,date,state\nA,2019,open\nB;2020;severed\n")
    assert isinstance(source, Source)
    assert find_left_out(source) == {}


def test_cells_of_marks_alone_are_no_observations_left_out() -> None:
    """A colon alone has no word; nothing is raised by any mark, alone or beside a number."""
    marks = ":=.,;-–—*©†¹#%+/\\|?!'\"()[]_~^&@"
    cells = [f'"{mark * count}"' for mark in marks.replace('"', "") for count in (1, 2)]
    rows = [f"{cell}{rest}" for cell in cells for rest in (",,,", ",3,,", ",,,x")]
    source = read_source("\n".join(["channel,date,state,summary", *rows, "A,2020,open,x"]).encode())
    assert isinstance(source, Source)
    assert "totals" not in find_left_out(source)
