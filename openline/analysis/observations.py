"""Observations: the rows of a record that are seen, with their line."""

import pandas as pd

from openline.analysis.evidence import Evidence
from openline.record.columns import COLUMNS, DATE
from openline.record.record import Record

__all__ = ["observation_columns", "observations"]

_NAMES = tuple(column.name for column in COLUMNS)
_ADDED = ("latest", "may_be_later")


def observation_columns(record: Record) -> tuple[str, ...]:
    """Return the columns of the table: `line`, the format's, `latest` and `may_be_later`
    (where the record has no such column of its own), and the record's other columns."""
    others = tuple(record.extras)
    taken = {"line", *_NAMES, *_ADDED}
    return ("line", *_NAMES, *_ADDED, *(name for name in others if name not in taken))


def observations(record: Record, evidence: Evidence) -> pd.DataFrame:
    """Return the rows of R as of D, by parties, channel and date.

    `date` is the earliest day, `latest` the latest that the date allows, `date_text` the
    date as given; `may_be_later` marks rows whose latest day is after the as-of day.
    """
    rows = evidence.observations
    frame = rows.rename(columns={DATE: "date_text", "earliest": DATE})
    frame = frame.assign(may_be_later=rows["latest"] > evidence.as_of)
    extras = record.extras.loc[rows.index]
    new = [name for name in extras if name not in frame]
    return pd.concat([frame, extras[new]], axis="columns").reset_index(drop=True)
