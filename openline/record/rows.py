"""Rows: the cells of a sheet checked, typed, and brought into one form."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from openline.record.cell_checks import LONGEST_CELL, check_cells
from openline.record.channels import check_actors, check_sameness, number_channels
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
from openline.record.name_checks import Named, check_lengths, check_names
from openline.record.problems import Findings, Problem, merged, problem
from openline.record.sheet import Sheet
from openline.record.values import (
    CheckedColumn,
    at_rows,
    check_cadence,
    check_dates,
    check_pairs,
    check_urls,
    check_words,
    collapse_blanks,
    sort_parties,
)

_LATER: Final = "Correct the date; what is announced for a later day is not an observation yet."
_LATER_END: Final = "Correct the date, or leave `end` empty if the interval continues."


@dataclass(frozen=True)
class _Checks:
    """The checked columns of a sheet."""

    names: CheckedColumn
    parties: pd.Series
    misnamed: np.ndarray
    state: CheckedColumn
    event: CheckedColumn
    confidence: CheckedColumn
    cadence: CheckedColumn
    pairs: CheckedColumn
    dates: CheckedColumn

    @property
    def faulty(self) -> np.ndarray:
        """Which rows are at fault in any of the columns."""
        return np.logical_or.reduce([check.faulty for check in self._all])

    @property
    def problems(self) -> Findings:
        """The problems of all the columns."""
        return merged(check.problems for check in self._all)

    @property
    def _all(self) -> tuple[CheckedColumn, ...]:
        checks = (getattr(self, field.name) for field in fields(self))
        return tuple(check for check in checks if isinstance(check, CheckedColumn))


def check_rows(
    sheet: Sheet, today: date, most_letters: int = LONGEST_CELL
) -> tuple[pd.DataFrame, Findings]:
    """Check the cells of all rows, and return the sound rows typed, with the problems."""
    checks = _check_columns(sheet)
    rows = _typed(sheet, checks)
    overlong, of_cells = check_cells(sheet, checks.misnamed, most_letters)
    named = rows[rows[CHANNEL].notna()]
    findings = [
        sheet.repeats,
        checks.problems,
        of_cells,
        check_sameness(named, sheet.cells),
        check_actors(rows),
        check_names(_first_rows(named, sheet)),
        check_urls(sheet.column(SOURCE_URL), sheet.lines),
    ]
    rows = rows[~checks.faulty & ~overlong & rows[DATE].notna().to_numpy()]
    if START in sheet.cells and not rows.empty:
        rows, overlaps = _spread_intervals(rows, sheet)
        findings.append(overlaps)
    return rows, merged([*findings, _in_future(rows, today)])


def _first_rows(named: pd.DataFrame, sheet: Sheet) -> list[Named]:
    """Return the first row of each channel, in the order of the file."""
    first = named.drop_duplicates("channel_id")
    written = (sheet.column(name).iloc[first.index] for name in (PARTIES, CHANNEL))
    columns = (first["line"], first[PARTIES].fillna(""), first[CHANNEL], *written)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [
        Named(line, parties, channel, None if cell != cell else cell, name)
        for line, parties, channel, cell, name in rows
    ]


def _check_columns(sheet: Sheet) -> _Checks:
    lines = sheet.lines
    state = check_words(sheet.column(STATE), lines, STATE)
    event = check_words(sheet.column(EVENT), lines, EVENT)
    if START in sheet.cells:
        event = _only_changes(event, sheet)
    sound = ~(state.faulty | event.faulty) & (STATE in sheet.cells)
    names, parties, misnamed = _check_names(sheet)
    return _Checks(
        names=names,
        parties=parties,
        misnamed=misnamed,
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
            PARTIES: checks.parties,
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


def _check_names(sheet: Sheet) -> tuple[CheckedColumn, pd.Series, np.ndarray]:
    """Check the names of channels and parties; those that are too long, which the last
    marks, are not kept."""
    lines = sheet.lines
    names, parties = (
        collapse_blanks(sheet.column(CHANNEL)),
        sort_parties(sheet.column(PARTIES)),
    )
    absent = names.isna().to_numpy()
    message, hint = "The row names no channel.", "Write the channel's name, or remove the row."
    wanted = absent & (CHANNEL in sheet.cells)
    missing = at_rows("channel-missing", wanted, lines, CHANNEL, None, lambda _: (message, hint))
    long, too_long = check_lengths(names, parties, lines)
    checked = CheckedColumn(names.mask(long), absent | long, merged([missing, too_long]))
    return checked, parties.mask(long), long


def _only_changes(event: CheckedColumn, sheet: Sheet) -> CheckedColumn:
    """In the interval form a row is a change, and can be nothing else."""
    other = (event.values.notna() & (event.values != CHANGE)).to_numpy()

    def make(value: str) -> tuple[str, str]:
        message = f"A row with `start` is a change of state, and cannot be a {value}."
        return message, "Leave the event empty, or use the form with `date`."

    not_changes = at_rows("event-vocabulary", other, sheet.lines, EVENT, sheet.column(EVENT), make)
    return CheckedColumn(event.values, event.faulty | other, merged([event.problems, not_changes]))


def _check_days(sheet: Sheet) -> CheckedColumn:
    """Check `date`, or `start` and `end`; the values are the days on which rows begin."""
    name = START if START in sheet.cells and DATE not in sheet.cells else DATE
    dates = check_dates(sheet.column(name), sheet.lines, name)
    absent = sheet.column(name).isna().to_numpy()
    message, hint = "The row has no date.", "Write the day, the month or the year that is known."
    wanted = absent & (name in sheet.cells)
    missing = at_rows("date-missing", wanted, sheet.lines, name, None, lambda _: (message, hint))
    faulty, findings = dates.faulty | absent, [dates.problems, missing]
    if START in sheet.cells and END in sheet.cells:
        ends = check_dates(sheet.column(END), sheet.lines, END)
        wrong, of_ends = check_ends(dates.values, ends.values, sheet.lines)
        faulty = faulty | ends.faulty | wrong
        findings += [ends.problems, of_ends]
    return CheckedColumn(dates.values, faulty, merged(findings))


def _spread_intervals(rows: pd.DataFrame, sheet: Sheet) -> tuple[pd.DataFrame, Findings]:
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


def _in_future(rows: pd.DataFrame, today: date) -> Findings:
    lines, dates = rows["line"].tolist(), rows[DATE].tolist()
    cell_rows = rows["cell_row"]
    # The unknown after an interval is a second row of one in the file: its day is the `end`.
    is_end = cell_rows.duplicated().tolist()

    def tell(row: int) -> Problem:
        message = f"The date is after today, {show_day(today)}."
        column, hint = (END, _LATER_END) if is_end[row] else (DATE, _LATER)
        return problem("date-future", lines[row], column, dates[row].text, message, hint)

    later = np.flatnonzero([day.earliest > today for day in dates])
    once = ~cell_rows.iloc[later].duplicated().to_numpy()
    return Findings.at("date-future", later[once].tolist(), tell)
