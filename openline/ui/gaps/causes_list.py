"""The list of causes: one row each, with its severances on a scale of years; a row opens to show
their channels."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from openline.analysis.causes import caused, causes
from openline.markup.links import source_link
from openline.markup.tables import heads_of, table_of
from openline.markup.text import NOTHING, Child, Markup, joined, tag, unbroken
from openline.record.columns import CAUSE, CHANNEL, PARTIES
from openline.sentences.causes import (
    cause_name,
    causes_how,
    first_use,
    full_opening,
    healing,
    lengths_of,
    severance_length,
    shared_days,
)
from openline.sentences.channel import span_dates
from openline.sentences.lengths import DAYS_A_YEAR
from openline.sentences.runs import actor_words, plain, show_sides
from openline.sentences.status import several_parties
from openline.ui.controls.folding import folded_list
from openline.ui.gaps.sections import MOST_CAUSES, printed_first
from openline.ui.markup.links import channel_link
from openline.ui.markup.text import by_hand
from openline.ui.scene import Scene

_MOST_CAUSES: Final = 200
_MOST_ROWS: Final = 40
_MOST_SINGLES: Final = 8
"""Causes of a single severance fold into one row if there are more than this."""
_IN_YEARS: Final = 2 * DAYS_A_YEAR
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_STEPS: Final = 5
_LEAST_SCALE: Final = 30
"""The least number of days on the scale of lengths."""
_SINGLE: Final = "Cause and channel"
_HEAD: Final = ("Channel", "Severed", "Length", "Used again", "Open again", "Source")
_NAMELESS: Final = ""
_MORE: Final = "ol-cause-more"


@dataclass(frozen=True, slots=True)
class _Scale:
    """The common scale of the strips, from 0 to the longest severance, in days."""

    days: float

    def at(self, days: float) -> str:
        """Return the position of a length, as a share of the strip's width."""
        return f"{100 * days / max(self.days, _LEAST_SCALE):.2f}%"

    def head(self) -> Markup:
        """Return the labels of the scale: years, or days where there are less than two years."""
        unit, word = (DAYS_A_YEAR, "yr") if self.days >= _IN_YEARS else (1, "d")
        most = max(self.days, _LEAST_SCALE) / unit
        step = next((step for step in _STEPS if most / step <= _MOST_STEPS), _STEPS[-1])
        labels = [
            _placed("ol-strip-year", self.at(number * unit), f"{number} {word}" if number else "0")
            for number in range(0, int(most) + 1, step)
        ]
        return tag("span", labels, "ol-strip")


def causes_html(scene: Scene) -> Markup:
    """Return the causes of a scene's severances."""
    evidence = scene.tables.evidence
    table, rows = causes(evidence), caused(evidence)
    most_causes = pd.concat(
        [table[table[CAUSE].notna()].head(_MOST_CAUSES), table[table[CAUSE].isna()]]
    )
    listed = rows[rows[CAUSE].isin(most_causes[CAUSE]) | rows[CAUSE].isna()]
    groups = dict(iter(listed.groupby(listed[CAUSE].fillna(_NAMELESS), sort=False)))
    scale = _Scale(float(table["longest_days"].max()))
    named = int(rows[CAUSE].notna().sum())
    chosen = by_hand("Choose a cause to see its channels.")
    how = tag("div", (causes_how(len(rows), named), chosen), "ol-how")
    left = _left_out(len(table) - len(most_causes))
    head = _row("div", ("Cause", "Severances", scale.head(), "Length", "Unhealed"), "ol-cause-head")
    first = printed_first(len(most_causes), "causes", MOST_CAUSES)
    body = (head, _listed(scene, most_causes, groups, scale), left, first)
    return how + tag("div", body, "ol-causes")


def _listed(
    scene: Scene, listed: pd.DataFrame, groups: dict[str, pd.DataFrame], scale: _Scale
) -> Markup:
    """Return the rows; many causes of one severance share a table, which opens."""
    single = (listed["severances"] == 1) & listed[CAUSE].notna()
    if single.sum() <= _MOST_SINGLES or single.all():
        single[:] = False
    rows = [
        (row[CAUSE], _cause(scene, row, groups, scale)) for _, row in listed[~single].iterrows()
    ]
    named = folded_list([html for cause, html in rows if isinstance(cause, str)], _MORE)
    nameless = [html for cause, html in rows if not isinstance(cause, str)]
    return joined(named, _singles(scene, listed[single], groups), nameless)


