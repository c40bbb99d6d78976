"""Channels: who each row is about, and what may not differ between rows of one channel."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from openline.record.columns import (
    ACTOR,
    CADENCE_DAYS,
    CHANNEL,
    KIND,
    LEVEL,
    PARTIES,
    PARTIES_SEPARATOR,
)
from openline.record.problems import Problem, problem

__all__ = ["check_actors", "check_case", "check_sameness", "describe_channels", "number_channels"]

_CODES = {LEVEL: "level-differs", KIND: "kind-differs", CADENCE_DAYS: "cadence-differs"}


def number_channels(rows: pd.DataFrame) -> np.ndarray:
    """Return each row's channel as its rank by parties (none first) and name, by code point."""
    parties, party_names = pd.factorize(rows[PARTIES].fillna(""))
    names, channel_names = pd.factorize(rows[CHANNEL].fillna(""))
    pairs, uniques = pd.factorize(parties.astype(np.int64) * len(channel_names) + names)
    if not len(uniques):
        return pairs
    keys = [
        (party_names[key // len(channel_names)], channel_names[key % len(channel_names)])
        for key in uniques
    ]
    rank = np.empty(len(keys), dtype=np.int64)
    rank[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return rank[pairs]


def describe_channels(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a channel, indexed by `channel_id`: `parties, channel, level, kind,
    cadence_days`, each the first that is not empty."""
    columns = [PARTIES, CHANNEL, LEVEL, KIND, CADENCE_DAYS]
    return rows.groupby("channel_id")[columns].first()


def check_sameness(rows: pd.DataFrame, cells: pd.DataFrame) -> list[Problem]:
    """Return a problem for each row whose level, kind or cadence differs from its channel's
    first one; `cells` has them as written."""
    found: list[Problem] = []
    for column, code in _CODES.items():
        if rows[column].isna().all():
            continue
        first = rows.groupby("channel_id")[column].transform("first")
        differs = rows[column].notna() & (rows[column] != first)
        for row in rows.index[differs]:
            stated = first[row]
            stated = int(stated) if column == CADENCE_DAYS else stated
            name = rows.at[row, CHANNEL]
            message = f"{name} had {column} {stated!r} in an earlier row."
            line, value = int(rows.at[row, "line"]), cells.at[row, column]
            hint = "Give one value in all rows of the channel, or leave it empty."
            found.append(problem(code, line, column, value, message, hint))
    return found


def check_actors(rows: pd.DataFrame) -> list[Problem]:
    """Warn of actors that are none of the parties, where parties are given."""
    pairs = rows[[PARTIES, ACTOR]].dropna().drop_duplicates()
    strange = {
        (parties, actor)
        for parties, actor in zip(pairs[PARTIES], pairs[ACTOR], strict=True)
        if actor not in parties.split(PARTIES_SEPARATOR)
    }
    if not strange:
        return []
    keys = pd.MultiIndex.from_frame(rows[[PARTIES, ACTOR]])
    return [
        problem(
            "actor-not-party",
            int(row.line),
            ACTOR,
            row.actor,
            f"{row.actor!r} is none of the parties ({row.parties}).",
            "Write the actor as the parties name it, or leave it empty.",
        )
        for row in rows.loc[keys.isin(strange), ["line", ACTOR, PARTIES]].itertuples()
    ]


def check_case(rows: pd.DataFrame, cells: pd.DataFrame) -> list[Problem]:
    """Warn of sides, and of channels of one set of parties, that differ only in case.

    `cells` has the names as written; each new spelling is named once, at its first row.
    """
    parties, channels = rows[PARTIES].dropna().unique(), rows[CHANNEL].unique()
    each = {side for text in parties for side in text.split(PARTIES_SEPARATOR)}
    if not (_has_twins(each) or _has_twins(channels)):
        return []
    sides = rows[[PARTIES, "line"]].dropna().drop_duplicates(PARTIES)
    sides = sides.assign(name=sides[PARTIES].str.split(PARTIES_SEPARATOR)).explode("name")
    names = rows[[CHANNEL, "line"]].rename(columns={CHANNEL: "name"})
    among = rows[PARTIES].fillna("").str.casefold() + "\n"
    return [
        *_case_twins(sides.assign(among=""), PARTIES, cells),
        *_case_twins(names.assign(among=among), CHANNEL, cells),
    ]


def _has_twins(names: Collection[str]) -> bool:
    """Tell whether some of different names differ only in case."""
    return len({name.casefold() for name in names}) < len(names)


def _case_twins(names: pd.DataFrame, column: str, cells: pd.DataFrame) -> list[Problem]:
    """Warn of each `name` that is spelled otherwise than the first like it `among` others."""
    names = names.assign(folded=names["among"] + names["name"].str.casefold())
    names = names.sort_values("line", kind="stable").drop_duplicates(["name", "folded"])
    names = names.assign(first=names.groupby("folded")["name"].transform("first"))
    return [
        problem(
            "names-differ-in-case",
            line,
            column,
            cells.at[row, column],
            f"{name!r} differs from {first!r} only in case and counts as another.",
            "Spell the name alike in all rows if both are the same.",
        )
        for row, line, name, first in names[["line", "name", "first"]].itertuples()
        if name != first
    ]
