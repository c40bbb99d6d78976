"""Writing: a record back to CSV, in the contract's order of columns."""

import pandas as pd

from openline.record.columns import CADENCE_DAYS, COLUMNS
from openline.record.record import Record


def record_rows(record: Record, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return a record's rows as it is written: text columns in the file's order of rows,
    the format's columns that it has and then its other ones. Read again, they are the same
    record. `rows` are the observations to write, all of them unless given."""
    rows = record.observations if rows is None else rows
    rows = rows.sort_values("order")
    columns = [column.name for column in COLUMNS if column.name in record.columns]
    frame = rows[columns].copy()
    if CADENCE_DAYS in frame:
        frame[CADENCE_DAYS] = frame[CADENCE_DAYS].astype("Int64")
    return pd.concat([frame, record.extras_of(rows.index)], axis="columns")
