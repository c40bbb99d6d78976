"""The text of a record -> its rows, by channel; and its errors."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from .dates import DateError, When, parse
from .text import Sheet, split

__all__ = ["Reading", "Row", "channels_of", "read", "read_rows", "when"]

STATES = ("open", "partial", "severed", "unknown")
EVENTS = ("change", "contact", "overture", "refusal", "check", "ended")
GRADES = ("confirmed", "reported", "inferred")
NEEDS_STATE = ("change", "check")
NEVER_STATE = ("overture", "ended")
LONGEST_NAME, LONGEST_CELL = 500, 32_767
ONE_PER_CHANNEL = {"level": "level-differs", "kind": "kind-differs", "cadence": "cadence-differs"}


@dataclass(frozen=True)
class Row:
    """An observation. `implied` is the unknown that follows the end of an interval."""

    line: int
    channel: str
    parties: str | None
    when: When
    event: str
    state: str | None
    end: When | None
    level: str | None
    kind: str | None
    cadence: int | None
    actor: str | None
    summary: str | None
    cause: str | None
    source: str | None
    source_url: str | None
    confidence: str
    implied: bool = False

    @property
    def day(self) -> date:
        """The earliest day, by which all arithmetic goes."""
        return self.when.first

    @property
    def place(self) -> tuple[date, int, bool]:
        """Rows of a channel are taken by earliest day, ties in file order."""
        return self.day, self.line, self.implied

    @property
    def sets(self) -> bool:
        """Whether it carries a state or ends the channel."""
        return self.state is not None or self.event == "ended"


@dataclass(frozen=True)
class Reading:
    """The rows that can be read, and the errors: code and line."""

    rows: tuple[Row, ...]
    errors: tuple[tuple[str, int], ...]


def when(text: str) -> When:
    """The days that a date allows."""
    return parse(text)


def read_rows(text: str) -> tuple[Row, ...]:
    """The rows in file order."""
    return read(text).rows


def channels_of(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """The rows of each channel in their order, the channels by parties and name."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.parties or "", row.channel), []).append(row)
    return [tuple(sorted(found[key], key=lambda row: row.place)) for key in sorted(found)]


@lru_cache(maxsize=32)
def read(text: str) -> Reading:
    """Read everything that can be read, with the errors that one row or two rows have.

    The errors that need the states of a channel are found in `judging`.
    """
    sheet = split(text)
    errors = list(sheet.errors)
    if not sheet.rows:
        if not errors:
            errors.append(("file-empty", 1))
        return Reading((), tuple(errors))
    names = [_name(cell) for cell in sheet.rows[0][1]]
    errors += _header_errors(names)
    if any(code != "quote-unterminated" for code, _ in errors):
        return Reading((), tuple(errors))
    if len(sheet.rows) == 1:
        errors.append(("rows-missing", 1))
    rows = _rows(sheet, names, errors)
    errors += _channel_errors(rows)
    return Reading(tuple(rows), tuple(errors))


def _name(cell: str) -> str:
    """Case, outer blanks and what stands between words do not matter."""
    return "_".join(cell.replace("_", " ").replace("-", " ").casefold().split())


def _header_errors(names: list[str]) -> list[tuple[str, int]]:
    errors = []
    if {"date", "start"} <= set(names):
        errors.append(("date-and-start", 1))
    if not {"date", "start"} & set(names):
        errors.append(("column-missing", 1))
    errors += [("column-missing", 1) for name in ("channel", "state") if name not in names]
    repeated = {name for name in names if name and names.count(name) > 1}
    return errors + [("column-repeated", 1) for _ in repeated]


def _rows(sheet: Sheet, names: list[str], errors: list[tuple[str, int]]) -> list[Row]:
    rows: list[Row] = []
    seen: set[tuple[str, ...]] = set()
    for line, found in sheet.rows[1:]:
        # Silent: empty cells beyond the header are unnamed columns without content.
        if any(found[len(names) :]):
            errors.append(("row-too-long", line))
            continue
        padded = (*found, *[""] * (len(names) - len(found)))[: len(names)]
        if padded in seen:
            continue
        seen.add(padded)
        cells = {name: cell for name, cell in zip(names, padded, strict=True) if name}
        own: list[str] = []
        row = _row(line, cells, "start" in names, own)
        errors += [(code, line) for code in own]
        if row:
            rows.append(row)
    return rows


