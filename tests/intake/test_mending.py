"""Mending: faulty rows are edited, and everything else stays as it was."""

import re

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from openline.intake.mending import Edits, edits_of, faulty_rows, lines_after, mended, rows_at
from openline.intake.source import Source, read_source
from openline.record.reading import read_record
from tests.asking import TODAY
from tests.intake.files import files

_FILE = (
    b"\xef\xbb\xbfchannel;date;state;state\r\n"
    b"Hotline;2022-08-05;opne\r\n"
    b'"Talks";2022;open;\r\n'
    b'Talks;05/08/2022;severed;;"too; long"\r\n'
)


def _faulty(data: bytes) -> pd.DataFrame:
    return faulty_rows(data, read_record(data, TODAY).errors)


def test_faulty_rows_are_shown_as_written() -> None:
    """Rows with errors are shown by their lines, with every cell, also beyond the header."""
    frame = _faulty(_FILE)
    assert frame.index.tolist() == [2, 4]
    assert list(frame.columns) == ["channel", "date", "state", "state (4)", "5"]
    assert frame.loc[4].tolist() == ["Talks", "05/08/2022", "severed", "", "too; long"]


def test_cells_change_and_no_other_byte() -> None:
    """Marks, delimiter, quotes and line ends of a file stay around what is mended."""
    edits = Edits(changed={2: {2: "open"}, 4: {1: "2022-08-05"}})
    expected = _FILE.replace(b"opne", b"open").replace(b"05/08/2022", b"2022-08-05")
    assert mended(_FILE, edits) == expected


def test_rows_are_removed_and_added() -> None:
    """A removed row takes its line along, and an added one stands at the end."""
    data = b'a,b\n1,"two\nlines"\n3,4'
    edits = Edits(removed=frozenset({2}), added=[["5", 'x, "y"']])
    assert mended(data, edits) == b'a,b\n3,4\n5,"x, ""y"""\n'


def test_edits_of_a_table_editor_are_understood() -> None:
    """Places of rows become lines, names of columns places, and what is missing is empty."""
    edited = {
        "edited_rows": {"0": {"state": "open"}, 1: {"5": None, "date": "2022-08-05"}},
        "added_rows": [{"channel": "New", "date": "2023"}, {}],
        "deleted_rows": [],
    }
    edits = edits_of(_faulty(_FILE), edited)
    assert edits.changed == {2: {2: "open"}, 4: {4: "", 1: "2022-08-05"}}
    assert edits.added == [["New", "2023", "", "", ""]]
    lines = mended(_FILE, edits).decode("utf-8-sig").splitlines()
    assert lines[1:] == [
        "Hotline;2022-08-05;open",
        '"Talks";2022;open;',
        "Talks;2022-08-05;severed;;",
        "New;2023;;",
    ]


def test_deleted_rows_of_a_table_editor_are_removed() -> None:
    """Rows deleted in the editor are removed from the file, whatever else was changed in them."""
    edits = edits_of(_faulty(_FILE), {"edited_rows": {0: {"state": "x"}}, "deleted_rows": [0]})
    assert mended(_FILE, edits) == _FILE.replace(b"Hotline;2022-08-05;opne\r\n", b"")


@pytest.mark.parametrize(
    ("data", "line", "cells", "rows"),
    [
        (b'channel,date,state\nA,2020,"open\nB,2021,open\nC,2022,open\n', 2, {2: "open"}, 3),
        (b'channel,date,state\nA,2020,"open\n"B",2021,open\nC,2022,open\n', 2, {2: "open"}, 3),
        (b'channel,date,state\n"A" x,2020,open\nB,2021,open\n', 2, {0: "A x"}, 2),
    ],
)
def test_a_row_that_breaks_the_quoting_is_mended(
    data: bytes, line: int, cells: dict[int, str], rows: int
) -> None:
    """Such a row is shown by its first line; mended, the rows after it are read."""
    frame = _faulty(data)
    assert frame.index.tolist() == [line]
    record = read_record(mended(data, Edits(changed={line: cells})), TODAY)
    assert record.errors == ()
    assert len(record.observations) == rows


def test_the_header_is_no_row_to_mend() -> None:
    """Problems of the header show no row, and edits of its line do nothing."""
    data = b"channel,day,state\nA,2020,open\n"
    assert _faulty(data).empty
    assert mended(data, Edits(removed=frozenset({1}), changed={1: {0: "x"}})) == data


