"""Mending: rows are edited, and everything else stays as it was, on its line."""

import re

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices, DateReading, Join
from openline.intake.deriving import (
    arranged_frame,
    came,
    derive,
    derived_csv,
    derived_edits,
    edits_of,
)
from openline.intake.edits import Edits
from openline.intake.source import Source, read_source
from openline.record.reading import read_record
from tests.asking import TODAY
from tests.intake.files import HEADER, files

_FILE = (
    b"\xef\xbb\xbfchannel;date;state;state\r\n"
    b"Hotline;2022-08-05;opne\r\n"
    b'"Talks";2022;open;\r\n'
    b'Talks;05/08/2022;severed;;"too; long"\r\n'
)


def _source(data: bytes) -> Source:
    source = read_source(data)
    assert isinstance(source, Source)
    return source


def _rows(data: bytes, lines: set[int], choices: Choices = Choices()) -> pd.DataFrame:  # noqa: B008 - frozen
    source = came(data, choices)
    assert isinstance(source, Source)
    return arranged_frame(source, choices, Edits(), lines)


def _faulty(data: bytes) -> pd.DataFrame:
    problems = read_record(data, TODAY).errors
    return _rows(data, {item.line for item in problems if item.line is not None})


def _of_editor(frame: pd.DataFrame, edited: dict[str, object]) -> Edits:
    labels = Arrangement.of(_source(_FILE), Choices()).labels_of(frame.shape[1])
    return edits_of(frame, edited, labels)


def test_faulty_rows_are_shown_as_written() -> None:
    """Rows with errors are shown by their lines, with every cell, also beyond the header."""
    frame = _faulty(_FILE)
    assert frame.index.tolist() == [2, 4]
    assert list(frame.columns) == ["channel", "date", "state", "state (4)", "5"]
    assert frame.loc[4].tolist() == ["Talks", "05/08/2022", "severed", "", "too; long"]


def test_cells_change_and_no_other_byte() -> None:
    """Marks, delimiter, quotes and line ends of a file stay around what is mended."""
    edits = Edits(changed={2: {"state": "open"}, 4: {"date": "2022-08-05"}})
    expected = _FILE.replace(b"opne", b"open").replace(b"05/08/2022", b"2022-08-05")
    assert derive(_FILE, edits=edits) == expected


def test_rows_are_left_out_and_added() -> None:
    """In place of a row that is left out its lines are empty; an added one stands at the end."""
    data = b'a,b\n1,"two\nlines"\n3,4'
    edits = Edits(removed=frozenset({2}), added=({"a": "5", "b": 'x, "y"'},))
    assert derive(data, edits=edits) == b'a,b\n\n\n3,4\n5,"x, ""y"""\n'


def test_the_last_row_leaves_its_line_behind() -> None:
    """A last line without an end is still one, so that an added row comes after it."""
    edits = Edits(removed=frozenset({3}), added=({"a": "5"},))
    assert derive(b"a,b\n1,2\n3,4", edits=edits) == b'a,b\n1,2\n""\n5,\n'


def test_edits_of_a_table_editor_are_understood() -> None:
    """Places of rows become lines, and what is missing is empty."""
    edited: dict[str, object] = {
        "edited_rows": {"0": {"state": "open"}, 1: {"5": None, "date": "2022-08-05"}},
        "added_rows": [{"channel": "New", "date": "2023"}, {}],
        "deleted_rows": [],
    }
    edits = _of_editor(_faulty(_FILE), edited)
    assert edits.changed == {2: {"state": "open"}, 4: {"5": "", "date": "2022-08-05"}}
    assert edits.added == ({"channel": "New", "date": "2023"},)
    lines = derive(_FILE, edits=edits).decode("utf-8-sig").splitlines()
    assert lines[1:] == [
        "Hotline;2022-08-05;open",
        '"Talks";2022;open;',
        "Talks;2022-08-05;severed;;",
        "New;2023;;",
    ]


def test_deleted_rows_of_a_table_editor_are_left_out() -> None:
    """Rows deleted in the editor are gone from the file, whatever else was changed in them."""
    edits = _of_editor(_faulty(_FILE), {"edited_rows": {0: {"state": "x"}}, "deleted_rows": [0]})
    assert derive(_FILE, edits=edits) == _FILE.replace(b"Hotline;2022-08-05;opne\r\n", b"\r\n")


