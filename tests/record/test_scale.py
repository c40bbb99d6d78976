"""Scale: a long record is read and derived, in memory that grows with its length at most."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

_ROOT: Final = Path(__file__).parents[2]
_SHORT: Final = 50_000
_LONG: Final = 200_000
_FIXED_KILOBYTES: Final = 20_000
"""What the reading of any length may take beside its proportion, the allocator's steps."""
_SCRIPT: Final = """
import json, resource, sys
from datetime import date
from pathlib import Path
from benchmarks.records import long_record
from openline.analysis.tables import TABLES, Question
from openline.formats.cells import plain_rows
from openline.record.reading import read_record

def peak():
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # On Linux the figure of getrusage begins with that of the process that started this one.
    return int(status.read_text().partition("VmHWM:")[2].split()[0])

rows, today = int(sys.argv[1]), date(2026, 11, 25)
warm = read_record(long_record(200), today)
for table in TABLES:
    table.answer(Question(warm, today, days=(date(2015, 1, 1), today)))
data = long_record(rows)
before = peak()
record = read_record(data, today)
question = Question(record, today, closings=True, days=(date(2015, 1, 1), today))
counts = {table.name: len(table.answer(question)) for table in TABLES}
counts["errors"], counts["channels"] = len(record.errors), len(record.channels)
json.dump({"counts": counts, "kilobytes": peak() - before}, sys.stdout)
"""

_SPEED: Final = """
import io, json, sys, time
from datetime import date
import pandas as pd
from benchmarks.records import long_record
from openline.record.reading import read_record

def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start

today, data = date(2026, 11, 25), long_record(200_000)
read_record(long_record(200), today)
frame = lambda: pd.read_csv(io.BytesIO(data), dtype=str)
record = lambda: read_record(data, today)
json.dump([min(seconds(work) for _ in range(3)) for work in (frame, record)], sys.stdout)
"""

Measured = dict[int, tuple[dict[str, int], int]]


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Read and derive a short and a long record, each in a process of its own."""
    found: Measured = {}
    for rows in (_SHORT, _LONG):
        command = [sys.executable, "-c", _SCRIPT, str(rows)]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
        answer = json.loads(done.stdout)
        found[rows] = answer["counts"], answer["kilobytes"]
    return found


@pytest.mark.parametrize("rows", [_SHORT, _LONG])
def test_a_long_record_is_read_whole(measured: Measured, rows: int) -> None:
    """Every row of a long record is an observation, and each channel has its status."""
    counts, _ = measured[rows]
    assert counts["errors"] == 0
    assert counts["observations"] == rows
    assert counts["channels"] == counts["status"] == counts["shares"] == rows // 200
    assert counts["compare"] == counts["status"]
    assert counts["spans"] > counts["channels"]
    assert counts["gaps"] > 0
    assert counts["survival"] > 1


def test_memory_grows_in_proportion_at_most(measured: Measured) -> None:
    """Four times the rows take at most four times the memory, reading and tables together."""
    (_, short), (_, long) = measured[_SHORT], measured[_LONG]
    assert 0 < long <= _LONG // _SHORT * short + _FIXED_KILOBYTES


def test_a_long_record_is_checked_in_little_more_than_it_takes_to_read() -> None:
    """200,000 rows are checked in at most three times `pandas.read_csv` and one second."""
    command = [sys.executable, "-c", _SPEED]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    plain, checked = json.loads(done.stdout)
    assert checked <= 3 * plain + 1


_BROKEN: Final = """
import json, sys
from datetime import date
from pathlib import Path
from openline.record.reading import read_record

def peak():
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])

kind, rows = sys.argv[1], int(sys.argv[2])
row = {
    "sound": "Line {0},2020-01-01,open,check,s{0}\\n",
    "dates": "Line {0},x{0},open,check,\\n",
    "words": "Line {0},2020-01-01,open{0},check,\\n",
    "quotes": '"Line {0}"x,2020-01-01,open,check,\\n',
    "cells": "Line {0},2020-01-01,open,check,,x{0}\\n",
    "several": ",x{0},open{0},meet{0},,x{0}\\n",
    "short": "A,2020\\n",
}[kind]
header = "channel,date,state,event,summary"
if kind == "short":
    header += "".join(f",c{i}" for i in range(495)) + "\\nA,2020" + ",x" * 498
data = (header + "\\n" + "".join(row.format(i) for i in range(rows))).encode()
read_record(b"channel,date,state\\nA,2020,open\\nA,20,x\\n", date(2026, 1, 1))
before = peak()
record = read_record(data, date(2026, 1, 1))
listed, beyond = len(record.problems), sum(record.beyond.values())
json.dump([listed, beyond, peak() - before], sys.stdout)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is told by Linux")
def test_broken_rows_take_no_more_memory_than_sound_ones() -> None:
    """Of 200,000 broken rows 10,000 problems are listed, the rest counted; neither they nor
    short rows under a wide header take more memory than sound rows do."""
    taken = {}
    for kind in ("sound", "dates", "words", "quotes", "cells", "several", "short"):
        command = [sys.executable, "-c", _BROKEN, kind, "200000"]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
        listed, beyond, taken[kind] = json.loads(done.stdout)
        known = {"sound": (0, 0), "several": (10_000, 990_000), "short": (10_000, 190_002)}
        expected = known.get(kind, (10_000, 190_000))
        assert (listed, beyond) == expected, kind
    assert max(taken.values()) <= taken["sound"] + _FIXED_KILOBYTES, taken
