"""Files to start from: a template, the simplest file, intervals, and rows of a record."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from openline.record.columns import PARTIES, PARTIES_SEPARATOR
from openline.record.record import Record, record_rows

_EXAMPLES: Final = Path(__file__).parent / "examples"

TEMPLATE: Final = (_EXAMPLES / "template.csv").read_bytes()
"""All columns, and three channels that show every event. The delimiter is `,` and lines end in
LF."""
SIMPLEST: Final = (_EXAMPLES / "simplest.csv").read_bytes()
"""The three columns that are needed, and no others."""
INTERVALS: Final = (_EXAMPLES / "intervals.csv").read_bytes()
"""The interval form, with one row per span."""


def rows_of_parties(record: Record, parties: Sequence[str]) -> bytes:
    """Return the rows of some parties as CSV (UTF-8) in the contract's form. A name can be that of
    all sides (`China; Japan`) or of one of them, case ignored; without names only the header is
    returned."""
    wanted = {name.casefold() for name in parties}
    rows = record.observations
    names = {
        name
        for name in rows[PARTIES].dropna().unique()
        if wanted & {side.casefold() for side in (name, *name.split(PARTIES_SEPARATOR))}
    }
    kept = record_rows(record, rows[rows[PARTIES].isin(names)])
    return kept.to_csv(index=False, lineterminator="\n").encode()
