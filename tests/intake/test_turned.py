"""Headers that are elsewhere than above their columns."""

from openline.intake.source import Source, read_source
from openline.intake.turned import Turned, find_misplaced, find_several, find_turned


def _source(text: str) -> Source:
    source = read_source(text.encode())
    assert isinstance(source, Source)
    return source


def _where(text: str) -> str | None:
    turned = find_turned(_source(text))
    return None if turned is None else turned.where


ROWS = "A,2019,open\nB,2020,severed\n"


def test_a_header_in_the_last_row_is_found() -> None:
    """One that is above as well is where it should be."""
    assert find_turned(_source(f"{ROWS}channel,date,state\n")) == Turned(
        "last", ("channel", "date", "state"), (("A", "2019", "open"), ("B", "2020", "severed"))
    )
    assert _where(f"channel,date,state\n{ROWS}channel,date,state\n") is None
    assert _where("channel,date,state\n") is None


def test_a_header_in_the_first_column_is_found() -> None:
    """Short rows are filled; cells that happen to be names of columns make none."""
    assert find_turned(_source("channel,A,B\ndate,2019,2020\nstate,open\n")) == Turned(
        "column", ("channel", "date", "state"), (("A", "2019", "open"), ("B", "2020", ""))
    )
    assert _where("channel,date,state\ndate,2019,open\n") is None
    assert _where("x,y\nchannel,A\nz,B\n") is None


def test_a_header_in_two_rows_is_found() -> None:
    """Where each lacks what the other has, and together they name more."""
    text = "Channel,Seen,,Source\n,Date,State,\nA,2019,open,AP\n"
    assert find_turned(_source(text)) == Turned(
        "two", ("Channel", "Date", "State", "Source"), (("A", "2019", "open", "AP"),)
    )
    assert _where("Channel,Date,State,Source\nA,2019,,\nB,2020,open,AP\n") is None


def test_a_first_column_without_a_name_is_found() -> None:
    """Its cells are all different, each row has one more than the header, and the days are one
    cell further right than their name."""
    header = "channel,date,state\n"
    found = find_misplaced(_source(f"{header}1,A,2019,open\n2,B,2020,severed\n"))
    assert found is not None
    assert (found.where, found.header) == ("nameless", ("row", "channel", "date", "state"))
    assert find_misplaced(_source(f"{header}1,A,2019,open\n1,B,2020,severed\n")) is None
    assert find_misplaced(_source(f"{header}1,A,2019,open\nB,2020,severed\n")) is None
    assert find_misplaced(_source(f"{header}A,2019,open,8\nB,2020,open,5\n")) is None
    assert find_misplaced(_source(f"{header}{ROWS}")) is None


def test_rows_with_another_mark_are_found() -> None:
    """One that it parts into as many cells as there are names, one of them a day; a sentence
    with marks is none."""
    found = find_misplaced(_source("channel,date,state\nA,2019,open\nB;2020;severed\n"))
    assert found == Turned(
        "mixed", ("channel", "date", "state"), (("A", "2019", "open"), ("B", "2020", "severed"))
    )
    assert find_misplaced(_source("channel,date,state\nA,2019,open\nan; odd; note\n")) is None
    assert find_misplaced(_source("channel;date;state\nA,2019,open\nB,2020,open\n")) is not None


def test_a_cell_of_several_channels_is_a_row_for_each() -> None:
    """Where each has rows of its own between the same parties; others are one name."""
    text = 'channel,date,state\n"A, B",2019,severed\nA,2018,open\nB,2018,open\n'
    found = find_several(_source(text))
    assert found is not None
    assert found.rows[:2] == (("A", "2019", "severed"), ("B", "2019", "severed"))
    assert len(found.rows) == 4
    assert find_several(_source(text.replace("\nB,", "\nC,"))) is None
    apart = "channel,parties,date\nA and B,X;Y,1\nA,X;Y,1\nB,X;Z,1\n"
    assert find_several(_source(apart)) is None
