"""Channels: which one each row is about, and what must not differ between rows of one channel."""

from functools import partial

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
from openline.record.problems import Findings, Problem, merged, problem, short

_CODES = {LEVEL: "level-differs", KIND: "kind-differs", CADENCE_DAYS: "cadence-differs"}


def number_channels(rows: pd.DataFrame) -> np.ndarray:
    """Return each row's channel as its rank by parties (none first) and name, by code point."""
    parties, of_parties = pd.factorize(rows[PARTIES].fillna(""))
    names, of_channels = pd.factorize(rows[CHANNEL].fillna(""))
    party_names, channel_names = of_parties.tolist(), of_channels.tolist()
    pairs, uniques = pd.factorize(parties.astype(np.int64) * len(channel_names) + names)
    if not len(uniques):
        return pairs
    keys = [
        (party_names[key // len(channel_names)], channel_names[key % len(channel_names)])
        for key in uniques.tolist()
    ]
    rank = np.empty(len(keys), dtype=np.int64)
    rank[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return rank[pairs]


def count_channels(rows: pd.DataFrame) -> int:
    """Return how many channels some rows are about."""
    return int((~rows.duplicated([PARTIES, CHANNEL])).sum())


def describe_channels(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per channel, indexed by `channel_id`: `parties, channel, level, kind,
    cadence_days`, each the first that is not empty."""
    columns = [PARTIES, CHANNEL, LEVEL, KIND, CADENCE_DAYS]
    return rows.groupby("channel_id")[columns].first()


def check_sameness(rows: pd.DataFrame, cells: pd.DataFrame) -> Findings:
    """Return a problem for each row whose level, kind or cadence differs from its channel's
    first one; `cells` has them as written."""
    findings: list[Findings] = []
    for column, code in _CODES.items():
        if rows[column].isna().all():
            continue
        first = rows.groupby("channel_id")[column].transform("first")
        differs = rows.index[rows[column].notna() & (rows[column] != first)]
        tell = partial(_differs, rows, cells, first, column)
        findings.append(Findings.at(code, differs.tolist(), tell))
    return merged(findings)


def _differs(
    rows: pd.DataFrame, cells: pd.DataFrame, first: pd.Series, column: str, row: int
) -> Problem:
    stated = int(first[row]) if column == CADENCE_DAYS else short(first[row])
    message = f"{rows.at[row, CHANNEL]} had {column} {stated!r} in an earlier row."
    hint = "Give one value in all rows of the channel, or leave it empty."
    line, value = int(rows.at[row, "line"]), cells.at[row, column]
    return problem(_CODES[column], line, column, value, message, hint)


def check_actors(rows: pd.DataFrame) -> Findings:
    """Warn of actors that are not among the parties, where parties are given."""
    pairs = rows[[PARTIES, ACTOR]].dropna().drop_duplicates()
    strange = {
        (parties, actor)
        for parties, actor in zip(pairs[PARTIES], pairs[ACTOR], strict=True)
        if actor not in parties.split(PARTIES_SEPARATOR)
    }
    if not strange:
        return Findings()
    keys = pd.MultiIndex.from_frame(rows[[PARTIES, ACTOR]])

    def tell(row: int) -> Problem:
        actor, parties = rows.at[row, ACTOR], rows.at[row, PARTIES]
        message = f"{short(actor)!r} is not one of the parties ({short(parties)})."
        hint = "Write the actor as the parties name it, or leave it empty."
        return problem("actor-not-party", int(rows.at[row, "line"]), ACTOR, actor, message, hint)

    return Findings.at("actor-not-party", rows.index[keys.isin(strange)].tolist(), tell)
