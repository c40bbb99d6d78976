"""Observations: the rows of a record that are seen, with their line."""

from typing import Final

import pandas as pd

from openline.analysis.evidence import Evidence
from openline.record.columns import COLUMNS, DATE
from openline.record.record import Record

_NAMES: Final = ("line", *(column.name for column in COLUMNS), "latest", "may_be_later")
_BESIDE: Final = ("channel_id", "date_text")


def observation_columns(record: Record) -> tuple[str, ...]:
    """Return the columns of the table: `line`, the format's, `latest` and `may_be_later`,
    and the record's other columns; one that is called like these is marked `(file)`."""
    return (*_NAMES, *_others(record).values())


def observations(record: Record, evidence: Evidence) -> pd.DataFrame:
    """Return the rows of R as of D, by parties, channel and date.

    `date` is the earliest day, `latest` the latest that the date allows, `date_text` the
    date as given; `may_be_later` marks rows whose latest day is after the as-of day.
    Beside them `channel_id`.
    """
    rows = evidence.observations
    frame = rows.rename(columns={DATE: "date_text", "earliest": DATE})
    frame = frame.assign(may_be_later=rows["latest"] > evidence.as_of)
    extras = record.extras_of(rows.index).rename(columns=_others(record))
    parts = [frame[[*_NAMES, *_BESIDE]], extras]
    return pd.concat(parts, axis="columns").reset_index(drop=True)


def _others(record: Record) -> dict[str, str]:
    taken = {*_NAMES, *_BESIDE}
    return {name: f"{name} (file)" if name in taken else name for name in record.others.names}
