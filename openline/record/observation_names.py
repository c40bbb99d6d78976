"""What each observation of a record is called in an address: its `id`, or a hash of what it is.

The hash goes by channel, parties, date, event and source alone, so that fixing anything else of
a row, or any other row, leaves its address as it was.
"""

import hashlib
from collections.abc import Collection
from typing import Final

import pandas as pd

from openline.record.columns import CHANNEL, DATE, EVENT, PARTIES, SOURCE
from openline.record.record import Record

_GIVEN: Final = "id"
"""The column of a file in which an observation is named, if it has one."""
_HASHED: Final = (CHANNEL, PARTIES, DATE, EVENT, SOURCE)
_LETTERS: Final = 12
_MARK: Final = "\x1f"


def observation_names(record: Record, rows: pd.Index) -> "pd.Series[str]":
    """Return what some observations are called, by their index; no two of a channel are called
    the same: of several with one name all but the first in the file are counted on (`-2`)."""
    of = record.observations.loc[rows, "channel_id"].unique()
    every = record.observations[record.observations["channel_id"].isin(of)]
    names = _given(record, every).fillna(_hashed(every))
    keys = [every["channel_id"], names]
    number = every["order"].groupby(keys).rank(method="first").astype("int64")
    more = number[number > 1]
    names.loc[more.index] += "-" + more.astype(str)
    # A file may call another row just so itself: `a`, `a` and `a-2`.
    taken = more.index[pd.concat([keys[0], names], axis=1).duplicated(keep=False)[more.index]]
    names.loc[taken] = [_hash_of(f"{name}{_MARK}") for name in names[taken]]
    return names.loc[rows]


def named_row(
    record: Record, name: str, channels: Collection[str] = (), parties: Collection[str] = ()
) -> int | None:
    """Return the index of the observation of a name, None where the record has none. A file may
    give one name to rows of several channels: then it is that of the `channels` and `parties`
    that are named beside it, or else the first."""
    names = observation_names(record, record.observations.index)
    rows = record.observations.loc[names.index[names == name], [CHANNEL, PARTIES]]
    of = rows[rows[CHANNEL].isin(list(channels))]
    between = of[of[PARTIES].isin(list(parties))]
    found = next((some for some in (between, of, rows) if len(some)), rows)
    return int(found.index[0]) if len(found) else None


def _given(record: Record, rows: pd.DataFrame) -> "pd.Series[str]":
    extras = record.extras_of(rows.index)
    column = next((name for name in extras if str(name).strip().casefold() == _GIVEN), None)
    if column is None:
        return pd.Series(None, index=rows.index, dtype="str")
    texts = extras[column].astype("str").str.split().str.join(" ")
    return texts.mask(texts == "")


def _hashed(rows: pd.DataFrame) -> "pd.Series[str]":
    texts = [rows[name].astype("str").fillna("") for name in _HASHED]
    joined = texts[0].str.cat(texts[1:], sep=_MARK)
    return pd.Series([*map(_hash_of, joined)], index=rows.index, dtype="str")


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_LETTERS]
