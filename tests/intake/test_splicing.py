"""Splicing rows into a file."""

from openline.intake.source import Source, read_source
from openline.intake.splicing import splice

FILE = b"channel,date,state\nA,2020,open\nB,2020,open\nC,2020,open"


def source() -> Source:
    """Return the rows of a small file."""
    found = read_source(FILE)
    assert isinstance(found, Source)
    return found


def test_rows_are_replaced_left_out_and_added() -> None:
    """The rest stays on its lines, and the rows are those of the bytes that result."""
    found = splice(source(), {2: "\n", 3: "B,2021,open\n"}, [["D", "2020", "open"]])
    assert found is not None
    assert found.data == b"channel,date,state\n\nB,2021,open\nC,2020,open\nD,2020,open\n"
    assert found.source == read_source(found.data)
    assert found.new == (3, 5)


def test_a_row_of_more_lines_than_before_is_left_to_a_whole_read() -> None:
    """Other rows would move; so would they where two ends of lines became one."""
    assert splice(source(), {3: 'B,"20\n20",open\n'}) is None
    mixed = read_source(b"channel,date,state\nA,2020,open\rB,2020,open\nC,2020,open\n")
    assert isinstance(mixed, Source)
    assert splice(mixed, {3: "\n"}) is None


def test_the_header_and_broken_quoting_are_left_to_a_whole_read() -> None:
    """What changes how other rows are read is not spliced."""
    assert splice(source(), {1: "channel\n"}) is None
    broken = read_source(b'channel,date,state\nA,2020,"open"x\nB,2020,"open\n')
    assert isinstance(broken, Source)
    assert splice(broken, {2: "\n"}) is None
