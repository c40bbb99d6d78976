"""How long each row of a timeline has been in each state, as its hover tells."""

from typing import Final

import numpy as np
import pandas as pd

from openline.figures.markup import bold, coloured, lines
from openline.figures.theme import Theme
from openline.figures.timeline.rows import Plan
from openline.record.columns import OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.sentences.lengths import show_days

_STATES: Final = (SEVERED, PARTIAL, OPEN, UNKNOWN)


def state_totals(plan: Plan, shares: pd.DataFrame | None, theme: Theme) -> list[str]:
    """Return the days in each state of each row of a plan, as dressed text; in an overview
    those of each group, its channels' days pooled. Shares are of the known days.

    `shares`: the table of time in state, a row a channel; without it nothing is told.
    """
    if shares is None or not len(plan.rows):
        return []
    names = [f"{state}_days" for state in _STATES]
    days = shares.set_index("channel_id")[names].reindex(plan.rows["channel_id"]).fillna(0)
    totals = days.to_numpy()
    if plan.overview:
        group = plan.rows["group"].to_numpy()
        totals = np.zeros((len(plan.groups), len(_STATES)))
        np.add.at(totals, group, days.to_numpy())
    return [_totals(row, theme) for row in totals.tolist()]


def _totals(days: list[float], theme: Theme) -> str:
    known_days = sum(days[: _STATES.index(UNKNOWN)])
    texts = [
        _total(state, length, known_days, theme)
        for state, length in zip(_STATES, days, strict=True)
        if length > 0
    ]
    return lines(coloured("Time in each state", theme.muted), *texts) if texts else ""


def _total(state: str, days: float, known_days: float, theme: Theme) -> str:
    word = bold(coloured(state, theme.word(state)))
    share = "" if state == UNKNOWN else f" · {100 * days / known_days:.0f} %"
    return f"{word} {show_days(days)}{share}"
