"""Reading: bytes to a record, with every problem in one pass."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from openline.record.channels import (
    check_actors,
    check_case,
    check_sameness,
    describe_channels,
    number_channels,
)
from openline.record.columns import (
    ACTOR,
    CADENCE_DAYS,
    CHANGE,
    CHANNEL,
    CHECK,
    COLUMNS,
    CONFIDENCE,
    CONFIDENCES,
    DATE,
    END,
    ENDED,
    EVENT,
    EVENTS,
    PARTIES,
    REPORTED,
    SOURCE_URL,
    START,
    STATE,
    STATE_WORDS,
    TEXT_COLUMNS,
    UNKNOWN,
)
from openline.record.consistency import check_consistency
from openline.record.dates import show_day
from openline.record.decoding import decode
from openline.record.delimited import Cells, read_cells
from openline.record.header import check_header, place_columns
from openline.record.intervals import check_ends, find_breaks
from openline.record.order import settle
from openline.record.problems import Problem, problem
from openline.record.record import Record
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

__all__ = ["read_record"]

_NAMES = tuple(column.name for column in COLUMNS)


def read_record(
    data: bytes, today: date, *, max_bytes: int | None = None, max_rows: int | None = None
) -> Record:
    """Read a record from the bytes of a file; never raises on what they contain.

    `today` decides which dates are in the future. Rows with an error are named among the
    problems and are not among the observations.
    """
    digest = hashlib.sha256(data).hexdigest()
    if max_bytes is not None and len(data) > max_bytes:
        return _unread([_too_large(len(data), max_bytes)], digest)
    text = decode(data)
    if isinstance(text, Problem):
        return _unread([text], digest)
    cells = read_cells(text, max_rows)
    problems = [*cells.problems, *check_header(cells.header)]
    if cells.rows.empty and not cells.problems:
        problems.append(_no_rows())
    sheet = _Sheet.of(cells)
    rows, found = _check_rows(sheet, today)
    problems += found
    rows, settled = _settle(rows)
    problems += check_consistency(rows, settled, EVENT in sheet.cells)
    problems.sort(key=lambda item: (item.line or 0, _place(item.column, sheet)))
    extras = sheet.cells.drop(columns=[name for name in sheet.cells if name in sheet.known])
    return Record(
        observations=rows.drop(columns="cell_row"),
        channels=describe_channels(rows),
        extras=extras.loc[rows["cell_row"]].set_axis(rows.index),
        columns=tuple(name for name in _NAMES if name in sheet.cells or name == DATE),
        problems=tuple(problems),
        digest=digest,
    )


@dataclass(frozen=True)
class _Sheet:
    """The cells of a file by column name; exact repeats of a row are named and left out."""

    cells: pd.DataFrame
    lines: np.ndarray
    known: frozenset[str]
    repeats: tuple[Problem, ...]

    @classmethod
    def of(cls, cells: Cells) -> "_Sheet":
        places = place_columns(cells.header)
        frame = cells.rows[list(places.values())].set_axis(list(places), axis="columns")
        repeated = frame.duplicated().to_numpy()
        first = {}
        if repeated.any():
            group = frame.groupby(list(frame.columns), dropna=False, sort=False).ngroup()
            first = dict(zip(group[~repeated], cells.lines[~repeated], strict=True))
            first = {row: first[group[row]] for row in np.flatnonzero(repeated)}
        repeats = tuple(_repeat(int(cells.lines[row]), int(line)) for row, line in first.items())
        known = frozenset({*_NAMES, START, END} if START in places else _NAMES)
        kept = frame[~repeated].reset_index(drop=True)
        return cls(kept, cells.lines[~repeated], known, repeats)

    def column(self, name: str) -> pd.Series:
        """Return a column of text, empty where the file lacks it."""
        if name in self.cells:
            return self.cells[name]
        return pd.Series(np.nan, index=self.cells.index, dtype="str")


def _check_rows(sheet: _Sheet, today: date) -> tuple[pd.DataFrame, list[Problem]]:
    """Check the cells of all rows, and return the sound rows typed, with the problems."""
    lines = sheet.lines
    names = _check_names(sheet)
    state = check_words(sheet.column(STATE), lines, STATE, STATE_WORDS)
    event = check_words(sheet.column(EVENT), lines, EVENT, EVENTS)
    if START in sheet.cells:
        event = _only_changes(event, sheet)
    trust = check_words(sheet.column(CONFIDENCE), lines, CONFIDENCE, CONFIDENCES)
    cadence = check_cadence(sheet.column(CADENCE_DAYS), lines)
    wanted = STATE in sheet.cells
    sound = ~(state.faulty | event.faulty) & wanted
    pairs = check_pairs(event.values, state.values, lines, pd.Series(sound))
    dates = _check_days(sheet)
    rows = pd.DataFrame(
        {
            "line": lines,
            CHANNEL: names.values,
            PARTIES: sort_parties(sheet.column(PARTIES)),
            CADENCE_DAYS: cadence.values,
            DATE: dates.values,
            EVENT: pairs.values,
            STATE: state.values,
            CONFIDENCE: trust.values.fillna(REPORTED),
            **{name: sheet.column(name) for name in TEXT_COLUMNS},
            ACTOR: collapse_blanks(sheet.column(ACTOR)),
            "cell_row": np.arange(len(lines)),
        }
    )
    rows["channel_id"] = number_channels(rows)
    checks: Sequence[Checked] = (names, state, event, trust, cadence, pairs, dates)
    faulty = np.logical_or.reduce([check.faulty for check in checks])
    problems = [*sheet.repeats, *(item for check in checks for item in check.problems)]
    named = rows[rows[CHANNEL].notna()]
    problems += [*check_sameness(named, sheet.cells), *check_actors(rows), *check_case(named)]
    problems += check_urls(sheet.column(SOURCE_URL), lines)
    rows = rows[~faulty & rows[DATE].notna().to_numpy()]
    if START in sheet.cells and not rows.empty:
        rows, found = _spread_intervals(rows, sheet)
        problems += found
    return rows, [*problems, *_in_future(rows, today)]


def _check_names(sheet: _Sheet) -> Checked:
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


def _only_changes(event: Checked, sheet: _Sheet) -> Checked:
    """In the interval form a row is a change, and can be nothing else."""
    other = (event.values.notna() & (event.values != CHANGE)).to_numpy()

    def make(value: str) -> tuple[str, str, str]:
        message = f"A row with `start` is a change of state, and cannot be a {value}."
        return "event-vocabulary", message, "Leave the event empty, or use the form with `date`."

    found = at_rows(other, sheet.lines, EVENT, sheet.column(EVENT), make)
    return Checked(event.values, event.faulty | other, event.problems + found)


def _check_days(sheet: _Sheet) -> Checked:
    """Check `date`, or `start` and `end`; the values are the days on which rows begin."""
    name = START if START in sheet.cells and DATE not in sheet.cells else DATE
    dates = check_dates(sheet.column(name), sheet.lines, name)
    absent = sheet.column(name).isna().to_numpy()
    message, hint = "The row has no date.", "Write the day, the month or the year that is known."
    wanted = absent & (name in sheet.cells)
    missing = at_rows(
        wanted, sheet.lines, name, None, lambda _: ("date-missing", message, hint)
    )
    faulty, problems = dates.faulty | absent, dates.problems + missing
    if START in sheet.cells and END in sheet.cells:
        ends = check_dates(sheet.column(END), sheet.lines, END)
        wrong, found = check_ends(dates.values, ends.values, sheet.lines)
        faulty, problems = faulty | ends.faulty | wrong, problems + ends.problems + found
    return Checked(dates.values, faulty, problems)


def _spread_intervals(rows: pd.DataFrame, sheet: _Sheet) -> tuple[pd.DataFrame, list[Problem]]:
    """Add the unknown that begins where an interval ends and none follows."""
    ends = check_dates(sheet.column(END), sheet.lines, END).values.iloc[rows["cell_row"]]
    lines = rows["line"].to_numpy()
    breaks = find_breaks(rows["channel_id"].to_numpy(), rows[DATE], ends, lines)
    kept = ["line", "channel_id", CHANNEL, PARTIES, "level", "kind", CADENCE_DAYS, CONFIDENCE]
    unknown = rows.iloc[breaks.rows][[*kept, "cell_row"]].assign(
        **{DATE: breaks.dates, EVENT: CHANGE, STATE: UNKNOWN}
    )
    together = pd.concat([rows, unknown]).sort_values("cell_row", kind="stable")
    return together, breaks.problems


def _settle(rows: pd.DataFrame) -> tuple[pd.DataFrame, "object"]:
    """Put observations in order and work out what each does to its channel's state."""
    dates = rows[DATE].tolist()
    rows = rows.assign(
        date=pd.Series([day.text for day in dates], index=rows.index, dtype="str"),
        earliest=pd.to_datetime([day.earliest for day in dates]).astype("datetime64[us]"),
        latest=pd.to_datetime([day.latest for day in dates]).astype("datetime64[us]"),
        order=np.arange(len(rows)),
    )
    rows["channel_id"] = number_channels(rows)
    rows = rows.sort_values(["channel_id", "earliest", "order"], ignore_index=True)
    spoken = rows[STATE].mask(rows[EVENT] == ENDED, ENDED).fillna("")
    rows["spoken"] = spoken
    settled = settle(
        rows["channel_id"].to_numpy(),
        rows["earliest"].to_numpy(),
        spoken.to_numpy(dtype=object),
        (rows[EVENT] == CHECK).to_numpy(),
    )
    rows["can_set"], rows["moves"] = settled.can_set, settled.moves
    rows["held"] = pd.Series(settled.held, dtype="str")
    rows["repeats"] = (rows[EVENT] == CHANGE) & (spoken == settled.before)
    return rows, settled


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


def _repeat(line: int, first: int) -> Problem:
    message = f"The row repeats line {first} exactly; the first stands."
    return problem("row-repeated", line, None, None, message, "Remove one of the two.")


def _no_rows() -> Problem:
    message = "The file has a header and no rows."
    return problem("rows-missing", 1, None, None, message, "Add one row an observation.")


def _too_large(size: int, limit: int) -> Problem:
    message = f"The file has {size:,} bytes; the limit here is {limit:,}."
    hint = "Split the file, or leave out columns that you do not need."
    return problem("size-limit", None, None, None, message, hint)


def _unread(problems: list[Problem], digest: str) -> Record:
    """Return a record without rows, for a file that could not be read as text."""
    blank = read_record(b"channel,date,state\n", date.min)
    return replace(blank, columns=(), problems=tuple(problems), digest=digest)


def _place(column: str | None, sheet: _Sheet) -> int:
    names = list(sheet.cells.columns)
    return names.index(column) if column in names else -1
