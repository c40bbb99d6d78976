"""What observations are called in an address."""

import hashlib
from datetime import date
from typing import Final

from openline.record.observation_names import named_row, observation_names
from openline.record.reading import read_record
from openline.record.record import Record

DAY: Final = date(2026, 1, 1)
HEAD: Final = "channel,parties,date,state,summary,source"
ROWS: Final = (
    "Line,A; B,2020-01-01,open,It began.,Herald",
    "Line,A; B,2021-01-01,severed,It ended.,Gazette",
    "Talks,,2021-01-01,open,They met.,",
)


def _record(*rows: str, head: str = HEAD) -> Record:
    return read_record("\n".join((head, *rows, "")).encode(), DAY)


def _names(record: Record) -> list[str]:
    return observation_names(record, record.observations.index).tolist()


def test_a_name_is_a_hash_of_what_the_row_is() -> None:
    """Of channel, parties, date, event and source."""
    record = _record(*ROWS)
    first = record.observations.iloc[1]
    text = "\x1f".join(str(first[name]) for name in ("channel", "parties", "date", "event"))
    whole = f"{text}\x1f{first['source']}"
    assert _names(record)[1] == hashlib.sha256(whole.encode()).hexdigest()[:12]


def test_a_name_stays_when_others_are_mended() -> None:
    """Another summary or state of the row, another row, and another order change nothing."""
    names = set(_names(_record(*ROWS)))
    mended = [ROWS[2], ROWS[1].replace("It ended", "It was cut").replace("severed", "partial")]
    assert set(_names(_record(*mended, ROWS[0]))) == names
    moved = set(_names(_record(ROWS[0].replace("2020-01-01", "2020-01-02"), *ROWS[1:])))
    assert len(moved & names) == 2


def test_rows_that_say_the_same_are_counted_on() -> None:
    """In the order of the file, so that each has a name of its own."""
    again = ROWS[0].replace("It began.", "So it did.")
    names = _names(_record(ROWS[0], again, ROWS[2]))
    assert len(set(names)) == 3
    assert sum(name.endswith("-2") for name in names) == 1


def test_a_file_names_its_rows_itself() -> None:
    """In a column `id`, however it is written; a row without one has its hash."""
    record = _record(
        "x 1,Line,2020-01-01,open", ",Line,2020-02-01,severed", head="ID,channel,date,state"
    )
    names = _names(record)
    assert names[0] == "x 1"
    assert len(names[1]) == 12


def test_no_two_rows_are_called_the_same_whatever_a_file_calls_them() -> None:
    """Also where it gives one name twice, and then the name that the second would be counted to:
    each leads to its own row."""
    rows = ("a,L,2020-01-01,open", "a,L,2020-02-01,severed", "a-2,L,2020-03-01,open")
    for order in (rows, rows[::-1]):
        record = _record(*order, head="id,channel,date,state")
        names = _names(record)
        assert {"a", "a-2"} < {*names}
        assert [named_row(record, name, ["L"]) for name in names] == [0, 1, 2]


def test_some_rows_are_called_as_among_all() -> None:
    """Names do not hang on what is asked for with them."""
    record = _record(*ROWS)
    index = record.observations.index
    assert observation_names(record, index[[2, 0]]).tolist() == [
        _names(record)[2],
        _names(record)[0],
    ]


def test_a_name_leads_to_its_row() -> None:
    """And one that is no longer there to none."""
    record = _record(*ROWS)
    assert [named_row(record, name) for name in _names(record)] == [0, 1, 2]
    assert named_row(record, "gone") is None


def test_one_name_in_several_channels_is_that_of_the_channel_beside_it() -> None:
    """As where a file numbers the rows of each channel; without a channel it is the first."""
    record = _record(
        "1,Line,A; B,2020-01-01,open",
        "1,Line,A; C,2020-01-01,open",
        "1,Talks,A; B,2020-01-01,open",
        head="id,channel,parties,date,state",
    )
    wanted = {
        (): ("Line", "A; B"),
        ("Talks",): ("Talks", "A; B"),
        ("Line", "A; C"): ("Line", "A; C"),
        ("Talks", "C"): ("Talks", "A; B"),
        ("Gone", "A; C"): ("Line", "A; B"),
    }
    for beside, of in wanted.items():
        row = record.observations.loc[named_row(record, "1", beside[:1], beside[1:])]
        assert (row["channel"], row["parties"]) == of
