"""Which row of a record an address means by the name of an observation."""

import pandas as pd

from openline.record.observation_names import named_row, observation_names
from openline.record.record import Record
from openline.ui.data.shared import shared


@shared
def row_named(digest: str, name: str, _record: Record) -> int | None:
    """Return the index of the observation of a name, None where the record has none."""
    return named_row(_record, name)


def row_names(record: Record, rows: pd.Index) -> "pd.Series[str]":
    """Return what some observations of a record are called, by their index."""
    return observation_names(record, rows)
