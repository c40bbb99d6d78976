"""Moves: the days on which a channel's state changes, its beginning and its end included.

Every table of states follows from these rows. Where filtered evidence or carry makes a
channel unknown, a row of that state takes its place, and it cites nothing.
"""

from typing import Final

import numpy as np
import pandas as pd

from openline.record.columns import CHECK, ENDED, UNKNOWN
from openline.record.order import last_of_day, moving, number_days

CITED: Final = ("event", "actor", "summary", "cause", "source", "source_url")
"""What of the observation that makes a move is shown with it."""
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
    steps = _from_first_row(_steps(rows, kept), rows[kept])
    if carry is not None:
        steps = _with_carry(steps, rows[kept], as_of, carry)
    channel, state = steps["channel_id"].to_numpy(), steps["state"].to_numpy(dtype=object)
    steps = steps[moving(channel, state)].reset_index(drop=True)
    steps["latest"] = steps["latest"].clip(upper=as_of)
    ended = steps["state"] == ENDED
    steps["life"] = ended.groupby(steps["channel_id"]).cumsum() - ended
    steps["previous"] = steps.groupby("channel_id")["state"].shift().fillna("")
    return _cite(steps, rows)


def state_on(moves: pd.DataFrame, channel: pd.Series, day: pd.Series) -> np.ndarray:
    """Return the state that each channel holds at the end of each day, "" where none.

    `moves` are those of `find_moves`; the state of an ended channel is `ended`.
    """
    at = latest_before(moves["channel_id"], moves["day"], channel, day)
    states = np.append(moves["state"].to_numpy(dtype=object), "")
    return states[at]


def latest_before(
    channel: pd.Series, day: pd.Series, of_channel: pd.Series, of_day: pd.Series
) -> np.ndarray:
    """Return for each channel and day the place of the latest one at or before it among
    others, which are in order of channel and day; -1 where none is."""
    keys, sought = _key(channel, day), _key(of_channel, of_day)
    at = np.searchsorted(keys, sought, "right") - 1
    same = np.append(channel.to_numpy(), -1)[at] == of_channel.to_numpy()
    return np.where(same, at, -1)


def _key(channel: pd.Series, day: pd.Series) -> np.ndarray:
    """One number that orders channels and, within each, days."""
    epoch, span = np.datetime64("0001-01-01", "D"), 4_000_000
    days = (day.to_numpy().astype("datetime64[D]") - epoch).astype(np.int64)
    return channel.to_numpy() * span + days


def _steps(rows: pd.DataFrame, kept: np.ndarray) -> pd.DataFrame:
    """One row at most a channel and day: the one that sets its state, or stands for the one
    that did, else one that was left out and had moved the channel, which makes it unknown."""
    number = number_days(rows["channel_id"].to_numpy(), rows["earliest"].to_numpy())
    standing = _standing(rows, kept, number)
    gone = rows["moves"].to_numpy() & ~kept & ~_of_days(number, standing)
    names = ["channel_id", "earliest", "latest", "date", "spoken"]
    steps = rows.loc[standing | gone, names]
    steps = steps.rename(columns={"earliest": "day", "spoken": "state"})
    seen = standing[standing | gone]
    return steps.assign(
        state=steps["state"].where(seen, UNKNOWN), row=steps.index.to_numpy(), seen=seen
    )


def _standing(rows: pd.DataFrame, kept: np.ndarray, number: np.ndarray) -> np.ndarray:
    """Mark the kept row of each day that sets its state, or stands for one that was left out:
    the last that says the same where that one had moved the channel. Elsewhere rows are taken
    in file order: the last that is not a check, or the first check, which begins a state where
    none holds."""
    sets, moves = rows["sets"].to_numpy(), rows["moves"].to_numpy()
    able = rows["agrees"].to_numpy() & kept & (sets | ~_of_days(number, sets & kept))
    some = rows.loc[able, ["event", "repeats"]]
    check = ((some["event"] == CHECK) | some["repeats"]).to_numpy()
    check = check & ~(sets | _of_days(number, moves))[able]
    place = np.flatnonzero(able)
    place = place[np.lexsort((np.where(check, ~place, place), number[place]))]
    standing = np.zeros(len(rows), dtype=bool)
    standing[place[last_of_day(number[place])]] = True
    return standing


def _of_days(number: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Mark all rows of the days that have one of these."""
    days = np.zeros(number[-1] + 1 if len(number) else 0, dtype=bool)
    days[number[rows]] = True
    return days[number]


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


def _with_carry(
    steps: pd.DataFrame, rows: pd.DataFrame, as_of: pd.Timestamp, carry: int
) -> pd.DataFrame:
    """Add the unknown into which a known state runs out."""
    carried = _carried(rows, as_of, carry)
    steps = pd.concat([steps.assign(carried=False), carried.assign(carried=True)])
    steps = steps.sort_values(["channel_id", "day"], kind="stable")
    void = steps["state"].isin([ENDED, UNKNOWN]).astype(float).mask(steps["carried"])
    void = void.groupby(steps["channel_id"]).ffill().fillna(1.0) == 1
    steps = steps[~(steps["carried"] & void)].drop(columns="carried")
    return steps[last_of_day(number_days(steps["channel_id"].to_numpy(), steps["day"].to_numpy()))]


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
        seen=False,
    )


def _cite(steps: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    cited = rows.loc[steps["row"], [*CITED, "repeats"]].reset_index(drop=True)
    repeated = cited["repeats"]
    cited = cited[list(CITED)].where(steps["seen"])
    checked = steps["seen"] & ((cited["event"] == CHECK) | repeated)
    return pd.concat([steps.assign(checked=checked), cited], axis="columns")