def test_what_is_no_text_has_no_rows() -> None:
    """A file that is no text shows nothing and stays as it is."""
    assert _faulty(b"%PDF-1.7").empty
    assert mended(b"%PDF-1.7", Edits(added=[["x"]])) == b"%PDF-1.7"


@given(files())
def test_edits_that_change_nothing_leave_the_file(data: bytes) -> None:
    """Every cell written back as it is read gives the same bytes."""
    source = read_source(data)
    assert isinstance(source, Source)
    same = {row.line: dict(enumerate(row.cells)) for row in source.rows}
    assert mended(data, Edits(changed=same)) == data
    assert mended(data, Edits()) == data


_TEXT = st.text(st.sampled_from('ab ,;"\n\rŁ'), max_size=4)


@given(files(), st.data())
def test_what_is_mended_is_read_back(data: bytes, draw: st.DataObject) -> None:
    """Changed cells read as given, removed rows are gone, added ones stand last."""
    source = read_source(data)
    assert isinstance(source, Source)
    rows = [row for row in source.rows if row.line != source.header.line]
    removed = draw.draw(st.sets(st.sampled_from([row.line for row in rows])))
    cells = st.dictionaries(st.integers(0, 3), _TEXT, max_size=2)
    changed = {row.line: draw.draw(cells) for row in rows[:2]}
    added = draw.draw(st.lists(st.lists(_TEXT, min_size=4, max_size=4), max_size=2))
    again = read_source(mended(data, Edits(changed, added, frozenset(removed))))
    assert isinstance(again, Source)
    expected = []
    for row in rows:
        if row.line not in removed:
            new = changed.get(row.line, {})
            width = max([len(row.cells), *(place + 1 for place in new)])
            kept = [*row.cells, *[""] * (width - len(row.cells))]
            expected.append(tuple(new.get(i, cell) for i, cell in enumerate(kept)))
    expected += [tuple(row) for row in added]
    found = [row.cells for row in again.rows[1:]]
    assert [_plain(row) for row in found] == [_plain(row) for row in expected]


def _plain(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row without empty cells at its end, which say nothing."""
    kept = list(row)
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


@given(
    st.sampled_from([b"", b"channel,date,state\n", b"sep=;\n"]),
    st.binary(max_size=99),
    st.dictionaries(st.integers(-1, 4), st.dictionaries(st.integers(0, 9), _TEXT)),
    st.lists(st.lists(_TEXT)),
    st.frozensets(st.integers(-1, 4)),
)
def test_no_bytes_make_mending_raise(
    header: bytes,
    body: bytes,
    changed: dict[int, dict[int, str]],
    added: list[list[str]],
    removed: frozenset[int],
) -> None:
    """Any bytes with any edits give bytes, and rows to look at."""
    data = header + body
    assert isinstance(mended(data, Edits(changed, added, removed)), bytes)
    assert isinstance(rows_at(data, {1, 2, 3}), pd.DataFrame)


def test_rows_are_shown_by_their_lines() -> None:
    """Rows are taken by the lines where they begin, the header never among them."""
    assert rows_at(_FILE, [1, 3, 99]).index.tolist() == [3]


def test_a_row_of_one_empty_cell_never_joins_the_line_before() -> None:
    """Emptied, the only cell of a row is quoted: blank, its end would join a carriage return."""
    data = b"channel,date,state\n\r0\nlast,2022,open\n"
    assert b'\r""\nlast' in mended(data, Edits({3: {0: ""}}, [], frozenset()))


@given(files(), st.data())
def test_rows_are_found_where_edits_leave_them(data: bytes, chance: st.DataObject) -> None:
    """Each row that stays, and each that is added, begins on the line that is told."""
    assume(not re.search(rb"\r(?!\n)", data))  # such ends may join a line feed that comes next
    source = read_source(data)
    assume(isinstance(source, Source) and source.is_whole)
    assert isinstance(source, Source)
    lines = [row.line for row in source.rows if row.line > source.header.line]
    texts = st.text('a,"\n', max_size=4)
    changed = {line: {0: chance.draw(texts)} for line in lines[::2]}
    removed = frozenset(lines[1::4])
    edits = Edits(changed, [["x"], ["y\nz"], ["w"]], removed)
    after = read_source(mended(data, edits))
    assert isinstance(after, Source)
    stand, added = lines_after(source, edits, lines)
    assert [line is None for line in stand] == [line in removed for line in lines]
    assert all(after.row_at(line) is not None for line in stand if line is not None)
    found = [after.row_at(line) for line in added]
    assert [row and row.cells[0] for row in found] == ["x", "y\nz", "w"]
