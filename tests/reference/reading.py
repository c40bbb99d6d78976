"""Well-formed CSV text to rows, in the dated form and in the interval form."""

import csv
import io
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

__all__ = ["Row", "When", "channels_of", "read_rows", "when"]

MIDNIGHT = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$")


@dataclass(frozen=True)
class When:
    """A date as the file knows it: the earliest and the latest day that it allows."""

    first: date
    last: date


@dataclass(frozen=True)
class Row:
    """One observation. `order` is its place in the file."""

    line: int
    order: int
    channel: str
    parties: str | None
    when: When
    event: str
    state: str | None
    level: str | None = None
    kind: str | None = None
    cadence: int | None = None
    actor: str | None = None
    summary: str | None = None
    cause: str | None = None
    source: str | None = None
    source_url: str | None = None
    confidence: str = "reported"
    end: When | None = None

    @property
    def day(self) -> date:
        """The earliest day, on which the row is taken."""
        return self.when.first

    @property
    def key(self) -> tuple[bool, str, str]:
        """What names the channel; missing parties sort first."""
        return (self.parties is not None, self.parties or "", self.channel)


def when(text: str) -> When:
    """Read `2022-08-05`, `2022-08`, `2022`, or two of these joined by `/`."""
    edtf = re.fullmatch(r"\[(.+)\.\.(.+)\]", text)
    if edtf:
        return When(_simple(edtf[1]).first, _simple(edtf[2]).last)
    if "/" in text:
        left, right = text.split("/")
        return When(_simple(left).first, _simple(right).last)
    return _simple(text)


def _simple(text: str) -> When:
    midnight = MIDNIGHT.match(text.strip())
    parts = [int(part) for part in (midnight[1] if midnight else text.strip()).split("-")]
    if len(parts) == 1:
        return When(date(parts[0], 1, 1), date(parts[0], 12, 31))
    if len(parts) == 2:
        last = monthrange(parts[0], parts[1])[1]
        return When(date(parts[0], parts[1], 1), date(parts[0], parts[1], last))
    return When(date(*parts), date(*parts))


def read_rows(csv_text: str) -> tuple[Row, ...]:
    """All rows in file order. A row that repeats an earlier one exactly is left out."""
    records = _records(csv_text)
    header = [_column(cell) for cell in next(records)[1]]
    rows: list[Row] = []
    seen: set[tuple[str, ...]] = set()
    for line, cells in records:
        trimmed = tuple(cell.strip() for cell in cells) + ("",) * (len(header) - len(cells))
        if not any(trimmed) or trimmed in seen:
            continue
        seen.add(trimmed)
        rows.append(_row(line, len(rows), dict(zip(header, trimmed, strict=True))))
    return tuple(rows)


def _records(csv_text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(csv_text.removeprefix("\ufeff"), newline=""), strict=True)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _column(cell: str) -> str:
    return re.sub(r"[\s_-]+", "_", cell.strip().lower())


def _row(line: int, order: int, cells: dict[str, str]) -> Row:
    state = cells.get("state", "").lower() or None
    dated = "date" in cells
    event = cells.get("event", "").lower() if dated else "change"
    return Row(
        line=line,
        order=order,
        channel=" ".join(cells["channel"].split()),
        parties=_parties(cells.get("parties", "")),
        when=when(cells["date"] if dated else cells["start"]),
        event=event or "change",
        state=state,
        level=_text(cells, "level"),
        kind=_text(cells, "kind"),
        cadence=int(float(cells["cadence_days"])) if cells.get("cadence_days") else None,
        actor=_text(cells, "actor"),
        summary=_text(cells, "summary"),
        cause=_text(cells, "cause"),
        source=_text(cells, "source"),
        source_url=_text(cells, "source_url"),
        confidence=cells.get("confidence", "").lower() or "reported",
        end=when(cells["end"]) if not dated and cells.get("end") else None,
    )


def _text(cells: dict[str, str], column: str) -> str | None:
    return cells.get(column) or None


def _parties(text: str) -> str | None:
    sides = sorted(" ".join(side.split()) for side in text.split(";") if side.strip())
    return "; ".join(sides) or None


def channels_of(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """The rows of each channel by earliest day, ties in file order; channels in table order."""
    groups: dict[tuple[bool, str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault(row.key, []).append(row)
    return [tuple(sorted(groups[key], key=lambda row: row.day)) for key in sorted(groups)]
