"""Bugs planted into the analysis, each of which a case worked out by hand must notice.

Run as a program it plants one after the other and prints those that nothing noticed.
"""

import importlib
import importlib.abc
import importlib.util
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, Final

from tests.budget import budget

__all__ = ["BUGS", "Bug", "survivors"]

_ROOT: Final = Path(__file__).parents[2]


@dataclass(frozen=True)
class Bug:
    """A wrong line: the case that notices it, the module, what it says and is made to say."""

    case: str
    module: str
    right: str
    wrong: str


BUGS: Final = (
    Bug("compare", "analysis.evidence", 'rows["earliest"] <= day', 'rows["earliest"] < day'),
    Bug("inert-check", "record.order", "~check[rows] | begun", "~check[rows] | check[rows]"),
    Bug("checks-in-file-order", "record.order", "~check[rows] | begun", "~check[rows]"),
    Bug("checks-in-file-order", "record.order", "(held == ENDED) | ", ""),
    Bug(
        "checks-in-file-order", "record.order", "((held == UNKNOWN) & (state != UNKNOWN))", "False"
    ),
    Bug("same-day-filtered", "record.order", "acting[last_of_day(number[acting])]", "acting"),
    Bug("carry", "record.order", "speaks & (state == held)", "speaks & (state != held)"),
    Bug("another-row-of-the-day", "record.reading", "== settled.before", "== settled.turn"),
    Bug("default-day-of-intervals", "record.intervals", '"earliest") - _DAY)', '"earliest"))'),
    Bug(
        "default-day-of-intervals",
        "record.record",
        "np.concatenate([np.minimum(earliest, until), until])",
        "earliest",
    ),
    Bug(
        "confidence",
        "analysis.moves",
        '["moves"].to_numpy() & ~kept',
        '["moves"].to_numpy() & kept & ~kept',
    ),
    Bug("another-row-of-the-day", "analysis.moves", "& ~_of_days(number, standing)", ""),
    Bug(
        "another-row-of-the-day",
        "analysis.moves",
        'rows["agrees"].to_numpy() & kept & (sets |',
        "sets & kept & (sets |",
    ),
    Bug(
        "another-row-of-the-day",
        "analysis.moves",
        "~(sets | _of_days(number, moves))",
        "~sets",
    ),
    Bug("another-row-of-the-day", "analysis.moves", "np.where(check, ~place, place)", "place"),
    Bug("checks-in-file-order", "analysis.moves", 'rows["agrees"].to_numpy() & kept', "kept"),
    Bug("carry-and-confidence", "analysis.moves", "rows[kept], as_of", "rows, as_of"),
    Bug(
        "carry-and-confidence",
        "analysis.moves",
        "steps = _from_first_row(_steps(rows, kept), rows[kept])",
        "steps = _steps(rows, kept)",
    ),
    Bug("carry", "analysis.moves", "age >= carry", "age > carry"),
    Bug("carry", "analysis.moves", "- age[1:] > carry", "- age[1:] >= carry"),
    Bug("coarse-dates", "analysis.moves", ".clip(upper=as_of)", ""),
    Bug("ended-and-restart", "analysis.contacts", "& ~(day.to_numpy() > ends)", ""),
    Bug("contacts-by-day", "analysis.contacts", "day.to_numpy() > ends", "day.to_numpy() >= ends"),
    Bug("contacts-by-day", "analysis.moves", 'sought, "right"', 'sought, "left"'),
    Bug("coarse-dates", "analysis.lengths", "(start_latest, end).clip(lower=0)", "(start, end)"),
    Bug("coarse-dates", "analysis.lengths", "(start, end_latest)", "(start, end)"),
    Bug("ended-and-restart", "analysis.status", 'found["life"] == current', 'found["life"] >= 0'),
    Bug(
        "ended-and-restart",
        "analysis.status",
        "silent >= OVERDUE_AFTER",
        "silent > OVERDUE_AFTER",
    ),
    Bug(
        "status-overdue",
        "analysis.status",
        '(frame["cadence_days"] != 0) & (frame',
        "(frame",
    ),
    Bug("last-contact-of-a-day", "analysis.status", "(latest, start))", "(start, start))"),
    Bug("silences", "analysis.gaps", "_CADENCES: Final = 2", "_CADENCES: Final = 1"),
    Bug("severance-onset", "analysis.gaps", 'frame["days"] >= least', 'frame["days"] > least'),
    Bug("severance-onset", "analysis.gaps", '& (frame["previous"] != UNKNOWN)', ""),
    Bug("first-contact-and-restored", "analysis.gaps", "[SEVERED, UNKNOWN, ENDED]", "[ENDED]"),
    Bug("coarse-dates", "analysis.gaps", "(two == OPEN)", "(two == PARTIAL)"),
    Bug("coarse-dates", "analysis.openings", "age <= window", "age < window"),
    Bug(
        "last-contact-of-a-day",
        "analysis.gaps",
        'keep="last", ignore_index=True',
        'keep="first", ignore_index=True',
    ),
    Bug(
        "last-contact-of-a-day",
        "analysis.gaps",
        ", ignore_index=True)\n\n\ndef _meas",
        ")\n\n\ndef _meas",
    ),
    Bug(
        "last-contact-of-a-day",
        "analysis.openings",
        'after_days_min=ended["days_min"]',
        'after_days_min=ended["days"]',
    ),
    Bug("coarse-dates", "analysis.openings", "after_days_max=most", "after_days_max=least"),
    Bug("one-row-per-day", "analysis.openings", "resumed = resumed[~taken]", "pass"),
    Bug("unknown-moves", "analysis.openings", "first | previous", "previous"),
    Bug(
        "unknown-moves",
        "analysis.openings",
        "(previous == PARTIAL) & (state == OPEN)",
        "state == OPEN",
    ),
    Bug("openness", "analysis.openness", "PARTIAL: 0.5", "PARTIAL: 0.4"),
    Bug("openness", "analysis.openness", "days=STALE_AFTER + 1", "days=STALE_AFTER"),
    Bug("openness", "analysis.freshness", "STALE_AFTER: Final = 730", "STALE_AFTER: Final = 729"),
    Bug(
        "days-on-record",
        "analysis.time_in_state",
        'groupby(stretches["channel_id"])',
        'groupby(stretches["start"])',
    ),
    Bug("unknown-moves", "analysis.time_in_state", "[~(_before_any_state(stretches))]", ""),
    Bug(
        "first-contact-and-restored",
        "analysis.survival",
        '"left")\n    above',
        '"right")\n    above',
    ),
    Bug(
        "first-contact-and-restored",
        "analysis.survival",
        "MIN_EVENTS: Final = 5",
        "MIN_EVENTS: Final = 4",
    ),
    Bug(
        "survival-decisions",
        "analysis.survival",
        "at_risk - events + 1.0",
        "at_risk - events + 0.0",
    ),
    Bug("survival-decisions", "analysis.survival", "shrunk + 2", "shrunk + 1"),
    Bug("survival-decisions", "analysis.survival", '[PARTIES, "start"]', '["start"]'),
    Bug(
        "severance-onset", "analysis.survival", 'isna() | (frame["next_state"] == ENDED)', "isna()"
    ),
    Bug("compare", "analysis.compare", "before.isna() | started", "before.isna()"),
    Bug("compare", "analysis.compare", '["earliest"] > since', '["earliest"] >= since'),
)
"""Every bug; `right` stands once in its module."""


