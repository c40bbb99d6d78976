"""Reading: bytes to a record, with every problem in one pass."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from openline.record.cell_checks import check_header_cells
from openline.record.channels import count_channels, describe_channels, number_channels
from openline.record.columns import CHANGE, CHECK, DATE, ENDED, EVENT, FORMAT_NAMES, START, STATE
from openline.record.consistency import check_consistency
from openline.record.decoding import decode
from openline.record.delimited import Cells, place_columns, read_cells
from openline.record.header import check_header
from openline.record.layout_problems import over_limit
from openline.record.limits import UNLIMITED, ReadingLimits
from openline.record.order import Settling, settle
from openline.record.problems import Findings, Problem, merged, problem
from openline.record.progress import Progress, part, silent
from openline.record.record import Record
from openline.record.rows import check_rows
from openline.record.sheet import Sheet


def read_record(
    data: bytes,
    today: date,
    limits: ReadingLimits = UNLIMITED,
    *,
    encoding: str | None = None,
    progress: Progress = silent,
) -> Record:
    """Read a record from the bytes of a file; never raises on what they contain.

    `today` decides which dates are in the future. `encoding` is that of the file where it is
    known; otherwise it is told by the bytes, and named where it was guessed. Rows with an error
    are named among the problems and are not among the observations. `progress` is told how far
    reading is.
    """
    digest = hashlib.sha256(data).hexdigest()
    if limits.size is not None and len(data) > limits.size:
        return unread([over_limit("bytes", limits.size)], digest)
    progress(0.0, "Decoding")
    decoded = decode(data, encoding)
    if isinstance(decoded, Problem):
        return unread([decoded], digest)
    cells = read_cells(
        decoded.text,
        limits.rows,
        part(progress, 0.02, 0.55),
        max_columns=limits.columns,
        has_strays=decoded.has_strays,
    )
    if any(item.code == "column-limit" for item in cells.problems):
        return unread([*decoded.problems, *cells.problems], digest)
    if not len(cells.rows) and not cells.problems:
        cells = replace(cells, problems=(_no_rows(),))
    cells = replace(cells, problems=(*decoded.problems, *cells.problems))
    return record_of(cells, today, digest, limits, part(progress, 0.55, 1.0))


def record_of(
    cells: Cells,
    today: date,
    digest: str,
    limits: ReadingLimits = UNLIMITED,
    progress: Progress = silent,
) -> Record:
    """Return the record that the cells of a file make; `digest` is that of its bytes. Of the
    limits those of channels and of letters are left to check."""
    progress(0.0, "Checking each row")
    sheet = Sheet.of(cells)
    rows, of_rows = check_rows(sheet, today, limits.letters)
    if limits.channels is not None and count_channels(rows) > limits.channels:
        return unread([over_limit("channels", limits.channels)], digest)
    progress(0.5, "Putting the rows in order")
    rows, settled = _settle(rows)
    progress(0.8, "Comparing the rows of each channel")
    header = (*check_header(cells.header), *check_header_cells(cells.header, limits.letters))
    findings = [Findings(cells.problems, cells.beyond), Findings(header), of_rows]
    if STATE in sheet.cells:
        findings.append(check_consistency(rows, settled, EVENT in sheet.cells))
    problems = merged(findings)
    if START in sheet.cells and DATE not in sheet.cells:
        problems = replace(problems, listed=_of_intervals(problems.listed))
    places = place_columns(cells.header)
    problems = problems.in_order(lambda item: (item.line or 0, places.get(item.column or "", -1)))
    return Record(
        observations=rows.drop(columns="cell_row"),
        channels=describe_channels(rows),
        others=sheet.others.taken(rows["cell_row"].to_numpy()),
        columns=tuple(name for name in FORMAT_NAMES if name in sheet.cells or name == DATE),
        problems=problems.listed,
        digest=digest,
        beyond=problems.beyond,
    )


def _of_intervals(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Name the column that the interval form has; a row that stands for its start and its
    end is told of each kind of problem once."""
    problems_by_cause: dict[object, Problem] = {}
    for item in problems:
        named = replace(item, column=START) if item.column == DATE else item
        twice = (item.code, item.line) if item.column == DATE else item
        problems_by_cause.setdefault(twice, named)
    return tuple(problems_by_cause.values())


def _settle(rows: pd.DataFrame) -> tuple[pd.DataFrame, Settling]:
    """Put observations in order and work out what each does to its channel's state."""
    dates = rows[DATE].tolist()
    rows = rows.assign(
        date=pd.Series([day.text for day in dates], index=rows.index, dtype="str"),
        earliest=pd.to_datetime([day.earliest for day in dates]).astype("datetime64[us]"),
        latest=pd.to_datetime([day.latest for day in dates]).astype("datetime64[us]"),
        order=np.arange(len(rows)),
    )
    # It stands at the same place whether a file has intervals or not.
    until = rows.pop("until") if "until" in rows else rows["earliest"]
    rows["until"] = pd.to_datetime(until).astype("datetime64[us]")
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
    rows["agrees"], rows["sets"], rows["moves"] = settled.agrees, settled.sets, settled.moves
    rows["held"] = pd.Series(settled.held, dtype="str")
    same = (spoken == settled.before) & (spoken == settled.turn)
    rows["repeats"] = (rows[EVENT] == CHANGE) & same
    return rows, settled


def _no_rows() -> Problem:
    message = "The file has a header and no rows."
    return problem("rows-missing", None, None, None, message, "Add one row per observation.")


def unread(problems: list[Problem], digest: str) -> Record:
    """Return a record without rows, for a file that could not be read as text."""
    blank = _blank()
    return replace(
        blank,
        observations=blank.observations.copy(),
        channels=blank.channels.copy(),
        columns=(),
        problems=tuple(problems),
        digest=digest,
    )


@cache
def _blank() -> Record:
    return read_record(b"channel,date,state\n", date.min)