def _singles(scene: Scene, listed: pd.DataFrame, groups: dict[str, pd.DataFrame]) -> Markup:
    if not len(listed):
        return NOTHING
    label = tag("summary", f"{len(listed):,} causes led to one severance each", _MORE)
    rows = pd.concat([groups[cause] for cause in listed[CAUSE]])
    return tag("details", (label, _table(scene, rows, causes=True)), "ol-cause-fold")


def _cause(scene: Scene, row: pd.Series, groups: dict[str, pd.DataFrame], scale: _Scale) -> Markup:
    cause = row[CAUSE] if isinstance(row[CAUSE], str) else None
    group = groups[cause or _NAMELESS]
    days = tag("span", unbroken(shared_days(group)), "ol-cause-days")
    name = tag("span", cause_name(cause), "ol-strong" if cause else "ol-muted")
    cells = (
        (name, days),
        f"{int(row['severances']):,}",
        _strip(group, scale),
        unbroken(lengths_of(row)),
        _healing(row),
    )
    inner = (_row("summary", cells), _severances(scene, group))
    return tag("details", inner, "ol-cause", data_cause=cause)


def _row(name: str, cells: tuple[Child, ...], more: str = "") -> Markup:
    inner = (tag("span", cell, f"ol-cause-{i}") for i, cell in enumerate(cells))
    return tag(name, inner, f"ol-cause-row {more}".strip())


def _healing(row: pd.Series) -> Markup:
    role = "ol-word ol-severed" if row["ongoing"] else "" if row["unhealed"] else "ol-muted"
    return tag("span", healing(row), role)


def _strip(group: pd.DataFrame, scale: _Scale) -> Markup:
    """Return a mark for each severance at its length, on a stem up to the longest one."""
    stem = tag("span", "", "ol-strip-stem", style=f"width:{scale.at(group['days'].max())}")
    marks = [
        _placed("ol-strip-arrow" if ongoing else "ol-strip-dot", scale.at(days))
        for days, ongoing in set(zip(group["days"], group["ongoing"], strict=True))
    ]
    return tag("span", (stem, sorted(marks)), "ol-strip", aria_hidden="true")


def _placed(style_class: str, at: str, inner: str = "") -> Markup:
    return tag("span", inner, style_class, style=f"left:{at}")


def _severances(scene: Scene, group: pd.DataFrame) -> Markup:
    table = _table(scene, group.head(_MOST_ROWS))
    return table + _left_out(len(group) - _MOST_ROWS, "severances")


def _table(scene: Scene, rows: pd.DataFrame, causes: bool = False) -> Markup:
    """Return one row per severance; with `causes`, each names its own."""
    several = several_parties(scene.tables.status)
    words = (_SINGLE, *_HEAD[1:]) if causes else _HEAD
    listed = (_severance(scene, row, several, causes) for _, row in rows.iterrows())
    return table_of(heads_of(words), listed, "ol-labelled ol-fold-table")


def _severance(scene: Scene, row: pd.Series, several: bool, causes: bool) -> Markup:
    name = channel_link(row[CHANNEL], scene.view, row[PARTIES], row[CHANNEL])
    if causes:
        name = tag("div", row[CAUSE], "ol-strong") + name
    sides = show_sides(row[PARTIES])
    if several and sides:
        name += tag("div", sides, "ol-muted ol-source")
    role = "ol-word ol-severed" if bool(row["ongoing"]) else ""
    cells = (
        name,
        unbroken(" ".join(filter(None, [plain(span_dates(row)), actor_words(row)]))),
        tag("span", severance_length(row), role),
        unbroken(first_use(row)),
        _opened(row),
        source_link(row),
    )
    labelled = [tag("td", cell, data_label=word) for word, cell in zip(_HEAD, cells, strict=True)]
    # An address finds a row by its cause.
    return tag("tr", labelled, data_cause=row[CAUSE] if causes else None)


def _opened(row: pd.Series) -> Markup:
    """Return when the channel was open again, or that it counts as unhealed."""
    opened = unbroken(full_opening(row))
    return opened + " · " + tag("span", "unhealed", "ol-strong") if row["unhealed"] else opened


def _left_out(number: int, what: str = "causes") -> Markup:
    if number <= 0:
        return NOTHING
    return tag("div", f"{number:,} more {what} are in the data.", "ol-how ol-cause-rest")
