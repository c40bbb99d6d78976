"""Any bytes: whatever a file holds, reading gives a record with its problems and never raises."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openline.record.columns import FORMAT_NAMES
from openline.record.decoding import decode
from openline.record.delimited import read_cells
from openline.record.header import check_header
from openline.record.limits import ReadingLimits
from openline.record.problems import PROBLEM_KINDS, Problem
from openline.record.reading import read_record
from openline.record.record import Record, record_rows
from tests.asking import TODAY
from tests.budget import budget
from tests.record.bad_files import BAD_FILES
from tests.record.golden import BAD, GOOD

pytestmark = pytest.mark.thorough

_CASES: Final = budget(300, 20_000)
_WHOLE: Final = 40
"""Each fortieth file is read whole by itself, every one as far as its cells."""
_TOGETHER: Final = 125
"""So many files after each other are read whole as one."""
_ALL_COLUMNS: Final = ",".join(FORMAT_NAMES) + "\n"
_LONGEST: Final = 2_000
"""Larger files are left out, for they say nothing more and take longer."""
_PIECES: Final = (
    *(bytes([byte]) for byte in b'",;\t\n\r\x00\x1a\x1c /[.=-0'),
    *(b'""', b"\r\n", b"\n\n", b"sep=;\n", b'sep="\n', b"sep=\x00\n", b"\xef\xbb\xbf", b"\xff\xfe"),
    *(b"\xff", b"\xc3", b"\xc2\xa0", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"PK\x03\x04", b"%PDF-"),
    *(b"2022-08", b"0000-00-00", b"9999-12-31", b"2022-02-30/", b"[2022..2023]", b"9" * 400),
    *(b"channel,", b"date,", b"start,end,", b"event,", b"level,", b"open", b"check", b"ended"),
    *(b"http://", b"-1", b"1e999", b"nan", b"365.0", b"; ;", b"severed\n"),
)
_SEEDS: Final = tuple(data for path in (*GOOD, *BAD) if len(data := path.read_bytes()) <= _LONGEST)


def mutated(seed: int) -> bytes:
    """Return a golden file with some bytes changed, put in, taken out, doubled or swapped."""
    chance = np.random.default_rng(seed)
    data = bytearray(_SEEDS[chance.integers(len(_SEEDS))])
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, until = sorted(int(place) for place in chance.integers(len(data) + 1, size=2))
        until = min(until, at + 30)
        match chance.integers(5):
            case 0:
                data[at : at + 1] = bytes([chance.integers(256)])
            case 1:
                data[at:at] = _PIECES[chance.integers(len(_PIECES))]
            case 2:
                del data[at : at + int(chance.choice((1, 2, 30)))]
            case 3:
                data[at:at] = data[at:until]
            case _:
                data[at:until] = data[at:until][::-1]
    return bytes(data)


def _failures() -> list[str]:
    """Read mutated files, and return what raised or gave what no record is."""
    found, together = [], _ALL_COLUMNS
    for seed in range(_CASES):
        data = mutated(seed)
        try:
            together += _text_inside(data) + "\n"
            if seed % _WHOLE == 0:
                _look_at(read_record(data, TODAY, ReadingLimits(rows=seed % 3 or None)))
            if seed % _TOGETHER == _TOGETHER - 1:
                rows, together = together, _ALL_COLUMNS
                _look_at(read_record(rows.encode(), TODAY))
        except Exception as error:  # noqa: BLE001 - anything raised is what is sought
            found.append(f"seed {seed}: {error!r} of {data!r}")
    return found


def _text_inside(data: bytes) -> str:
    """Read a file as far as its cells, in a tenth of the time of reading, and return its text."""
    text = decode(data)
    if isinstance(text, Problem):
        return text.message
    cells = read_cells(text.text, has_strays=text.has_strays)
    assert len(cells.rows) == len(cells.lines)
    assert all(item.message for item in check_header(cells.header))
    return text.text


def _look_at(record: Record) -> None:
    """Hold a record to what is promised of each, sound or not."""
    assert isinstance(record, Record)
    for item in record.problems:
        assert isinstance(item, Problem)
        assert item.severity == PROBLEM_KINDS[item.code].severity
        assert item.line is None or item.line >= 1
        assert item.message
        assert item.suggestion
    if not len(record.observations):
        assert record.has_errors


def test_no_mutated_file_makes_reading_raise() -> None:
    """Golden files with damaged bytes each give cells or a problem, and a record with their
    problems: each fortieth by itself, all of them with others."""
    assert _failures() == []


_HEADERS = st.sampled_from(
    [b"", b"channel,date,state\n", b"channel;start;end;state\r\n", b"sep=|\nchannel|date|state\n"]
)


@settings(max_examples=budget(20, 200))
@given(_HEADERS, st.binary(max_size=200))
def test_no_bytes_make_reading_raise(header: bytes, body: bytes) -> None:
    """Any bytes, after a sound header or alone, give a record with its problems."""
    _look_at(read_record(header + body, TODAY))


_WORDS = st.sampled_from(
    [
        "A",
        "a",
        "A; B",
        "open",
        "severed",
        "unknown",
        "ended",
        "check",
        "contact",
        "change",
        "2022",
        "2022-08",
        "2022-08-05",
        "2023-01-01/2022",
        "0",
        "365.0",
        "http://x",
        "",
        " ",
    ]
)
_NAMES = st.sampled_from(
    [
        "channel",
        "date",
        "state",
        "event",
        "parties",
        "level",
        "cadence_days",
        "start",
        "end",
        "confidence",
        "actor",
        "source_url",
        "Note",
        "",
        "DATE",
    ]
)


@settings(max_examples=budget(20, 200))
@given(st.lists(_NAMES, max_size=9), st.lists(st.lists(_WORDS, max_size=9), max_size=6))
def test_no_table_makes_reading_raise(header: list[str], rows: list[list[str]]) -> None:
    """Any columns with any of the format's words in any place give a record; what is sound
    in it can be written."""
    text = "\n".join(",".join(cells) for cells in [header, *rows])
    record = read_record(text.encode(), TODAY)
    _look_at(record)
    assert len(record_rows(record)) == len(record.observations)


@pytest.mark.parametrize("piece", _PIECES)
def test_no_piece_alone_makes_reading_raise(piece: bytes) -> None:
    """Each piece alone, before a file and after it, gives a record with its problems."""
    for data in (piece, piece + _SEEDS[0], _SEEDS[0] + piece, piece * 50):
        _look_at(read_record(data, TODAY))


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_made_by_hand_says_what_is_wrong(name: str) -> None:
    """Each bad file gives the problem that it was made for, as an error."""
    data, code = BAD_FILES[name]
    record = read_record(data, TODAY)
    _look_at(record)
    assert code in {item.code for item in record.errors}
