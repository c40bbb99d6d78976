"""How unusual the gaps of the as-of day are: their rank among those that have ended.

For an ongoing gap g, let E be the gaps of its kind under the same view that have ended and
whose whole length is on record. Then

    ended       = |E|
    longer_than = |{e in E : days(e) < days(g)}|
    longer_least = |{e in E : days(e) < days_min(g)}|

and the same again over those of E that are of g's own channel: `own_ended`, `own_longer_than`,
`own_longer_least`. A gap as long as g is not counted as shorter. A severance whose onset is not
known, or that became unknown, has no whole length: it may have been longer than it shows, and
is left out of E. Severances are compared with severances, silences with silences.
"""

from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.contacts import contacts
from openline.analysis.evidence import Evidence, derived
from openline.analysis.gaps import MIN_DAYS, SILENCE, gaps
from openline.record.columns import UNKNOWN

RANKS: Final = (
    "ended",
    "longer_than",
    "longer_least",
    "own_ended",
    "own_longer_than",
    "own_longer_least",
)
_CITED: Final = ("row", "summary", "source", "source_url")


@derived
def unusual(evidence: Evidence, min_days: int = MIN_DAYS) -> pd.DataFrame:
    """Return the ongoing gaps, longest first, each with its rank among those that ended.

    The columns of `openline.analysis.gaps.gaps` and those of `RANKS`, which are whole numbers:
    how many gaps of its kind have ended, and how many of them this one has outlasted: so far
    (`longer_than`) and at least (`longer_least`), where its start is known to a few days only.
    `row`, `summary`, `source` and `source_url` of a silence are of the contact that it follows.
    """
    table = gaps(evidence, min_days)
    # Where there is no severance at all, the table lacks what only severances have.
    table = table.reindex(columns=list(dict.fromkeys([*table, "next_state", *_CITED])))
    ongoing = table["ongoing"].astype(bool)
    is_comparable = table["onset_known"].ne(False) & table["next_state"].ne(UNKNOWN)
    now, past = _cited(table[ongoing], evidence), table[~ongoing & is_comparable]
    now = now.assign(**_ranks(now, past, ["gap"], ""))
    now = now.assign(**_ranks(now, past, ["gap", "channel_id"], "own_"))
    return now.sort_values("days", ascending=False, kind="stable", ignore_index=True)


@derived
def ongoing(evidence: Evidence, kind: str, min_days: int) -> pd.DataFrame:
    """Return the rows of `unusual` of one kind of gap."""
    table = unusual(evidence, min_days)
    return table[table["gap"] == kind]


def _cited(now: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    """Let silences cite their last contact, as severances cite the row that began them."""
    key = ["channel_id", "life", "start"]
    used = contacts(evidence).rename(columns={"earliest": "start"})
    used["row"] = used.index
    used = used.drop_duplicates(key, keep="last")
    citations = now[key].merge(used[[*key, *_CITED]], on=key, how="left").set_index(now.index)
    silent = now["gap"] == SILENCE
    return now.assign(**{name: now[name].mask(silent, citations[name]) for name in _CITED})


def _ranks(now: pd.DataFrame, past: pd.DataFrame, by: list[str], prefix: str) -> dict[str, object]:
    """The ranks of gaps among the past ones that share their group."""
    group = pd.concat([now[by], past[by]]).groupby(by, sort=False).ngroup().to_numpy()
    mine, theirs = group[: len(now)], group[len(now) :]
    order = np.lexsort((past["days"].to_numpy(), theirs))
    keys = _Keys(theirs[order], past["days"].to_numpy()[order])
    first = keys.shorter(mine, np.full(len(now), -np.inf))
    return {
        f"{prefix}ended": keys.shorter(mine, np.full(len(now), np.inf)) - first,
        f"{prefix}longer_than": keys.shorter(mine, now["days"].to_numpy()) - first,
        f"{prefix}longer_least": keys.shorter(mine, now["days_min"].to_numpy()) - first,
    }


class _Keys:
    """Lengths in order of group and length, as one line of numbers that grows."""

    def __init__(self, groups: np.ndarray, days: np.ndarray) -> None:
        self._step = float(days.max(initial=0.0)) + 2.0
        self._line = groups * self._step + days

    def shorter(self, groups: np.ndarray, days: np.ndarray) -> np.ndarray:
        """Return the place in the line of the first that is not shorter than a length."""
        inside = np.clip(days, -0.5, self._step - 1.5)
        return np.searchsorted(self._line, groups * self._step + inside, "left")
