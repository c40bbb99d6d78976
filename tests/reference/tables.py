"""The entry point: any table of the contract, from the text of a record; and its hidden errors."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from .causes import causes_table
from .gaps import gaps_table
from .judging import Judged, judge, with_interval_ends
from .openings import openings_table
from .openness import openness_table, shares_table
from .options import Options
from .reading import Row, channels_of, read_rows
from .signs import signs_table
from .states import compare_table, observations_table, spans_table, status_table
from .survival import survival_table
from .unusual import unusual_table

__all__ = ["contradicted_lines", "errors", "table"]

TABLES: dict[str, Callable[[str, Options], list[dict[str, object]]]] = {
    "causes": causes_table,
    "compare": compare_table,
    "gaps": gaps_table,
    "observations": observations_table,
    "openings": openings_table,
    "openness": openness_table,
    "shares": shares_table,
    "signs": signs_table,
    "spans": spans_table,
    "status": status_table,
    "survival": survival_table,
    "unusual": unusual_table,
}


def table(name: str, csv_text: str, options: Options) -> list[dict[str, object]]:
    """The rows of a table as JSON would have them, in the contract's order."""
    return TABLES[name](csv_text, options)


def errors(csv_text: str) -> frozenset[str]:
    """Which of `check-contradicted` and `interval-overlap` the record has."""
    rows = read_rows(csv_text)
    codes = {"check-contradicted"} if contradicted_lines(csv_text) else set()
    if any(_overlaps(channel) for channel in channels_of(rows)):
        codes.add("interval-overlap")
    return frozenset(codes)


def _overlaps(rows: tuple[Row, ...]) -> bool:
    pairs = pairwise(rows)
    return any(one.end is not None and two.day < one.end.first for one, two in pairs)


def contradicted_lines(csv_text: str) -> tuple[int, ...]:
    """The lines of checks whose state holds on no day that their date allows."""
    lines: list[int] = []
    for rows in channels_of(read_rows(csv_text)):
        judged = judge(with_interval_ends(rows))
        checks = [one.row for one in judged if one.row.event == "check"]
        lines += [row.line for row in checks if row.state not in _states_within(judged, row)]
    return tuple(sorted(lines))


def _states_within(judged: list[Judged], check: Row) -> set[str | None]:
    """The states at the end of each day from the check's earliest day to its latest."""
    held: dict[date, str | None] = {one.row.day: one.held for one in judged}
    state = held[check.day]
    states = {state}
    day = check.day
    while day < check.when.last:
        day += timedelta(days=1)
        state = held.get(day, state)
        states.add(state)
    return states
