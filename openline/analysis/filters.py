"""Filters: which channels and which rows of a record are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from openline.record.columns import CHANNEL, INFERRED, KIND, LEVEL, PARTIES
from openline.record.names import folded, folded_sides


@dataclass(frozen=True)
class Filters:
    """Which channels and which rows are looked at; an empty tuple leaves nothing out.

    Names are whole and their case is ignored; `parties` also matches one side.
    `confidence` is the weakest that is kept. `fresh` leaves out the channels whose state is
    stale on the as-of day (see `openline.analysis.freshness`). `q` keeps the channels of the
    observations that it finds (see `openline.analysis.search`), those seen on `q_day`, the as-of
    day by default, so that another day is told of the same channels.
    """

    parties: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    confidence: str = INFERRED
    fresh: bool = False
    q: str = ""
    q_day: date | None = None

    @property
    def one_side(self) -> str:
        """The one side that is asked for; "" where it is a set of parties, or several."""
        wanted = self.parties
        return wanted[0] if len(wanted) == 1 and ";" not in wanted[0] else ""


def matching_channels(channels: pd.DataFrame, filters: Filters) -> np.ndarray:
    """Mark the channels (`parties, channel, level, kind`) that filters keep."""
    keep = np.ones(len(channels), dtype=bool)
    if filters.parties:
        keep &= matching_parties(channels[PARTIES], filters.parties)
    wanted = ((LEVEL, filters.levels), (KIND, filters.kinds), (CHANNEL, filters.channels))
    for column, names in wanted:
        if names:
            chosen = {folded(name) for name in names}
            keep &= channels[column].str.casefold().isin(chosen).to_numpy()
    return keep


def matching_parties(parties: "pd.Series[str]", wanted: Sequence[str]) -> np.ndarray:
    """Mark the parties that are one of the wanted sets, or have a wanted side."""
    sets = {folded_sides(text) for text in wanted}

    def matches(text: object) -> bool:
        sides = folded_sides(text)
        return sides in sets or any(frozenset({side}) in sets for side in sides)

    answers = {text: matches(text) for text in parties.unique()}
    return parties.map(answers).to_numpy(dtype=bool)
