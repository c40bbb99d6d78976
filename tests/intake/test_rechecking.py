"""Checking again: a file after an edit is what reading all of it says."""

import csv
import io
from typing import Final

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from openline.intake.arranging import column_labels
from openline.intake.deriving import derive
from openline.intake.edits import Edits
from openline.intake.rechecking import Checkable, checkable, recheck, splice
from openline.intake.source import Source, read_source
from openline.record.limits import ReadingLimits
from openline.record.reading import read_record
from openline.record.record import Record
from tests.asking import TODAY

_HEADERS: Final = (
    "channel,date,state",
    "channel,parties,date,state,event,actor",
    "parties,channel,start,end,state,note",
    "channel,date,state,level,kind,cadence_days,source_url,note",
    "state,date,channel,parties,event,Channel,,note",
    "channel,date,start,state,event,parties,level",
)
_CELLS: Final[dict[str, tuple[str, ...]]] = {
    "channel": ("A", "a", "B", " A ", "A  b", "A b", "", "ß", "Ł"),
    "parties": ("", "X; Y", "Y;X", "x; Y", "X", ";"),
    "date": (
        *("2020-01-01", "2020-01-02", "2020-01", "2020", "2020-01-01/2020-01-05"),
        *("2020-02-30", "5/8/2022", "", "2999-01-01"),
    ),
    "end": ("", "2020-01-02", "2020-01-05", "2020-02", "2019"),
    "state": ("open", "partial", "severed", "unknown", "", "opne", "OPEN"),
    "event": ("", "change", "contact", "check", "ended", "refusal", "overture", "planned"),
    "actor": ("", "X", "Z", "x"),
    "level": ("", "military", "political"),
    "kind": ("", "hotline", "talks"),
    "cadence_days": ("", "365", "365.0", "x"),
    "source_url": ("", "https://example.org/a", "javascript:x", "www.x"),
    "note": ("", "x", "two\nlines", 'a "quote"', "a, b; c", "three\r\nlong\rlines"),
}
_OTHER: Final = ("", " ", "x", "a\nb", "\u00a0", "\u2028", "\u200b", "A\u200b", '"', "sep=;", "\r")


@st.composite
def _cell(draw: st.DrawFn, name: str) -> str:
    known = _CELLS.get("date" if name == "start" else name.casefold(), _OTHER)
    return draw(st.sampled_from(known if draw(st.integers(0, 9)) else _OTHER))


@st.composite
def _row(draw: st.DrawFn, names: list[str]) -> list[str]:
    row = [draw(_cell(name)) for name in names]
    width = draw(st.sampled_from([*[len(names)] * 8, 0, 1, len(names) + 1]))
    return [*row, "more"][:width]


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    """Draw a file in any dialect, of few names, so that its rows have much to do together."""
    names = draw(st.sampled_from(_HEADERS)).split(",")
    out = io.StringIO(newline="")
    out.write(draw(st.sampled_from(["", "", "\n", "sep=,\n"])))
    delimiter = "," if out.getvalue().startswith("sep") else draw(st.sampled_from(",;\t"))
    ends = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
    end, mixed = draw(ends), draw(st.integers(0, 9)) == 0
    for row in [names, *draw(st.lists(_row(names), max_size=12))]:
        last = draw(ends) if mixed else end
        csv.writer(out, delimiter=delimiter, lineterminator=last).writerow(row)
    text = out.getvalue()
    mark, encoding = draw(
        st.sampled_from([*[(b"", "utf-8")] * 4, (b"\xef\xbb\xbf", "utf-8"), (b"", "cp1252")])
        | st.sampled_from([(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
    )
    text = text.rstrip("\r\n") if draw(st.booleans()) else text
    return mark + text.encode(encoding, "replace")


@st.composite
def _edits(draw: st.DrawFn, source: Source) -> Edits:
    names = [cell.strip() for cell in source.header.cells]
    lines = [row.line for row in source.rows if row.line > source.header.line] or [99]
    places = st.integers(0, len(names))
    labels = column_labels(source.header.cells, len(names) + 1)
    changed: dict[int, dict[str, str]] = {}
    for line in draw(st.lists(st.sampled_from(lines), max_size=3)):
        for place in draw(st.lists(places, max_size=2)):
            name = [*names, ""][place]
            changed.setdefault(line, {})[labels[place]] = draw(_cell(name))
    removed = frozenset(draw(st.lists(st.sampled_from(lines), max_size=2)))
    added = draw(st.lists(_row(names), max_size=2))
    rows = tuple(dict(zip(labels, row, strict=False)) for row in added)
    return Edits(changed, rows, removed)


def _known(data: bytes) -> tuple[Source, Checkable | None]:
    source = read_source(data)
    assert isinstance(source, Source)
    return source, checkable(data, source, read_record(data, TODAY))


def _same(found: Record, expected: Record) -> None:
    assert found.problems == expected.problems
    assert found.digest == expected.digest
    assert found.columns == expected.columns
    for name in ("observations", "channels", "extras"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(expected, name))


def test_a_part_read_again_says_what_the_whole_says() -> None:
    """Whatever the file and the edits: the same bytes, rows, problems and order of problems;
    and only a part is read of many."""
    parts: list[bool] = []

    @settings(max_examples=30)
    @given(_files(), st.data())
    def follows(data: bytes, draw: st.DataObject) -> None:
        source, known = _known(data)
        edits = draw.draw(_edits(source))
        found = recheck(known, edits, TODAY) if known is not None else None
        parts.append(found is not None)
        if found is None:
            return
        after = derive(data, edits=edits)
        assert found.splice.data == after
        assert found.splice.source == read_source(after)
        _same(found.record, read_record(after, TODAY))

    follows()
    assert sum(parts) > len(parts) / 6


def test_an_edit_that_could_change_the_whole_reading_is_left_to_it() -> None:
    """No part is read where control characters come in, or where a limit is passed."""
    _, known = _known(b"channel,date,state\nA,2020,opne\nB,2020,open\n")
    assert known is not None
    edit = Edits({2: {"state": "open"}})
    assert recheck(known, edit, TODAY) is not None
    assert recheck(known, Edits({2: {"state": "open\x00"}}), TODAY) is None
    assert recheck(known, edit, TODAY, ReadingLimits(rows=1)) is None
    assert recheck(known, edit, TODAY, ReadingLimits(size=10)) is None


def test_intervals_whose_only_good_row_goes_are_read_as_the_whole_is() -> None:
    """Nothing is left of the rows that were read before; the columns stand as ever."""
    data = b"channel,start,end,state,note\nA,2020-01-01,,open,\n,,,,x\n"
    _, known = _known(data)
    assert known is not None
    edits = Edits(removed=frozenset({2}))
    found = recheck(known, edits, TODAY)
    assert found is not None
    _same(found.record, read_record(derive(data, edits=edits), TODAY))


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
