"""The rows of a file by channel."""

from openline.intake.channel_rows import ChannelRows, name_problems
from openline.intake.source import Source, read_source

FILE = (
    b"channel,parties,date,state\nA,X; Y,2020,open\n\nB,,2020,open\n"
    b" a ,Y;X,2021,open\nA,Y; X,2022,open\n"
)


def source() -> Source:
    """Return the rows of a small file."""
    found = read_source(FILE)
    assert isinstance(found, Source)
    return found


def test_rows_stand_under_their_channel_however_it_is_written() -> None:
    """Parties in another order are the same channel; rows without content are of none."""
    rows = ChannelRows.of(source())
    assert {key: list(lines) for key, lines in rows.lines.items()} == {
        ("X; Y", "A"): [2, 6],
        ("", "B"): [4],
        ("X; Y", "a"): [5],
    }
    assert len(rows) == 4
    assert rows.keys_of(source(), [6, 3, 99]) == {("X; Y", "A")}


def test_some_lines_alone_can_be_looked_at() -> None:
    """Of the lines that are asked for, those that begin a row are taken."""
    assert [*ChannelRows.of(source(), [4, 77]).lines] == [("", "B")]


def test_names_that_look_alike_are_found_among_first_rows() -> None:
    """Of two channels whose names differ in case alone, the later one is warned of."""
    found = name_problems(ChannelRows.of(source()).firsts).listed
    assert [(item.code, item.line) for item in found] == [("names-alike", 5)]
