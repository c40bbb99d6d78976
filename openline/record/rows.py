"""Rows: the cells of a sheet checked, typed, and brought into one form."""

from dataclasses import dataclass, fields
from datetime import date

import numpy as np
import pandas as pd

from openline.record.channels import check_actors, check_case, check_sameness, number_channels
from openline.record.columns import (
    ACTOR,
    CADENCE_DAYS,
    CHANGE,
    CHANNEL,
    CONFIDENCE,
    DATE,
    END,
    EVENT,
    PARTIES,
    REPORTED,
    SOURCE_URL,
    START,
    STATE,
    TEXT_COLUMNS,
    UNKNOWN,
)
from openline.record.dates import show_day
from openline.record.intervals import check_ends, find_breaks, last_days
from openline.record.problems import Problem, problem
from openline.record.sheet import Sheet
from openline.record.values import (
    Checked,
    at_rows,
    check_cadence,
    check_dates,
    check_pairs,
    check_urls,
    check_words,
    collapse_blanks,
    sort_parties,
)

__all__ = ["check_rows"]


@dataclass(frozen=True)
class _Checks:
    """The checked columns of a sheet."""

    names: Checked
    state: Checked
    event: Checked
    confidence: Checked
    cadence: Checked
    pairs: Checked
    dates: Checked

    @property
    def faulty(self) -> np.ndarray:
        """Which rows are at fault in any of the columns."""
        return np.logical_or.reduce([check.faulty for check in self._all])

    @property
    def problems(self) -> list[Problem]:
        """The problems of all the columns."""
        return [item for check in self._all for item in check.problems]

    @property
    def _all(self) -> tuple[Checked, ...]:
        return tuple(getattr(self, field.name) for field in fields(self))


def check_rows(sheet: Sheet, today: date) -> tuple[pd.DataFrame, list[Problem]]:
    """Check the cells of all rows, and return the sound rows typed, with the problems."""
    checks = _check_columns(sheet)
    rows = _typed(sheet, checks)
    named = rows[rows[CHANNEL].notna()]
    problems = [
        *sheet.repeats,
        *checks.problems,
        *check_sameness(named, sheet.cells),
        *check_actors(rows),
        *check_case(named, sheet.cells),
        *check_urls(sheet.column(SOURCE_URL), sheet.lines),
    ]
    rows = rows[~checks.faulty & rows[DATE].notna().to_numpy()]
    if START in sheet.cells and not rows.empty:
        rows, found = _spread_intervals(rows, sheet)
        problems += found
    return rows, [*problems, *_in_future(rows, today)]


def _check_columns(sheet: Sheet) -> _Checks:
    lines = sheet.lines
    state = check_words(sheet.column(STATE), lines, STATE)
    event = check_words(sheet.column(EVENT), lines, EVENT)
    if START in sheet.cells:
        event = _only_changes(event, sheet)
    sound = ~(state.faulty | event.faulty) & (STATE in sheet.cells)
    return _Checks(
        names=_check_names(sheet),
        state=state,
        event=event,
        confidence=check_words(sheet.column(CONFIDENCE), lines, CONFIDENCE),
        cadence=check_cadence(sheet.column(CADENCE_DAYS), lines),
        pairs=check_pairs(event.values, state.values, lines, sound),
        dates=_check_days(sheet),
    )


def _typed(sheet: Sheet, checks: _Checks) -> pd.DataFrame:
    """All rows, sound or not, with typed columns and the number of their channel."""
    rows = pd.DataFrame(
        {
            "line": sheet.lines,
            CHANNEL: checks.names.values,
            PARTIES: sort_parties(sheet.column(PARTIES)),
            CADENCE_DAYS: checks.cadence.values,
            DATE: checks.dates.values,
            EVENT: checks.pairs.values,
            STATE: checks.state.values,
            CONFIDENCE: checks.confidence.values.fillna(REPORTED),
            **{name: sheet.column(name) for name in TEXT_COLUMNS},
            ACTOR: collapse_blanks(sheet.column(ACTOR)),
            "cell_row": np.arange(len(sheet.lines)),
        }
    )
    rows["channel_id"] = number_channels(rows)
    return rows


def _check_names(sheet: Sheet) -> Checked:
    names = collapse_blanks(sheet.column(CHANNEL))
    faulty = names.isna().to_numpy()
    message = "The row names no channel."
    hint = "Write the channel's name, or remove the row."
    wanted = faulty & (CHANNEL in sheet.cells)
    return Checked(
        names,
        faulty,
        at_rows(wanted, sheet.lines, CHANNEL, None, lambda _: ("channel-missing", message, hint)),
    )


def _only_changes(event: Checked, sheet: Sheet) -> Checked:
    """In the interval form a row is a change, and can be nothing else."""
    other = (event.values.notna() & (event.values != CHANGE)).to_numpy()

    def make(value: str) -> tuple[str, str, str]:
        message = f"A row with `start` is a change of state, and cannot be a {value}."
        return "event-vocabulary", message, "Leave the event empty, or use the form with `date`."

    found = at_rows(other, sheet.lines, EVENT, sheet.column(EVENT), make)
    return Checked(event.values, event.faulty | other, event.problems + found)


def _check_days(sheet: Sheet) -> Checked:
    """Check `date`, or `start` and `end`; the values are the days on which rows begin."""
    name = START if START in sheet.cells and DATE not in sheet.cells else DATE
    dates = check_dates(sheet.column(name), sheet.lines, name)
    absent = sheet.column(name).isna().to_numpy()
    message, hint = "The row has no date.", "Write the day, the month or the year that is known."
    wanted = absent & (name in sheet.cells)
    missing = at_rows(wanted, sheet.lines, name, None, lambda _: ("date-missing", message, hint))
    faulty, problems = dates.faulty | absent, dates.problems + missing
    if START in sheet.cells and END in sheet.cells:
        ends = check_dates(sheet.column(END), sheet.lines, END)
        wrong, found = check_ends(dates.values, ends.values, sheet.lines)
        faulty, problems = faulty | ends.faulty | wrong, problems + ends.problems + found
    return Checked(dates.values, faulty, problems)


def _spread_intervals(rows: pd.DataFrame, sheet: Sheet) -> tuple[pd.DataFrame, list[Problem]]:
    """Add the unknown that begins where an interval ends and none follows."""
    ends = check_dates(sheet.column(END), sheet.lines, END).values.iloc[rows["cell_row"]]
    lines = rows["line"].to_numpy()
    breaks = find_breaks(rows["channel_id"].to_numpy(), rows[DATE], ends, lines)
    kept = ["line", "channel_id", CHANNEL, PARTIES, "level", "kind", CADENCE_DAYS, CONFIDENCE]
    rows = rows.assign(until=last_days(rows[DATE], ends))
    unknown = rows.iloc[breaks.rows][[*kept, "cell_row"]].assign(
        **{DATE: breaks.dates, EVENT: CHANGE, STATE: UNKNOWN, "until": breaks.eves}
    )
    together = pd.concat([rows, unknown]).sort_values("cell_row", kind="stable")
    return together, breaks.problems


def _in_future(rows: pd.DataFrame, today: date) -> list[Problem]:
    return [
        problem(
            "date-future",
            line,
            DATE,
            day.text,
            f"The date is after today, {show_day(today)}.",
            "Correct the date; what is announced for a later day is no observation yet.",
        )
        for line, day in zip(rows["line"].tolist(), rows[DATE], strict=True)
        if day.earliest > today
    ]
