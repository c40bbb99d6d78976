"""The words beside the rows of gaps: whose row it is, and what hovering over a gap tells."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pandas as pd

from openline.figures.canvas import Drawing, annotation
from openline.figures.hover import hovers_of
from openline.figures.markup import bold, coloured, cut_rows_apart, escaped, lines, measure, wrapped
from openline.figures.sizes import SIZES
from openline.figures.theme import Theme
from openline.figures.whole_names import in_full
from openline.record.columns import CHANNEL, PARTIES
from openline.sentences.channel import span_dates
from openline.sentences.gaps import gap_length_days, own_rank, rank
from openline.sentences.runs import plain, show_sides

_MOST_PARTIES: Final = 0.62
"""The share of a name's room that its parties may take."""


Names = dict[tuple[str, str], tuple[str, str]]
"""The parties and the channel of each row of a figure, whole and as they are shown."""


def fitting_names(rows: pd.DataFrame, several: bool, limit: int) -> Names:
    """Return the names of a figure's rows as they are shown, those of parties where they differ;
    `limit`: how many characters fit."""

    def fit(row: tuple[str, str], way: Callable[[str, float], str]) -> tuple[str, str]:
        parties, channel = row
        cut_parties = way(parties, max(limit * _MOST_PARTIES, limit - measure(channel) - 1))
        return cut_parties, way(channel, limit - measure(cut_parties) - 1 if cut_parties else limit)

    return cut_rows_apart((_names(row, several) for _, row in rows.iterrows()), fit)


def row_label(
    row: pd.Series, names: Names, y: float, shift: float, theme: Theme, limit: int
) -> Drawing:
    """Return the name of a row's channel, after its parties where they differ.

    `names`: those of the figure's rows, from `fitting_names`, of the same `limit`; the whole name
    is in the hover where it is cut, and in a saved picture.
    """
    several = any(parties for parties, _ in names)
    parties, channel = whole = _names(row, several)
    cut_parties, name = names[whole]
    text = (
        f"{escaped(cut_parties)} {coloured(escaped(name), theme.muted)}"
        if cut_parties
        else escaped(name)
    )
    is_cut = (cut_parties, name) != whole
    hover = {"hovertext": lines(wrapped(parties), wrapped(channel))}
    more = hover | in_full(parties, channel, limit, theme.muted) if is_cut else {}
    return annotation(text, y, SIZES.name_type, theme.text, xshift=shift, **more)


def _names(row: pd.Series, several: bool) -> tuple[str, str]:
    return show_sides(row[PARTIES]) if several else "", str(row[CHANNEL])


def gap_hovers(gaps: pd.DataFrame, theme: Theme) -> np.ndarray:
    """Return what each gap is: channel and parties; dates and length; what began it."""
    return hovers_of(lines(*_told(row, theme)) for _, row in gaps.iterrows())


def ranked_hovers(gaps: pd.DataFrame, theme: Theme) -> np.ndarray:
    """Return what each gap that goes on is, and how unusual."""
    return hovers_of(lines(*_told(row, theme), *_ranks(row)) for _, row in gaps.iterrows())


def _told(row: pd.Series, theme: Theme) -> tuple[str, ...]:
    role = theme.severed_word if row["gap"] == "severance" else theme.text
    so_far = " so far" if bool(row["ongoing"]) else ""
    dates = f"{plain(span_dates(row))} · {gap_length_days(row)}{so_far}"
    return (
        bold(wrapped(row[CHANNEL])),
        coloured(wrapped(show_sides(row[PARTIES])), theme.muted),
        f"{bold(coloured(row['gap'], role))} · {dates}",
        wrapped(f"Cause: {row['cause']}") if isinstance(row["cause"], str) else "",
        wrapped(row.get("summary")),
        coloured(wrapped(row.get("source")), theme.muted),
    )


def _ranks(row: pd.Series) -> tuple[str, str]:
    sentence = rank(row)
    return sentence[0].upper() + sentence[1:], own_rank(row)
