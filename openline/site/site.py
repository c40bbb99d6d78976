"""What a site shows: a record on a day, its tables, and the pages for them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final
from urllib.parse import quote

import numpy as np
import pandas as pd

from openline.analysis.causes import caused
from openline.analysis.evidence import Evidence
from openline.analysis.gaps import gaps
from openline.analysis.time_in_state import shares
from openline.brief.brief import Brief
from openline.record.columns import CHANNEL, PARTIES
from openline.record.observation_names import observation_names
from openline.site.groups import Grouping, Part, column_groupings, parts_of, side_grouping
from openline.site.names import hashed_name

_NO_ROWS: Final = np.zeros(0, dtype=int)
_TOGETHER: Final = 500
"""For how many channels the rows are prepared at a time."""


class Sliced:
    """A table from which the rows of some channels are taken at once, in the table's order.

    A site takes the rows of one channel after another. Many channels are prepared together, with
    texts as Python's own: Arrow would make a separate request for each column.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        ids = frame["channel_id"].to_numpy()
        self._frame, self._order = frame, np.argsort(ids, kind="stable")
        self._channels, firsts = np.unique(ids[self._order], return_index=True)
        self._ends = np.append(firsts, len(ids))
        self._ready, self._rows = range(0), frame.head(0)

    def of(self, *channels: int) -> pd.DataFrame:
        """Return the rows of some channels."""
        if len(channels) != 1:
            return self._frame.iloc[self.places(*channels)]
        at = int(np.searchsorted(self._channels, channels[0]))
        if at == len(self._channels) or self._channels[at] != channels[0]:
            return self._rows.head(0)
        if at not in self._ready:
            self._make_ready(at)
        start = self._ends[self._ready.start]
        return self._rows.iloc[self._ends[at] - start : self._ends[at + 1] - start]

    def places(self, *channels: int) -> np.ndarray:
        """Return the places in the table of some channels' rows."""
        asked = np.unique(channels)
        firsts, lasts = (np.searchsorted(self._channels, asked, side) for side in ("left", "right"))
        ends = zip(self._ends[firsts], self._ends[lasts], strict=True)
        return np.sort(np.concatenate([_NO_ROWS, *(self._order[slice(*pair)] for pair in ends)]))

    def _make_ready(self, at: int) -> None:
        last = min(at + _TOGETHER, len(self._channels))
        rows = self._frame.iloc[self._order[self._ends[at] : self._ends[last]]]
        texts = rows.select_dtypes("string").columns
        self._ready, self._rows = range(at, last), rows.astype(dict.fromkeys(texts, object)).copy()


@dataclass(frozen=True, eq=False)
class Site:
    """A site: the brief whose view it shows, with all channels; its future address, without a
    final slash, "" if that is not known; and `feed_name`, which distinguishes its feeds' entries
    from those of another record."""

    brief: Brief
    address: str = ""
    feed_name: str = "bundled"

    @property
    def as_of(self) -> date:
        """The day for which everything is computed."""
        return self.brief.as_of

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The sets of parties that have a channel on the as-of day, in their order."""
        return parts_of(self.brief.status)

    @cached_property
    def groupings(self) -> tuple[Grouping, ...]:
        """The groups by level, by kind and by party that have a channel on the as-of day."""
        sides = side_grouping(part for part in self.parts if part.parties)
        return (*column_groupings(self.brief.status), *([sides] if sides.groups else []))

    @cached_property
    def status(self) -> Sliced:
        """The status table."""
        return Sliced(self.brief.status)

    @cached_property
    def before(self) -> Sliced:
        """The status table of the day from which changes are counted."""
        return Sliced(self.brief.before)

    @cached_property
    def spans(self) -> Sliced:
        """The spans."""
        return Sliced(self.brief.frames.spans)

    @cached_property
    def observations(self) -> Sliced:
        """The observations that are seen on the as-of day."""
        return Sliced(self.brief.evidence.observations)

    def seen(self, part: Part) -> Evidence:
        """Return the evidence of the channels of a set of parties."""
        every, ids = self.brief.evidence, list(part.channels)
        moves = every.moves.iloc[self._changes.places(*ids)]
        rows = every.observations.iloc[self.observations.places(*ids)]
        return Evidence(every.as_of, rows, every.channels.loc[ids], moves)

    @cached_property
    def _changes(self) -> Sliced:
        return Sliced(self.brief.evidence.moves)

    @cached_property
    def moves(self) -> Sliced:
        """The openings and closings of the window, newest first."""
        return Sliced(self.brief.moves)

    @cached_property
    def shares(self) -> Sliced:
        """The time in each state."""
        return Sliced(shares(self.brief.evidence))

    @cached_property
    def severances(self) -> Sliced:
        """The severances, newest first, each with the time that it took to reopen."""
        return Sliced(caused(self.brief.evidence))

    @cached_property
    def silences(self) -> Sliced:
        """The silences that count, oldest first."""
        table = gaps(self.brief.evidence, self.brief.question.min_days)
        return Sliced(table[table["gap"] == "silence"])

    def file_of(self, channel: int) -> str:
        """Return the page of a channel, without its suffix."""
        return self._files[channel]

    @cached_property
    def _files(self) -> dict[int, str]:
        channels = self.brief.question.record.channels
        named = zip(channels[PARTIES].fillna("").tolist(), channels[CHANNEL].tolist(), strict=True)
        files = (f"channels/{hashed_name(*names)}" for names in named)
        return dict(zip(channels.index.tolist(), files, strict=True))

    def place_of(self, row: int) -> str:
        """Return the anchor of an observation on its channel's page, by its index."""
        return f"o-{quote(self._observation_names[row], safe='')}"

    def observation_at(self, row: int) -> str:
        """Return the link to an observation, by its index, relative to the site's own folder."""
        channel = int(self.brief.question.record.observations.loc[row, "channel_id"])
        return f"{self.page_of(channel)}#{self.place_of(row)}"

    @cached_property
    def _observation_names(self) -> "pd.Series[str]":
        record, rows = self.brief.question.record, self.brief.evidence.observations.index
        return observation_names(record, rows)

    def page_of(self, channel: int) -> str:
        """Return the page of a channel, relative to the site's own folder."""
        return f"{self.file_of(channel)}.html"
