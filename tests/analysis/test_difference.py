"""What changed between two records, worked out by hand."""

from pathlib import Path
from typing import Any, Final

import pandas as pd

from openline.analysis.difference import (
    DIFFERENT_CELLS,
    DIFFERENT_ROWS,
    DIFFERENT_STATUS,
    difference,
    status_difference,
)
from tests.analysis.records import evidence, read

_BEFORE: Final = """channel,parties,date,event,state,summary,desk
Hotline,A; B,2020-01-01,change,open,Agreed,x
Hotline,A; B,2020-03-01,contact,,A call,x
Hotline,A; B,2020-05,change,severed,Cut off,x
Talks,A; C,2020-01-01,change,open,,x
Talks,A; C,2020-02-01,contact,,Round one,x
Old name,,2020-01-01,change,partial,Began to meet,x
"""
_AFTER: Final = """date,channel,parties,event,state,summary,coder
2020-05-07,Hotline,B;A,,SEVERED,Cut off,
2020-01-01,Hotline,A; B,change,partial,Agreed,
2020-01-01,Talks,A; C,change,open,,
2020-02-01,Talks,A; C,refusal,,No round,
2020-06-01,Talks,A; C,contact,,Round two,
2020-01-01,New name,,change,partial,Began to meet,
"""


def _plain(frame: pd.DataFrame) -> list[list[Any]]:
    """Return the rows of a frame, missing as None."""
    return [[None if pd.isna(cell) else cell for cell in row] for row in frame.to_numpy().tolist()]


def _without_desk() -> str:
    return "\n".join(line.rpartition(",")[0] for line in _BEFORE.splitlines())


def test_rows_added_removed_and_changed() -> None:
    """Each row that is not in both records stands once, with what happened to it."""
    after = _AFTER.replace(",coder", "").replace(",\n", "\n")
    found = difference(read(_without_desk()), read(after)).rows
    columns = ["change", "channel", "date", "before_line", "after_line", "columns"]
    assert _plain(found[columns]) == [
        ["changed", "Hotline", "2020-01-01", 2, 3, "state"],
        ["removed", "Hotline", "2020-03-01", 3, None, ""],
        ["changed", "Hotline", "2020-05-07", 4, 2, "date"],
        ["changed", "Talks", "2020-02-01", 6, 5, "event, summary"],
        ["added", "Talks", "2020-06-01", None, 6, ""],
        ["changed", "New name", "2020-01-01", 7, 7, "channel"],
    ]
    assert tuple(found) == DIFFERENT_ROWS


def test_cells_of_changed_rows_stand_side_by_side() -> None:
    """Of each changed row, each cell that differs is told, before and after."""
    after = _AFTER.replace(",coder", "").replace(",\n", "\n")
    found = difference(read(_without_desk()), read(after)).cells
    assert tuple(found) == DIFFERENT_CELLS
    assert sorted(_plain(found)) == [
        [2, 3, "state", "open", "partial"],
        [4, 2, "date", "2020-05", "2020-05-07"],
        [6, 5, "event", "contact", "refusal"],
        [6, 5, "summary", "Round one", "No round"],
        [7, 7, "channel", "Old name", "New name"],
    ]


def test_other_columns_count_too() -> None:
    """A column that only one record has differs where it holds something."""
    before, after = read(_BEFORE), read(_without_desk())
    found = difference(before, after)
    assert set(found.rows["change"]) == {"changed"}
    assert set(found.rows["columns"]) == {"desk"}
    assert _plain(found.cells)[0] == [2, 2, "desk", "x", None]
    assert difference(after, read(_without_desk().replace("summary", "summary,coder"))).rows.empty


def test_order_and_spelling_of_a_file_make_no_difference() -> None:
    """The same rows in another order, with other spellings of the same, are the same record."""
    lines = _BEFORE.replace("A; B", "B ;  A").replace("open", "OPEN").splitlines()
    turned = "\r\n".join([lines[0].title().replace("Desk", "desk"), *reversed(lines[1:])])
    found = difference(read(_BEFORE), read(turned))
    assert found.rows.empty
    assert found.cells.empty
    assert tuple(found.rows) == DIFFERENT_ROWS


