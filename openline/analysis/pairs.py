"""Pairs: which parties share channels, and how those stand.

A channel of three or more parties counts in each pair of them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import pandas as pd

from openline.record.columns import ENDED, PARTIES, PARTIES_SEPARATOR, STATE, STATUS_WORDS

PAIRS: Final = ("side", "other", "channels", "state", "in_state", "ended", "shared", "sets")
MOST_SIDES: Final = 12
"""A channel of more parties than this is a forum, not a tie between each two of them."""
MOST_PAIRS: Final = 20_000
"""Of how many pairs it is worked out how they stand; a few thousand channels of twelve parties
can have a hundred thousand."""


@dataclass(frozen=True, eq=False)
class Paired:
    """The pairs of a status table, and how many of its channels are in none: those of one
    party alone, those without parties, and those of more than `MOST_SIDES`. `beyond` is how many
    pairs there are where these are more than `MOST_PAIRS`, a pair of several sets counted in each;
    the table is then empty.

    `table` has a row per pair, in the order of names: `side`, `other`; `channels`, how many they
    share that have not ended, or all where each has ended; `state`, the worst among these, and
    `in_state`, how many of them are in it; `ended`, how many have ended; `shared`, how many of
    `channels` have further parties; `sets`, the sets of parties that both are part of.
    """

    table: pd.DataFrame
    alone: int
    unnamed: int
    large: int
    beyond: int = 0


def pairs(status: pd.DataFrame) -> Paired:
    """Return the pairs of parties that share a channel of a status table."""
    named = status[PARTIES].notna()
    counts = pd.crosstab(status.loc[named, PARTIES], status.loc[named, STATE])
    counts = counts.reindex(columns=list(STATUS_WORDS), fill_value=0)
    sides = [sides_of(parties) for parties in counts.index]
    number = pd.Series([len(members) for members in sides], counts.index, dtype="int64")
    channels = counts.sum(axis=1)
    ties = number[number <= MOST_SIDES]
    total = int((ties * (ties - 1) // 2).sum())
    beyond = total if total > MOST_PAIRS else 0
    rows = [
        (first, second, parties, len(members) > 2)
        for parties, members in zip(counts.index, sides, strict=True)
        if len(members) <= MOST_SIDES and not beyond
        for first, second in combinations(members, 2)
    ]
    return Paired(
        _table(rows, counts),
        alone=int(channels[number == 1].sum()),
        unnamed=int((~named).sum()),
        large=int(channels[number > MOST_SIDES].sum()),
        beyond=beyond,
    )


def sides_of(parties: str) -> list[str]:
    """Return the sides of parties, each once, in order."""
    return sorted(set(parties.split(PARTIES_SEPARATOR)))


def hubs(table: pd.DataFrame, most: int) -> list[str]:
    """Return at most so many parties of whom one is in as many pairs as can be: again and
    again the one with most pairs that are left, of equals the one with most pairs, then by name.

    >>> hubs(pd.DataFrame({"side": ["A", "B", "C"], "other": ["B", "C", "D"]}), 5)
    ['B', 'C']
    """
    left = set(zip(table["side"], table["other"], strict=True))
    degree = _ends(left)
    chosen: list[str] = []
    while left and len(chosen) < most:
        ends = _ends(left)
        best = min(ends, key=lambda side: (-ends[side], -degree[side], side))
        chosen.append(best)
        left = {pair for pair in left if best not in pair}
    return chosen


def _ends(ends: Iterable[tuple[str, str]]) -> Counter[str]:
    return Counter(side for pair in ends for side in pair)


def _table(rows: list[tuple[str, str, str, bool]], counts: pd.DataFrame) -> pd.DataFrame:
    """The pairs, from a row for each pair within each set of parties, and how many channels of
    each set are in each state."""
    frame = pd.DataFrame(rows, columns=["side", "other", PARTIES, "more"])
    states = list(STATUS_WORDS)
    frame[states] = counts.reindex(frame[PARTIES]).to_numpy()
    living = frame[states].drop(columns=ENDED).sum(axis=1)
    frame["shared"] = living.where(frame["more"].astype(bool), 0)
    by_pair = frame.groupby(["side", "other"], sort=True)
    table = by_pair[[*states, "shared"]].sum()
    table["sets"] = by_pair[PARTIES].agg(tuple)
    present = table[states].gt(0)
    table["state"] = present.idxmax(axis=1) if len(table) else pd.Series(dtype="str")
    alive = table[states].drop(columns=ENDED).sum(axis=1)
    table["channels"] = alive.where(alive > 0, table[ENDED])
    table["in_state"] = [
        int(row[row["state"]]) for row in table[[*states, "state"]].to_dict("records")
    ]
    return table.reset_index()[list(PAIRS)]