@pytest.mark.parametrize(
    ("data", "line", "cells", "rows"),
    [
        (b'channel,date,state\nA,2020,"open\nB,2021,open\nC,2022,open\n', 2, {"state": "open"}, 3),
        (
            b'channel,date,state\nA,2020,"open\n"B",2021,open\nC,2022,open\n',
            2,
            {"state": "open"},
            3,
        ),
        (b'channel,date,state\n"A" x,2020,open\nB,2021,open\n', 2, {"channel": "A x"}, 2),
    ],
)
def test_a_row_that_breaks_the_quoting_is_mended(
    data: bytes, line: int, cells: dict[str, str], rows: int
) -> None:
    """Such a row is shown by its first line; mended, the rows after it are read."""
    frame = _faulty(data)
    assert frame.index.tolist() == [line]
    record = read_record(derive(data, edits=Edits(changed={line: cells})), TODAY)
    assert record.errors == ()
    assert len(record.observations) == rows


def test_the_header_is_no_row_to_mend() -> None:
    """Problems of the header show no row, and edits of its line do nothing."""
    data = b"channel,day,state\nA,2020,open\n"
    assert _faulty(data).empty
    assert derive(data, edits=Edits({1: {"channel": "x"}}, (), frozenset({1}))) == data


def test_what_is_no_text_stays_as_it_is() -> None:
    """A file that is no text is never another one."""
    assert derive(b"%PDF-1.7", edits=Edits(added=({"x": "x"},))) == b"%PDF-1.7"


@given(files())
def test_edits_that_change_nothing_leave_the_file(data: bytes) -> None:
    """Every cell written back as it is read gives the same bytes."""
    source = _source(data)
    labels = Arrangement.of(source, Choices()).labels
    same = {row.line: dict(zip(labels, row.cells, strict=False)) for row in source.rows}
    assert derive(data, edits=Edits(changed=same)) == data
    assert derive(data) == data


_TEXT = st.text(st.sampled_from('ab ,;"\n\rŁ'), max_size=4)
_CELLS = st.dictionaries(st.sampled_from(HEADER), _TEXT, max_size=2)


@given(files(), st.data())
def test_what_is_mended_is_read_back(data: bytes, draw: st.DataObject) -> None:
    """Changed cells read as given but for their line ends, rows left out are gone, added ones
    stand last, and all others are on their lines."""
    source = _source(data)
    rows = [row for row in source.rows if row.line != source.header.line]
    removed = draw.draw(st.sets(st.sampled_from([row.line for row in rows])))
    changed = {row.line: draw.draw(_CELLS) for row in rows[:2]}
    added = draw.draw(st.lists(_CELLS, max_size=2))
    edits = Edits(changed, tuple(added), frozenset(removed))
    again = _source(derive(data, edits=edits))
    expected = {}
    for row in rows:
        cells = dict(zip(HEADER, row.cells, strict=False))
        new = {
            name: text if text == cells.get(name) else _plain(text)
            for name, text in changed.get(row.line, {}).items()
        }
        if row.line not in removed and "".join(({**cells, **new}).values()).strip():
            expected[row.line] = {**cells, **new}
    for line, cells in enumerate(added, start=len(source.lines) + 1):
        if "".join(cells.values()).strip():
            expected[line] = {name: _plain(text) for name, text in cells.items()}
    found = {
        row.line: dict(zip(HEADER, row.cells, strict=False))
        for row in again.rows
        if row.line != again.header.line and "".join(row.cells).strip()
    }
    assert {line: _filled(cells) for line, cells in found.items()} == {
        line: _filled(cells) for line, cells in expected.items()
    }


def _plain(text: str) -> str:
    return re.sub(r"\r\n|\n|\r", " ", text)


def _filled(cells: dict[str, str]) -> dict[str, str]:
    """Return cells without empty ones, which say nothing."""
    return {name: text for name, text in cells.items() if text}


