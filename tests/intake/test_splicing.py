"""Splicing rows into a file."""

from openline.intake.source import Source, read_source
from openline.intake.splicing import splice

FILE = b"channel,date,state\nA,2020,open\nB,2020,open\nC,2020,open"


def source() -> Source:
    """Return the rows of a small file."""
    found = read_source(FILE)
    assert isinstance(found, Source)
    return found


def test_rows_are_replaced_taken_out_and_added() -> None:
    """The rest moves to where it now stands, and the rows are those of the bytes that result."""
    found = splice(source(), {2: "", 3: 'B,"20\n20",open\n'}, [["D", "2020", "open"]])
    assert found is not None
    assert found.data == (b'channel,date,state\nB,"20\n20",open\nC,2020,open\nD,2020,open\n')
    assert found.source == read_source(found.data)
    assert found.new == (2, 5)
    assert found.moves
    assert found.line(4) == 4


def test_a_row_as_long_as_before_moves_nothing() -> None:
    """Where a row is replaced by one of as many lines, all lines stay."""
    found = splice(source(), {3: "B,2021,open\n"})
    assert found is not None
    assert not found.moves
    assert [found.line(line) for line in (2, 3, 4)] == [2, 3, 4]


def test_the_header_and_broken_quoting_are_left_to_a_whole_read() -> None:
    """What changes how other rows are read is not spliced."""
    assert splice(source(), {1: "channel\n"}) is None
    broken = read_source(b'channel,date,state\nA,2020,"open"x\nB,2020,"open\n')
    assert isinstance(broken, Source)
    assert splice(broken, {2: ""}) is None
