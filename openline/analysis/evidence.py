"""What a table may see of a record: as of a day, under filters, with or without carry."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

import numpy as np
import pandas as pd

from openline.analysis.filters import Filters, matching_channels
from openline.analysis.freshness import last_observed, mark_stale
from openline.analysis.moves import find_moves
from openline.analysis.search import found
from openline.record.columns import CONFIDENCE, CONFIDENCES
from openline.record.record import Record

_P = ParamSpec("_P")


@dataclass(frozen=True, eq=False)
class Evidence:
    """The evidence on which every table rests.

    `as_of`: the day. `observations`: the record's rows that are seen, in their order.
    `channels`: the channels that match the filters, by `channel_id`. `moves`: the changes
    of state (see `openline.analysis.moves`). `made`: the tables that were derived from it. Frames
    are shared: nobody may write to them.
    """

    as_of: pd.Timestamp
    observations: pd.DataFrame
    channels: pd.DataFrame
    moves: pd.DataFrame
    made: dict[tuple[object, ...], pd.DataFrame] = field(default_factory=dict, repr=False)

    def named(self, frame: pd.DataFrame, *names: str) -> pd.DataFrame:
        """Return a frame with what the channel of each row (`channel_id`) is: columns of
        `channels`."""
        columns = self.channels.loc[frame["channel_id"], list(names)]
        return frame.assign(**{name: columns[name].to_numpy() for name in names})


def derived(
    make: Callable[Concatenate[Evidence, _P], pd.DataFrame],
) -> Callable[Concatenate[Evidence, _P], pd.DataFrame]:
    """Make a table once for each evidence and its options, and remember it."""

    @wraps(make)
    def remembered(seen: Evidence, /, *args: _P.args, **kwargs: _P.kwargs) -> pd.DataFrame:
        key = (make, args, *kwargs.items())
        if key not in seen.made:
            seen.made[key] = make(seen, *args, **kwargs)
        return seen.made[key]

    return remembered


def gather(
    record: Record, as_of: date, filters: Filters | None = None, carry: int | None = None
) -> Evidence:
    """Gather the evidence of a record as of a day.

    Rows dated later are not seen. Where a row that the confidence leaves out had moved a
    channel, it is unknown from then on; with `carry`, a channel is unknown that many days
    after its latest row.
    """
    filters = filters or Filters()
    day = pd.Timestamp(as_of)
    channels = record.channels[matching_channels(record.channels, filters)]
    if filters.q:
        channels = _found(record, channels, filters, day)
    rows, kept = _seen(record, channels, day, filters.confidence)
    moves = find_moves(rows, kept.to_numpy(), day, carry)
    seen = Evidence(day, rows[kept], channels, moves)
    return _without_stale(seen) if filters.fresh else seen


def _seen(
    record: Record, channels: pd.DataFrame, day: pd.Timestamp, confidence: str
) -> tuple[pd.DataFrame, "pd.Series[bool]"]:
    """Return the rows of some channels up to a day, and mark those that the confidence keeps."""
    rows = record.observations
    rows = rows[(rows["earliest"] <= day).to_numpy() & _chosen(rows["channel_id"], channels.index)]
    return rows, rows[CONFIDENCE].isin(CONFIDENCES[: CONFIDENCES.index(confidence) + 1])


def _found(
    record: Record, channels: pd.DataFrame, filters: Filters, day: pd.Timestamp
) -> pd.DataFrame:
    """Return the channels of the observations that are found, seen on the day of the search."""
    day = pd.Timestamp(filters.q_day) if filters.q_day else day
    rows, kept = _seen(record, channels, day, filters.confidence)
    rows = rows[kept]
    return channels[channels.index.isin(rows.loc[found(rows, filters.q), "channel_id"])]


def _without_stale(seen: Evidence) -> Evidence:
    state = seen.moves.drop_duplicates("channel_id", keep="last").set_index("channel_id")["state"]
    observed = last_observed(seen.observations)["last_observed"].reindex(state.index)
    old = state.index[mark_stale(state, observed, seen.as_of)]
    rows, moves = (
        frame[~frame["channel_id"].isin(old)] for frame in (seen.observations, seen.moves)
    )
    return Evidence(seen.as_of, rows, seen.channels.drop(old), moves)


def _chosen(channel: pd.Series, index: pd.Index) -> np.ndarray:
    """Mark the rows of some channels, by a look-up that costs nothing on long records."""
    if not len(channel):
        return np.zeros(0, dtype=bool)
    table = np.zeros(int(channel.max()) + 1, dtype=bool)
    table[index[index < len(table)]] = True
    return table[channel.to_numpy()]
