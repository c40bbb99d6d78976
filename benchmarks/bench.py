"""Measure reading, deriving and drawing: `make bench`.

Each figure stands beside its unit; compare figures of one run only, for machines differ.
"""

import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import pandas as pd  # noqa: E402 - the path to the project comes first
from streamlit.testing.v1 import AppTest  # noqa: E402 - as above

from benchmarks.records import BROKEN, broken_record, long_record  # noqa: E402 - as above
from openline.analysis.question import Question  # noqa: E402 - as above
from openline.analysis.tables import TABLES  # noqa: E402 - as above
from openline.intake.arranging import column_labels  # noqa: E402 - as above
from openline.intake.edits import Edits  # noqa: E402 - as above
from openline.intake.rechecking import checkable, recheck  # noqa: E402 - as above
from openline.intake.source import Source, read_source  # noqa: E402 - as above
from openline.record.reading import read_record  # noqa: E402 - as above
from openline.record.record import Record  # noqa: E402 - as above

TODAY: Final = date(2026, 11, 25)
RERUNS: Final = 25
BROKEN_ROWS: Final = 200_000


def main() -> None:
    """Print every measurement."""
    if sys.argv[1:] == ["cold"]:
        _say("bundled, cold", _milliseconds(_bundled), "ms to read and derive, in a new process")
        return
    if sys.argv[1:2] == ["broken"]:
        _broken(sys.argv[2])
        return
    subprocess.run([sys.executable, __file__, "cold"], check=True)
    warm = [_milliseconds(_bundled) for _ in range(RERUNS)]
    _say("bundled, warm", statistics.median(warm), f"ms, median of {RERUNS}")
    for rows in (50_000, 200_000):
        _scale(rows)
    for kind in BROKEN:
        subprocess.run([sys.executable, __file__, "broken", kind], check=True)
    _page()


def _bundled() -> None:
    record = read_record((ROOT / "data" / "channels.csv").read_bytes(), TODAY)
    _derive(record)


def _derive(record: Record) -> None:
    day = record.latest_day(TODAY)
    question = Question(record, day, closings=True, days=(date(day.year - 1, 1, 1), day))
    evidence = question.evidence()
    for table in TABLES:
        table.build(question, evidence)


def _scale(rows: int) -> None:
    data = long_record(rows)
    pandas = _milliseconds(lambda: pd.read_csv(io.BytesIO(data), dtype=str))
    start = time.perf_counter()
    record = read_record(data, TODAY)
    read = (time.perf_counter() - start) * 1000
    derive = _milliseconds(lambda: _derive(record))
    _say(f"{rows:,} rows", read, f"ms to read and check, {read / pandas:.1f} times pandas.read_csv")
    _say(f"{rows:,} rows", derive, "ms for every table")
    _say(f"{rows:,} rows", _peak(), f"MB at most so far, for a file of {len(data) / 1e6:.0f} MB")
    _say(f"{rows:,} rows", _edit(data, record), "ms to check again after one cell is edited")


def _broken(kind: str) -> None:
    data = broken_record(kind, BROKEN_ROWS)
    before = _peak()
    spent = _milliseconds(lambda: read_record(data, TODAY))
    what = f"ms and {_peak() - before:,.0f} MB to read {BROKEN_ROWS:,} rows broken in this way"
    _say(f"rows: {kind}", spent, what)


def _peak() -> float:
    """Return the most memory this process took so far, in MB."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    # On Linux the figure of getrusage begins with that of the process that started this one.
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024


def _edit(data: bytes, record: Record) -> float:
    """Return how long an edit of one cell takes until the problems and the record are known,
    the rows of the file having been read once, as on the page Records."""
    source = read_source(data)
    known = checkable(data, source, record) if isinstance(source, Source) else None
    if known is None:
        raise ValueError("the record cannot be checked in parts")
    places = (len(known.source.rows) // part for part in (2, 3, 4))
    name = column_labels(known.source.header.cells)[5]
    edits = [Edits({known.source.rows[place].line: {name: "1970-01-02"}}) for place in places]
    return statistics.median(_milliseconds(partial(recheck, known, edit, TODAY)) for edit in edits)


def _page() -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.run()
    times = [_milliseconds(app.run) for _ in range(RERUNS)]
    _say("Status page", statistics.median(times), f"ms a rerun of its script, median of {RERUNS}")


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _say(what: str, figure: float, unit: str) -> None:
    sys.stdout.write(f"{what:<16}{figure:>10,.0f} {unit}\n")


if __name__ == "__main__":
    main()
