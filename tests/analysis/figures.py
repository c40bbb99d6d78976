"""The figures of the bundled record, printed anew: `python -m tests.analysis.figures`."""

import hashlib
import json
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from openline.analysis.gaps import SEVERANCE, SILENCE
from openline.analysis.method import METHOD
from openline.analysis.openings import CLOSING, OPENING
from openline.analysis.openness import OPENNESS
from openline.analysis.question import Question
from openline.analysis.tables import TABLES
from openline.formats.cells import plain_rows
from openline.record.columns import STATE_WORDS, STATUS_WORDS
from openline.record.reading import read_record
from openline.record.record import Record
from openline.settings import BUNDLED_FILE

__all__ = ["FIGURES", "TODAY", "main", "printed", "stored"]

FIGURES: Final = Path(__file__).parents[1] / "golden" / "figures.json"
"""Where the figures are kept, with the method and the record that they are of."""
TODAY: Final = date(2026, 11, 25)
_PAST: Final = date(2023, 10, 5)
_TABLES: Final = {table.name: table for table in TABLES}


@cache
def printed() -> Any:
    """Return the figures as the code computes them now, as JSON would have them."""
    data = BUNDLED_FILE.read_bytes()
    record = read_record(data, TODAY)
    days = (record.latest_day(TODAY), _PAST)
    figures = {day.isoformat(): _figures(record, day) for day in days}
    digest = hashlib.sha256(data).hexdigest()
    return json.loads(json.dumps({"method": METHOD, "record": digest, "figures": figures}))


def stored() -> Any:
    """Return the figures as they are kept."""
    return json.loads(FIGURES.read_text(encoding="utf-8"))


def main() -> int:
    """Keep the figures of today's code; refuse where they changed and the method's date did
    not."""
    now = printed()
    kept = stored() if FIGURES.exists() else {}
    same_inputs = all(kept.get(name) == now[name] for name in ("method", "record"))
    if same_inputs and kept["figures"] != now["figures"]:
        sys.stderr.write("Figures changed: first change METHOD in openline/analysis/method.py.\n")
        return 1
    FIGURES.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
    return 0


def _figures(record: Record, day: date) -> dict[str, Any]:
    question = Question(record, day, closings=True)
    return {
        "status": _counts(_rows("status", question), "state", STATUS_WORDS),
        "overdue": sum(row["overdue"] is True for row in _rows("status", question)),
        "days in state": _days(_rows("spans", question), "state", STATE_WORDS),
        "gaps": _counts(_rows("gaps", question), "gap", (SEVERANCE, SILENCE)),
        "gap days": _days(_rows("gaps", question), "gap", (SEVERANCE, SILENCE)),
        "moves": _counts(_rows("openings", question), "change", (*OPENING, *CLOSING)),
        "openness": _rounded(_rows("openness", question)[-1], OPENNESS),
        "shares": _sums(_rows("shares", question)),
        "survival": {until: _survival(record, day, until) for until in ("raised", "open")},
        "compared with the year before": _compared(record, day),
    }


def _rows(name: str, question: Question) -> list[dict[str, Any]]:
    frame = _TABLES[name].answer(question)
    return [dict(zip(frame.columns, row, strict=True)) for row in plain_rows(frame)]


def _counts(rows: list[dict[str, Any]], column: str, words: tuple[str, ...]) -> dict[str, int]:
    return {word: sum(row[column] == word for row in rows) for word in words}


def _days(rows: list[dict[str, Any]], column: str, words: tuple[str, ...]) -> dict[str, int]:
    return {word: sum(row["days"] for row in rows if row[column] == word) for word in words}


def _sums(rows: list[dict[str, Any]]) -> dict[str, int]:
    names = [name for name in rows[0] if name.endswith("_days")]
    return {name: sum(row[name] for row in rows) for name in names}


def _survival(record: Record, day: date, until: str) -> dict[str, Any]:
    """The summary, and the estimate with its limits on the last day."""
    summary = _rows("survival", Question(record, day, until=until, summary=True))[0]
    last = _rows("survival", Question(record, day, until=until))[-1]
    ends = _rounded(last, ("survival", "lower", "upper"))
    return {**summary, "longest": last["days"], **ends}


def _rounded(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Some columns of a row, fractions to six digits: machines differ beyond them."""
    values = {name: row[name] for name in names}
    return {name: round(v, 6) if isinstance(v, float) else v for name, v in values.items()}


def _compared(record: Record, day: date) -> dict[str, int]:
    before = day.replace(year=day.year - 1)
    rows = _rows("compare", Question(record, day, days=(before, day)))
    words = tuple(sorted({row["change"] for row in rows}))
    contacts = sum(row["contacts"] for row in rows)
    return {**_counts(rows, "change", words), "contacts": contacts}


if __name__ == "__main__":
    sys.exit(main())
