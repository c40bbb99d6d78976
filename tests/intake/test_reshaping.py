"""Tables of another shape."""

import pytest

from openline.intake.reshaping import Shape, find_shape
from openline.intake.source import Source, read_source
from openline.intake.written_rows import csv_of


def _found(text: str) -> Shape | None:
    source = read_source(text.encode())
    assert isinstance(source, Source)
    return find_shape(source)


def _csv(text: str, kind: str) -> list[str]:
    shape = _found(text)
    assert shape is not None
    assert shape.kind == kind
    return csv_of((shape.header, *shape.rows)).decode().splitlines()


def test_columns_of_ticks_become_one_of_states() -> None:
    """A file with states has them already; one without a date is no log."""
    assert _csv("channel,date,open,severed\nA,2019,x,\nB,2020,,x\nC,2021,x,x\n", "ticks") == [
        "channel,date,state",
        "A,2019,open",
        "B,2020,severed",
        "C,2021,open and severed",
    ]
    assert _found("channel,date,state,open\nA,2019,open,yes\nB,2020,severed,no\n") is None
    assert _found("channel,open,severed\nA,x,\nB,,x\n") is None


def test_two_columns_called_since_are_events() -> None:
    """Without that word two of them are a begin and an end."""
    assert _csv("channel,open since,severed since\nA,2019,2020\nB,2021,\n", "events") == [
        "channel,state,date",
        "A,open,2019",
        "A,severed,2020",
        "B,open,2021",
    ]
    assert _found("channel,opened,closed\nA,2019,2020\n") is None


def test_a_header_again_behind_a_mark_of_bytes_is_the_same() -> None:
    """Files that were put together keep the mark with which each began."""
    assert (
        _found("channel,date,state\nA,2019,open\n\ufeffchannel,date,state\nB,2020,open\n") is None
    )


def test_tables_side_by_side_become_one() -> None:
    """What stands once is repeated for each; a table without content in a row gives none."""
    assert _csv(
        "channel,date,state,date,state\nA,2019,open,2020,severed\nB,2019,open,,\n", "beside"
    ) == [
        "channel,date,state",
        "A,2019,open",
        "A,2020,severed",
        "B,2019,open",
    ]
    assert _csv(
        "channel,date,state,,Channel,Date,State\nA,2019,open,,B,2020,severed\n", "beside"
    ) == [
        "channel,date,state",
        "A,2019,open",
        "B,2020,severed",
    ]


def test_tables_one_below_another_become_one() -> None:
    """Each under its own names; the same header again is no line that says so."""
    text = (
        "channel,date,state\nA,2019,open\nchannel,date,state\nB,2019,open\n\n"
        "state,date,channel,cause\nsevered,2020,B,storm\n"
    )
    assert _csv(text, "below") == [
        "channel,date,state,cause",
        "A,2019,open,",
        "B,2019,open,",
        "B,2020,severed,storm",
    ]
    shape = _found(text)
    assert shape is not None
    assert shape.names == ("6",)


def test_columns_of_years_become_dates() -> None:
    """A row for each cell with content, its column's name as the date."""
    assert _csv("channel,2019,2020\nA,open,cut\nB,,open\n", "dates") == [
        "channel,date,state",
        "A,2019,open",
        "A,2020,cut",
        "B,2020,open",
    ]


def test_columns_of_states_become_channels() -> None:
    """Where the file has a date, and neither a channel nor a state."""
    assert _csv("Since,North line,South line\n2019,open,cut\n2020,,open\n", "channels") == [
        "Since,channel,state",
        "2019,North line,open",
        "2019,South line,cut",
        "2020,South line,open",
    ]


def test_columns_of_events_become_states() -> None:
    """Three or more whose names can mean a state, with dates in them; two are an interval."""
    text = "channel,opened,suspended,reopened\nA,2019,2020-03,\nB,2018,2019,2020\n"
    assert _csv(text, "events")[1:3] == ["A,opened,2019", "A,suspended,2020-03"]
    assert _found("channel,opened,closed\nA,2019,2020-03\n") is None


def test_a_table_that_would_grow_beyond_all_bounds_stays() -> None:
    """What stands once is written again for each column of states."""
    years = ",".join(map(str, range(1900, 2100)))
    others = ",".join(f"x{place}" for place in range(200))
    row = ",".join(["a"] * 200 + ["open"] * 200)
    assert _found(f"{others},{years}\n{row}\n") is not None
    assert _found(f"{others},{years}\n" + f"{row}\n" * 100) is None


@pytest.mark.parametrize(
    "text",
    [
        "channel,date,state\nA,2019,open\n",
        "channel,date,state\nA,2019,open\nchannel,date,state\nB,2019,open\n",
        "channel,date,state,note,note\nA,2019,open,x,y\n",
        "channel,date,state,date,state\nA,2019,open,2020,severed,more\n",
        "channel,date,state,,date,state\nA,2019,open,x,2020,severed\n",
        "channel,2019,2020\nA,open,cut,more\n",
        'channel,2019,2020\nA,open,cut\n"B,open,cut\n',
        "channel,2019,2020\nA,12,13\n",
        "channel,date,state\nA,2019,open\nstate,date,channel\nsevered,2020,B,more\n",
        "date,North line,South line\n2019,12,13\n",
        "",
    ],
)
def test_other_tables_stay_as_they_are(text: str) -> None:
    """Rows that are observations; and where content would have no place, or a row is not read."""
    source = read_source(text.encode())
    assert not isinstance(source, Source) or find_shape(source) is None