@given(
    st.sampled_from([b"", b"channel,date,state\n", b"sep=;\n"]),
    st.binary(max_size=99),
    st.dictionaries(st.integers(-1, 4), _CELLS),
    st.lists(_CELLS).map(tuple),
    st.frozensets(st.integers(-1, 4)),
)
def test_no_bytes_make_mending_raise(
    header: bytes,
    body: bytes,
    changed: dict[int, dict[str, str]],
    added: tuple[dict[str, str], ...],
    removed: frozenset[int],
) -> None:
    """Any bytes with any edits give bytes, and rows to look at."""
    data = header + body
    assert isinstance(derive(data, edits=Edits(changed, added, removed)), bytes)
    source = read_source(data)
    if isinstance(source, Source):
        frame = arranged_frame(source, Choices(), Edits(changed, added, removed), {1, 2, 3})
        assert isinstance(frame, pd.DataFrame)


def test_rows_are_shown_by_their_lines() -> None:
    """Rows are taken by the lines where they begin, the header never among them."""
    assert _rows(_FILE, {1, 3, 99}).index.tolist() == [3]


def test_a_row_of_one_empty_cell_never_joins_the_line_before() -> None:
    """Emptied, the only cell of a row is quoted: blank, its end would join a carriage return;
    so is a row that is left out."""
    data = b"channel,date,state\n\r0\nlast,2022,open\n"
    assert b'\r""\nlast' in derive(data, edits=Edits({3: {"channel": ""}}))
    assert b'\r""\nlast' in derive(data, edits=Edits(removed=frozenset({3})))


_CHOSEN = Choices(
    names={"Line": "channel", "When": "date"},
    joins={"end": Join(("year", "month"))},
    constants={"kind": "hotline"},
    words={"state": {"up": "open"}},
    dates={"date": DateReading("month-first"), "end": DateReading("month-first")},
)
_OWN = b"Line,When,state,year,month\nA,2/28/2024,up,2025,1\nB,soon,up,2025,x,more\n"


def test_a_mended_cell_is_read_with_the_choices_made() -> None:
    """What is typed is read as the file's own cells are: its words, dates and order of days;
    also in a column that others make, and in a row that is added."""
    edits = Edits(
        {3: {"When": "3/1/2024", "end": "4/1/2025", "6": ""}},
        ({"Line": "C", "When": "12/31/2024", "state": "UP", "kind": "talks"},),
    )
    assert derive(_OWN, _CHOSEN, edits).decode().splitlines() == [
        "channel,date,state,year,month,end,kind",
        "A,2024-02-28,open,2025,1,2025-01,hotline",
        "B,2024-03-01,open,2025,x,2025-04-01,hotline,",
        "C,2024-12-31,open,,,,talks",
    ]


def test_rows_to_mend_are_shown_as_they_came_under_their_names_by_now() -> None:
    """The cells are those of the file, so that what is typed beside them is in its own form."""
    frame = _rows(_OWN, {2, 3}, _CHOSEN)
    assert list(frame.columns) == [
        *("channel", "date", "state", "year", "month", "end", "kind"),
        "8",
    ]
    assert frame.loc[3].tolist() == ["B", "soon", "up", "2025", "x", "2025 x", "hotline", "more"]


@given(files(), st.data())
def test_a_later_edit_is_one_of_the_csv_that_a_file_makes(data: bytes, draw: st.DataObject) -> None:
    """Where the part is told that an edit changes, it makes what all of it makes."""
    source = _source(data)
    lines = st.sampled_from([row.line for row in source.rows])
    edits = st.builds(
        Edits,
        st.dictionaries(lines, _CELLS, max_size=2),
        st.lists(_CELLS, max_size=2).map(tuple),
        st.frozensets(lines, max_size=2),
    )
    chosen = Choices(
        names={"summary": "kind"},
        constants={"actor": "x"},
        joins={"cause": Join(("channel", "date"), " ")},
        words={"state": {"a": "open"}},
    )
    before = draw.draw(edits)
    after = before.joined(draw.draw(edits), len(source.lines))
    made = derive(data, chosen, before)
    part = derived_edits(source, chosen, before, after)
    assume(part is not None)
    assert part is not None
    found = read_source(derived_csv(made, _source(made), edits=part))
    whole = read_source(derive(data, chosen, after))
    assert isinstance(found, Source)
    assert isinstance(whole, Source)
    assert _content(found) == _content(whole)


def _content(source: Source) -> dict[int, tuple[str, ...]]:
    return {row.line: row.cells for row in source.rows if "".join(row.cells).strip()}