class _Planter(importlib.abc.MetaPathFinder):
    """Finds the module of a bug, and gives it with the bug in it."""

    def __init__(self, bug: Bug) -> None:
        self._bug = bug
        self._name = f"openline.{bug.module}"

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        file = _ROOT / f"{name.replace('.', '/')}.py"
        return importlib.util.spec_from_loader(name, _Loader(name, file, self._bug))


class _Loader(SourceFileLoader):
    def __init__(self, name: str, file: Path, bug: Bug) -> None:
        super().__init__(name, str(file))
        self._bug = bug

    def get_code(self, fullname: str) -> CodeType:
        text = Path(self.path).read_text(encoding="utf-8")
        assert text.count(self._bug.right) == 1, self._bug
        return compile(text.replace(self._bug.right, self._bug.wrong), self.path, "exec")


@contextmanager
def _planted(bug: Bug) -> Iterator[None]:
    planter = _Planter(bug)
    sys.meta_path.insert(0, planter)
    for name in [name for name in sys.modules if name.split(".")[0] == "openline"]:
        del sys.modules[name]
    for name in ("tests.analysis.cases", "tests.asking"):
        sys.modules.pop(name, None)
    try:
        yield
    finally:
        sys.meta_path.remove(planter)


def survivors() -> list[str]:
    """Return the bugs that their case does not notice."""
    found = []
    for bug in BUGS[:: budget(4, 1)]:
        with _planted(bug):
            if not _noticed(bug.case):
                found.append(f"{bug.module}: {bug.right} -> {bug.wrong}")
    return found


def _noticed(case: str) -> bool:
    cases = importlib.import_module("tests.analysis.cases")
    asked = [asked for folder, _, asked in cases.CASES if folder == case]
    return any(_differs(cases, case, one) for one in asked)


def _differs(cases: Any, folder: str, asked: dict[str, Any]) -> bool:
    try:
        found = cases.printed(folder, asked["command"])
    except Exception:  # noqa: BLE001 - a bug that breaks the command is noticed too
        return True
    return cases.differs(asked["rows"], found) is not None


if __name__ == "__main__":
    json.dump(survivors(), sys.stdout)
