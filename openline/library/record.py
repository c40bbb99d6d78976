"""A record in a script: each of its tables is a method."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any, Unpack

import pandas as pd

from openline.formats.cells import problem_frame
from openline.formats.machine import csv_parts
from openline.formats.terminal import counted
from openline.library.asking import Day, Filters, asked_table
from openline.record.columns import DATE
from openline.record.problems import WARNING
from openline.record.record import Record as CheckedRecord
from openline.record.record import record_rows


@dataclass(frozen=True, eq=False, repr=False)
class Record:
    """A record without errors, as `openline.read` returns it: the `name` of its file, what was
    `checked`, and the day that `today` stands for.

    Each table is a method that returns a frame, and computes it as of a day: the last one that
    the record knows, unless `as_of` says another. All of them take the filters `parties, level,
    kind, channel, confidence, carry, q`. What the columns mean is in `docs/reference/tables.md`.
    Values that cannot be read raise `openline.QuestionError`.
    """

    name: str
    checked: CheckedRecord
    today: date

    def __repr__(self) -> str:
        """Say what the record has, and how many warnings."""
        rows = counted(len(self.checked.observations), "observation")
        lines = counted(len(self.checked.channels), "channel")
        warnings = counted(self.checked.count(WARNING), "warning")
        return f"<Record {self.name}: {rows} of {lines}, up to {self.last_day}, {warnings}>"

    @property
    def last_day(self) -> date:
        """The last day that the record knows: the as-of day unless another is given."""
        return self.checked.latest_day(self.today)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file, which names these very bytes."""
        return self.checked.digest

    @cached_property
    def problems(self) -> pd.DataFrame:
        """The warnings, a row each: `severity, code, line, column, value, message, suggestion`."""
        return problem_frame(self.checked.problems)

    @property
    def channels(self) -> pd.DataFrame:
        """The channels, a row each: `parties, channel, level, kind, cadence_days`."""
        return self.checked.channels.copy()

    def status(self, as_of: Day | None = None, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Return the state of each channel on the as-of day, and since when."""
        return self._asked("status", filters, asof=as_of)

    def spans(self, as_of: Day | None = None, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Return the stretches of days in which each channel kept one state."""
        return self._asked("spans", filters, asof=as_of)

    def gaps(
        self,
        as_of: Day | None = None,
        min_days: int | None = None,
        **filters: Unpack[Filters],
    ) -> pd.DataFrame:
        """Return severances and silences: how long, and what ended them. A silence counts from
        `min_days` days, 180 unless given."""
        return self._asked("gaps", filters, asof=as_of, min_days=min_days)

    def unusual(
        self,
        as_of: Day | None = None,
        min_days: int | None = None,
        **filters: Unpack[Filters],
    ) -> pd.DataFrame:
        """Return ongoing gaps, longest first, with how many ended gaps each has outlasted."""
        return self._asked("unusual", filters, asof=as_of, min_days=min_days)

    def causes(self, as_of: Day | None = None, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Return how many severances each cause led to, for how long, and how many are ongoing."""
        return self._asked("causes", filters, asof=as_of)

    def openings(
        self,
        as_of: Day | None = None,
        window: int | None = None,
        min_days: int | None = None,
        *,
        moves: str = "openings",
        **filters: Unpack[Filters],
    ) -> pd.DataFrame:
        """Return what opened in the `window` of days before the as-of day, 365 unless given,
        newest first; with `moves="closings"` what closed, with `moves="all"` both."""
        own = {"asof": as_of, "window": window, "min_days": min_days, "moves": moves}
        return self._asked("openings", filters, **own)

    def signs(
        self,
        as_of: Day | None = None,
        window: int | None = None,
        min_days: int | None = None,
        **filters: Unpack[Filters],
    ) -> pd.DataFrame:
        """Return contacts and overtures of the `window` of days that changed no state, in channels
        that are not open; a contact that ended a silence of `min_days` is an opening."""
        own = {"asof": as_of, "window": window, "min_days": min_days}
        return self._asked("signs", filters, **own)

    def since(
        self, since: Day | None = None, as_of: Day | None = None, **filters: Unpack[Filters]
    ) -> pd.DataFrame:
        """Return the channels that moved, or were contacted, asked or refused, since a day: a
        day, or `1d`, `7d`, `30d` or `1y` (unless given) before the as-of day."""
        return self._asked("since", filters, asof=as_of, since=since)

    def openness(self, as_of: Day | None = None, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Return how open the channels were on average, for each day on which one changed."""
        return self._asked("openness", filters, asof=as_of)

    def shares(
        self, as_of: Day | None = None, by: str | None = None, **filters: Unpack[Filters]
    ) -> pd.DataFrame:
        """Return the days spent in each state, and their shares of the known days; of each
        channel, or of each group `by` parties, level or kind."""
        return self._asked("shares", filters, asof=as_of, by=by)

    def survival(
        self,
        as_of: Day | None = None,
        by: str | None = None,
        until: str | None = None,
        *,
        summary: bool = False,
        **filters: Unpack[Filters],
    ) -> pd.DataFrame:
        """Return how long severances last: the share not yet reopened, by days; or the medians,
        with `summary`. `by` parties, level, kind or cause there is one group each; `until` is
        `raised` unless `open` is what counts as reopened."""
        own = {"asof": as_of, "by": by, "until": until, "summary": summary}
        return self._asked("survival", filters, **own)

    def observations(self, as_of: Day | None = None, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Return the rows of the record that are seen on the as-of day."""
        return self._asked("observations", filters, asof=as_of)

    def search(
        self, words: str, as_of: Day | None = None, **filters: Unpack[Filters]
    ) -> pd.DataFrame:
        """Return the observations in which every word occurs; case and accents do not matter."""
        return self._asked("search", filters, asof=as_of, q=words)

    def compare(self, first: Day, second: Day, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Return the state of each channel on two days, and what happened in between."""
        return self._asked("compare", filters, **{"from": first, "to": second})

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write the rows as a CSV file which, read again, is the same record."""
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            file.writelines(csv_parts(record_rows(self.checked)))

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write the rows as a Parquet file, in the file's order: the columns of the CSV, with
        `date` as the file gave it, and the first and last day that it allows as `date_earliest`
        and `date_latest`."""
        frame = record_rows(self.checked)
        days = self.checked.observations.loc[frame.index, ["earliest", "latest"]]
        place = frame.columns.get_loc(DATE)
        for offset, name in enumerate(days, 1):
            frame.insert(place + offset, f"date_{name}", days[name].dt.date)
        frame.to_parquet(path, index=False)

    def _asked(self, table: str, filters: Filters, **own: Any) -> pd.DataFrame:
        return asked_table(self.checked, self.today, table, filters, **own)
