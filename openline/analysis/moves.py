"""Moves: the days on which a channel's state changes, its beginning and its end included.

Every table of states follows from these rows. Where filtered evidence or carry makes a
channel unknown, a row of that state stands in, and it cites nothing.
"""

import numpy as np
import pandas as pd

from openline.record.columns import CHECK, ENDED, UNKNOWN
from openline.record.order import begun_checks, last_of_day, moving

__all__ = ["find_moves", "state_on"]

_CITED = ("cause", "actor", "summary", "source", "source_url", "event")
_CARRIED = 2
_LEFT_OUT = 1
_SEEN = 0
_DAY = np.timedelta64(1, "D")


def find_moves(
    rows: pd.DataFrame, kept: np.ndarray, as_of: pd.Timestamp, carry: int | None
) -> pd.DataFrame:
    """Return the moves, in order of channel and day.

    `rows` are all observations up to the as-of day, in order; `kept` marks those that the
    confidence keeps. Columns: `channel_id`; `state` (`ended` too); `day` and `latest`, the
    days that bound the move, `latest` not after the as-of day; `date` (text); `row`, the
    index of the observation, and `seen`, whether it is one that is kept; `life`, counted
    from 0 in each channel; `previous`, the state before ("" where none); `checked`, whether
    a check or a repeated change made it; and the cited columns of the row, with its `event`.
    """
    steps = _alive(_steps(rows, kept, as_of, carry), rows[kept])
    channel, state = steps["channel_id"].to_numpy(), steps["state"].to_numpy(dtype=object)
    check = steps["check"].to_numpy()
    steps = steps[~check | begun_checks(channel, state, check)]
    steps = steps[last_of_day(steps["channel_id"].to_numpy(), steps["day"].to_numpy())]
    state = steps["state"].to_numpy(dtype=object)
    steps = steps[moving(steps["channel_id"].to_numpy(), state)]
    steps = steps.reset_index(drop=True)
    steps["latest"] = steps["latest"].clip(upper=as_of)
    by_channel = steps.groupby("channel_id")
    ended = steps["state"] == ENDED
    steps["life"] = ended.groupby(steps["channel_id"]).cumsum() - ended
    steps["previous"] = by_channel["state"].shift().fillna("")
    return _cite(steps, rows)


def state_on(moves: pd.DataFrame, channel: pd.Series, day: pd.Series) -> np.ndarray:
    """Return the state that each channel holds at the end of each day, "" where none.

    `moves` are those of `find_moves`; the state of an ended channel is `ended`.
    """
    if not len(moves):
        return np.full(len(channel), "", dtype=object)
    epoch, span = np.datetime64("0001-01-01", "D"), 4_000_000

    def key(ids: pd.Series, days: pd.Series) -> np.ndarray:
        numbers = (days.to_numpy().astype("datetime64[D]") - epoch).astype(np.int64)
        return ids.to_numpy() * span + numbers

    at = np.searchsorted(key(moves["channel_id"], moves["day"]), key(channel, day), "right") - 1
    at = np.maximum(at, 0)
    same = moves["channel_id"].to_numpy()[at] == channel.to_numpy()
    same &= moves["day"].to_numpy()[at] <= day.to_numpy()
    return np.where(same, moves["state"].to_numpy(dtype=object)[at], "")


def _steps(
    rows: pd.DataFrame, kept: np.ndarray, as_of: pd.Timestamp, carry: int | None
) -> pd.DataFrame:
    """Rows that may set a state, in order: seen, left out (unknown), carried (unknown)."""
    can_set = rows["can_set"].to_numpy() & kept
    gone = rows["moves"].to_numpy() & ~kept
    stands = can_set | gone
    some = rows.loc[stands, ["channel_id", "earliest", "latest", "date", "event", "spoken"]]
    steps = some.rename(columns={"earliest": "day", "spoken": "state"})
    steps["row"] = steps.index.to_numpy()
    # A check that began a state in the whole record still does where a row of its day is gone.
    firm = gone | rows["moves"].to_numpy()
    steps["check"] = (steps["event"] == CHECK) & ~firm[stands]
    steps["origin"] = np.where(gone[stands], _LEFT_OUT, _SEEN)
    steps["state"] = steps["state"].mask(steps["origin"] == _LEFT_OUT, UNKNOWN)
    steps = steps.drop(columns="event")
    if carry is not None:
        steps = pd.concat([steps, _carried(rows[kept], as_of, carry)])
        steps = steps.sort_values(["channel_id", "day", "row"], kind="stable")
    return steps.reset_index(drop=True)


def _carried(rows: pd.DataFrame, as_of: pd.Timestamp, carry: int) -> pd.DataFrame:
    """The days, up to the as-of day, on which a channel's evidence became too old: `carry`
    days after every row that none followed within them."""
    channel, day = rows["channel_id"].to_numpy(), rows["earliest"].to_numpy()
    age = (as_of.to_numpy() - day) // _DAY
    last = age >= carry
    last[:-1] &= (channel[1:] != channel[:-1]) | (age[:-1] - age[1:] > carry)
    stale = rows.loc[last, ["channel_id", "earliest"]].rename(columns={"earliest": "day"})
    if len(stale):
        stale["day"] += pd.Timedelta(days=carry)
    return stale.assign(
        latest=stale["day"],
        date=stale["day"].dt.strftime("%Y-%m-%d"),
        state=UNKNOWN,
        row=stale.index.to_numpy(),
        check=False,
        origin=_CARRIED,
    )


def _alive(steps: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out what stands before a channel's first remaining row with a state, and carry
    where nothing is known any more."""
    steps = _from_first_row(steps, rows)
    state, carried = steps["state"], steps["origin"] == _CARRIED
    void = state.isin([ENDED, UNKNOWN]).astype(float).mask(carried)
    void = void.groupby(steps["channel_id"]).ffill().fillna(1.0) == 1
    steps = steps[~(carried & void)]
    leading_end = (steps["state"] == ENDED) & ~steps["channel_id"].duplicated()
    return steps[~leading_end].reset_index(drop=True)


def _from_first_row(steps: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Begin each channel with its first remaining row that has a state. Where that row sets
    none, the channel is from its day what evidence left out before made it: unknown."""
    stated = rows[rows["state"].notna()].drop_duplicates("channel_id").set_index("channel_id")
    first = stated["earliest"].reindex(steps["channel_id"]).to_numpy()
    early = steps["day"].to_numpy() < first
    on_time = steps[steps["day"].to_numpy() >= first]
    same_day = on_time.loc[on_time["day"].to_numpy() == first[~early & ~np.isnat(first)]]
    born = steps[early].drop_duplicates("channel_id", keep="last")
    born = born[(born["state"] == UNKNOWN) & ~born["channel_id"].isin(same_day["channel_id"])]
    if born.empty:
        return on_time
    row = stated.loc[born["channel_id"], ["earliest", "latest", "date"]]
    row = row.rename(columns={"earliest": "day"}).set_index(born.index)
    steps = pd.concat([born.drop(columns=["day", "latest", "date"]).join(row), on_time])
    return steps.sort_values(["channel_id", "day"], kind="stable")


def _cite(steps: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    seen = steps["origin"] == _SEEN
    cited = rows.loc[steps["row"], [*_CITED, "repeats"]].reset_index(drop=True)
    repeated = cited["repeats"]
    cited = cited[list(_CITED)].where(seen)
    steps = steps.assign(seen=seen, checked=seen & ((cited["event"] == CHECK) | repeated))
    return pd.concat([steps.drop(columns=["origin", "check"]), cited], axis="columns")