def _row(line: int, cells: dict[str, str], intervals: bool, errors: list[str]) -> Row | None:
    # Silent: a file in interval form has no events of its own; every row is a change.
    event = "change" if intervals else cells.get("event", "").casefold()
    state: str | None = cells.get("state", "").casefold() or None
    event = event or "change"
    if event not in EVENTS:
        errors.append("event-vocabulary")
    elif event in NEEDS_STATE and state is None:
        errors.append("state-needed")
    elif event in NEVER_STATE and state is not None:
        errors.append("state-not-allowed")
    if state and state not in STATES:
        errors.append("state-vocabulary")
    grade = cells.get("confidence", "").casefold() or "reported"
    if grade not in GRADES:
        errors.append("confidence-vocabulary")
    channel = " ".join(cells["channel"].split())
    sides = _sides(cells.get("parties", ""))
    if not channel:
        errors.append("channel-missing")
    if max(len(name) for name in (channel, *sides)) > LONGEST_NAME:
        errors.append("name-too-long")
    if max(len(cell) for cell in cells.values()) > LONGEST_CELL:
        errors.append("cell-too-long")
    begin = _date(cells, "start" if intervals else "date", errors)
    end = _end(cells, begin, errors) if intervals else None
    cadence = _cadence(cells.get("cadence_days", ""), errors)
    if errors or begin is None:
        return None
    return Row(
        line=line,
        channel=channel,
        parties="; ".join(sides) or None,
        when=begin,
        event=event,
        state=state,
        end=end,
        cadence=cadence,
        confidence=grade,
        level=cells.get("level") or None,
        kind=cells.get("kind") or None,
        actor=cells.get("actor") or None,
        summary=cells.get("summary") or None,
        cause=cells.get("cause") or None,
        source=cells.get("source") or None,
        source_url=cells.get("source_url") or None,
    )


def _sides(cell: str) -> list[str]:
    """Sorted, each once; silent: a side named twice is one side, an empty one none."""
    return sorted({" ".join(side.split()) for side in cell.split(";")} - {""})


def _date(cells: dict[str, str], name: str, errors: list[str]) -> When | None:
    if not cells[name]:
        errors.append("date-missing")
        return None
    try:
        return parse(cells[name])
    except DateError as problem:
        errors.append(str(problem))
        return None


def _end(cells: dict[str, str], begin: When | None, errors: list[str]) -> When | None:
    if not cells.get("end"):
        return None
    end = _date(cells, "end", errors)
    if not end or not begin:
        return end
    if end.last < begin.first:
        errors.append("date-impossible")
        return None
    # A month or year holds the start where the earliest day of the start lies in it.
    holds = end.coarse and end.first <= begin.first
    if end.last == begin.first or holds:
        errors.append("interval-empty")
        return None
    # Silent: days of a written range that are not after the start are no ends; the earliest
    # that is left is that of the end.
    return replace(end, first=max(end.first, begin.first + timedelta(days=1)))


def _cadence(cell: str, errors: list[str]) -> int | None:
    if not cell:
        return None
    whole, point, rest = cell.partition(".")
    if whole.isascii() and whole.isdigit() and (not point or (rest and not rest.strip("0"))):
        return int(whole)
    errors.append("cadence-not-whole")
    return None


def _channel_errors(rows: list[Row]) -> list[tuple[str, int]]:
    errors: list[tuple[str, int]] = []
    for channel in channels_of(tuple(rows)):
        in_file = sorted(channel, key=lambda row: row.line)
        for name, code in ONE_PER_CHANNEL.items():
            given = [(getattr(row, name), row.line) for row in in_file]
            given = [(value, line) for value, line in given if value is not None]
            errors += [(code, line) for value, line in given if value != given[0][0]]
        for one, two in pairwise(channel):
            if one.end and two.day < one.end.first:
                errors.append(("interval-overlap", max(one.line, two.line)))
    return errors
