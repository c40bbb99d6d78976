"""A record: its observations, what its file looked like, and its problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from openline.record.columns import CADENCE_DAYS, COLUMNS, EVENT
from openline.record.other_cells import OtherCells
from openline.record.problems import ERROR, PROBLEM_KINDS, Problem, Severity


@dataclass(frozen=True, eq=False)
class Record:
    """A record as read from one file.

    `observations` has one row per observation, in order of parties, channel, earliest day
    and file order, with these columns: `line`; `order` (place in the file); `channel_id`
    (rank of the channel by parties and name); the format's columns, where `date` is the
    canonical text, `event` and `confidence` are filled, `cadence_days` is a number;
    `earliest`, `latest` (days); `until` (its earliest day; of an interval the last day that
    it speaks for, and of the unknown after it the day before that); and what the row does to
    the state: `spoken` (its state or `ended`, else ""), `agrees`, `sets`, `moves` (see
    `openline.record.order`), `repeats` (a change to the state of the day before), `held` (the state
    at the end of its day, else "").
    `channels` has one row per channel, by `channel_id`: `parties, channel, level, kind,
    cadence_days`. `others` are the cells of the file's other columns, a row per observation.
    `columns` are the format's columns that the file has. `digest` is the SHA-256 of its bytes.
    `problems` are the first 10,000; `beyond` counts further ones by their code.
    """

    observations: pd.DataFrame
    channels: pd.DataFrame
    others: OtherCells
    columns: tuple[str, ...]
    problems: tuple[Problem, ...]
    digest: str
    beyond: Mapping[str, int] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the record from being used."""
        return tuple(item for item in self.problems if item.severity == ERROR)

    @property
    def has_errors(self) -> bool:
        """Whether the record may not be used."""
        return self.count(ERROR) > 0

    @property
    def logs_contacts(self) -> bool:
        """Whether the file has a column in which a contact could be written down."""
        return EVENT in self.columns

    def count(self, severity: Severity) -> int:
        """Return how many problems of a severity there are, those beyond the listed included."""
        listed = sum(item.severity == severity for item in self.problems)
        codes = (code for code in self.beyond if PROBLEM_KINDS[code].severity == severity)
        return listed + sum(self.beyond[code] for code in codes)

    @cached_property
    def extras(self) -> pd.DataFrame:
        """The other columns of the file, by the observations' index."""
        return self.others.frame(self.observations.index)

    def extras_of(self, index: pd.Index) -> pd.DataFrame:
        """Return the other columns of some observations, in the order of their index."""
        return self.others.taken(index.to_numpy()).frame(index)

    def latest_day(self, today: date) -> date:
        """Return the default as-of day: the latest day not after today on which a row tells
        something, or today where there is none. A row does on its earliest day, an interval
        on the day before its end too, and the unknown that follows it only then."""
        known = np.searchsorted(self._days_told, np.datetime64(today), "right")
        return pd.Timestamp(self._days_told[known - 1]).date() if known else today

    @cached_property
    def _days_told(self) -> np.ndarray:
        """The days on which a row tells something, in their order."""
        rows = self.observations
        earliest, until = rows["earliest"].to_numpy(), rows["until"].to_numpy()
        return np.unique(np.concatenate([np.minimum(earliest, until), until]))


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