def test_what_is_added_one_way_is_removed_the_other() -> None:
    """Turned round, additions are removals and changes stay changes."""
    one, other = read(_BEFORE), read(_BEFORE + "Talks,A; C,2021-01-01,contact,,Round two,x\n")
    assert _plain(difference(one, other).rows[["change", "after_line"]]) == [["added", 8]]
    assert _plain(difference(other, one).rows[["change", "before_line"]]) == [["removed", 8]]


def test_rows_that_say_the_same_of_one_day_pair_in_their_order() -> None:
    """Of two like contacts on one day, the one that changed is found."""
    head = "channel,date,event,state,summary\nC,2020-01-01,change,open,\n"
    one = head + "C,2020-02-01,contact,,first\nC,2020-02-01,contact,,second\n"
    found = difference(read(one), read(one.replace("second", "third")))
    assert _plain(found.cells) == [[4, 4, "summary", "second", "third"]]


def test_a_cadence_is_compared_as_a_number() -> None:
    """A cadence is shown as a whole number, and 30.0 is 30."""
    text = "channel,date,state,cadence_days\nC,2020-01-01,open,{}\n"
    assert difference(read(text.format("30")), read(text.format("30.0"))).rows.empty
    found = difference(read(text.format("")), read(text.format("30"))).cells
    assert _plain(found) == [[2, 2, "cadence_days", None, "30"]]


def test_channels_whose_status_differs() -> None:
    """Only channels that stand otherwise on the day are told, with what differs."""
    day = "2020-12-31"
    after = _AFTER + "2020-01-01,Talks 2,A; C,change,open,,\n"
    found = status_difference(evidence(_BEFORE, day), evidence(after, day))
    assert tuple(found) == DIFFERENT_STATUS
    assert _plain(found[["channel", "change", "from_state", "to_state", "differs"]]) == [
        ["New name", "new", None, "partial", "state, since, last_observed"],
        ["Old name", "gone", "partial", None, "state, since, last_observed"],
        ["Hotline", "unchanged", "severed", "severed", "since, last_contact, last_observed"],
        ["Talks", "unchanged", "open", "open", "last_contact, last_observed"],
        ["Talks 2", "new", None, "open", "state, since, last_observed"],
    ]


def test_the_words_of_a_changed_state() -> None:
    """A state that differs is opened, closed, ended, unclear or begun again."""
    states = {
        "Up": ("severed", "open", "opened"),
        "Down": ("open", "partial", "closed"),
        "Lost": ("open", "unknown", "unclear"),
    }
    texts = [
        "channel,date,event,state\n"
        + "".join(f"{name},2020-01-01,change,{word[side]}\n" for name, word in states.items())
        + f"Over,2020-01-01,change,open\nOver,2020-02-01,{('change', 'ended')[side]},"
        + f"{('partial', '')[side]}\n"
        for side in (0, 1)
    ]
    one, other = (evidence(text, "2020-12-31") for text in texts)
    words = {name: word for name, (*_, word) in states.items()}
    there = status_difference(one, other).set_index("channel")["change"].to_dict()
    assert there == words | {"Over": "ended"}
    back = status_difference(other, one).set_index("channel")["change"].to_dict()
    assert back["Over"] == "new"


def test_a_record_does_not_differ_from_itself() -> None:
    """Nothing differs between equal records, and an empty day has no channels."""
    for day in ("2020-12-31", "2019-01-01"):
        found = status_difference(evidence(_BEFORE, day), evidence(_BEFORE, day))
        assert found.empty
        assert tuple(found) == DIFFERENT_STATUS


def test_every_field_stands_in_the_method() -> None:
    """The written method says what each field of the tables means."""
    text = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
    chapter = text.partition("## Difference of two revisions")[2].partition("\n## ")[0]
    chapter = " ".join(chapter.split())
    assert [
        name for name in (*DIFFERENT_ROWS, "added", "removed", "changed") if name not in chapter
    ] == []
    sides = {name.removeprefix("from_").removeprefix("to_") for name in DIFFERENT_STATUS}
    told = {name: name.replace("_", " ").replace("since", "since when") for name in sides}
    assert [name for name, words in told.items() if words not in chapter] == []
