"""The list of causes: a row each, with its severances on a scale of years, which opens on
their channels."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from openline.analysis.causes import caused, causes
from openline.record.columns import CAUSE, CHANNEL, PARTIES
from openline.sentences.causes import (
    cause_name,
    causes_how,
    first_use,
    full_opening,
    healing,
    lengths_of,
    most_caused,
    severance_length,
    shared_days,
)
from openline.sentences.channel import span_dates
from openline.sentences.lengths import DAYS_A_YEAR
from openline.sentences.runs import plain, show_sides
from openline.sentences.status import several_parties
from openline.ui.controls.folding import folded
from openline.ui.markup.text import channel_link, escape, outside_link, rich, tag, unbroken
from openline.ui.scene import Scene

__all__ = ["causes_html"]

_MOST_CAUSES: Final = 200
_MOST_ROWS: Final = 40
_MOST_SINGLES: Final = 8
"""Causes of one severance fold into one row where they are more than this."""
_IN_YEARS: Final = 2 * DAYS_A_YEAR
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_STEPS: Final = 5
_LEAST_SCALE: Final = 30
"""The days that the scale of lengths spans at least."""
_SINGLE: Final = "Cause and channel"
_HEAD: Final = ("Channel", "Severed", "Length", "Used again", "Open again", "Source")
_NAMELESS: Final = ""
_MORE: Final = "ol-cause-more"


@dataclass(frozen=True, slots=True)
class _Scale:
    """The common scale of the strips, from 0 to the longest severance, in days."""

    days: float

    def at(self, days: float) -> str:
        """Return where a length stands, as a share of the strip's width."""
        return f"{100 * days / max(self.days, _LEAST_SCALE):.2f}%"

    def head(self) -> str:
        """Return the labels of the scale: years, or days where there are less than two years."""
        unit, word = (DAYS_A_YEAR, "yr") if self.days >= _IN_YEARS else (1, "d")
        most = max(self.days, _LEAST_SCALE) / unit
        step = next((step for step in _STEPS if most / step <= _MOST_STEPS), _STEPS[-1])
        labels = [
            _placed("ol-strip-year", self.at(number * unit), f"{number} {word}" if number else "0")
            for number in range(0, int(most) + 1, step)
        ]
        return tag("span", "".join(labels), "ol-strip")


def causes_html(scene: Scene) -> str:
    """Return the causes of a scene's severances as markup."""
    evidence = scene.tables.evidence
    table, rows = causes(evidence), caused(evidence)
    shown = pd.concat([table[table[CAUSE].notna()].head(_MOST_CAUSES), table[table[CAUSE].isna()]])
    listed = rows[rows[CAUSE].isin(shown[CAUSE]) | rows[CAUSE].isna()]
    groups = dict(iter(listed.groupby(listed[CAUSE].fillna(_NAMELESS), sort=False)))
    scale = _Scale(float(table["longest_days"].max()))
    named = int(rows[CAUSE].notna().sum())
    most = tag("div", rich(most_caused(table)), "ol-finding")
    how = tag("div", escape(causes_how(len(rows), named)), "ol-how")
    left = _left_out(len(table) - len(shown))
    body = (
        _row("div", _columns(scale), "ol-cause-head") + _listed(scene, shown, groups, scale) + left
    )
    return most + how + tag("div", body, "ol-causes")


def _columns(scale: _Scale) -> tuple[str, ...]:
    return ("Cause", "Severances", scale.head(), "Length", "Unhealed")


def _listed(
    scene: Scene, shown: pd.DataFrame, groups: dict[str, pd.DataFrame], scale: _Scale
) -> str:
    """The rows; many causes of one severance are one table, which opens."""
    single = (shown["severances"] == 1) & shown[CAUSE].notna()
    if single.sum() <= _MOST_SINGLES or single.all():
        single[:] = False
    rows = [(row[CAUSE], _cause(scene, row, groups, scale)) for _, row in shown[~single].iterrows()]
    named = folded([html for cause, html in rows if isinstance(cause, str)], _MORE)
    nameless = "".join(html for cause, html in rows if not isinstance(cause, str))
    return named + _singles(scene, shown[single], groups) + nameless


def _singles(scene: Scene, shown: pd.DataFrame, groups: dict[str, pd.DataFrame]) -> str:
    if not len(shown):
        return ""
    label = tag("summary", f"{len(shown):,} causes brought one severance each", _MORE)
    rows = pd.concat([groups[cause] for cause in shown[CAUSE]])
    return tag("details", label + _table(scene, rows, causes=True), "ol-cause-fold")


def _cause(scene: Scene, row: pd.Series, groups: dict[str, pd.DataFrame], scale: _Scale) -> str:
    cause = row[CAUSE] if isinstance(row[CAUSE], str) else None
    group = groups[cause or _NAMELESS]
    days = tag("span", unbroken(shared_days(group)), "ol-cause-days")
    cells = (
        tag("span", escape(cause_name(cause)), "ol-strong" if cause else "ol-muted") + days,
        f"{int(row['severances']):,}",
        _strip(group, scale),
        unbroken(lengths_of(row)),
        _healing(row),
    )
    return tag(
        "details", _row("summary", cells) + _severances(scene, group), "ol-cause", _called(cause)
    )


def _row(name: str, cells: tuple[str, ...], more: str = "") -> str:
    inner = "".join(tag("span", cell, f"ol-cause-{i}") for i, cell in enumerate(cells))
    return tag(name, inner, f"ol-cause-row {more}".strip())


def _healing(row: pd.Series) -> str:
    role = "ol-word ol-severed" if row["ongoing"] else "" if row["unhealed"] else "ol-muted"
    return tag("span", escape(healing(row)), role)


def _strip(group: pd.DataFrame, scale: _Scale) -> str:
    """Return a mark for each severance at its length, on a stem up to the longest one."""
    stem = f' style="width:{scale.at(group["days"].max())}"'
    marks = [
        _placed("ol-strip-arrow" if ongoing else "ol-strip-dot", scale.at(days))
        for days, ongoing in set(zip(group["days"], group["ongoing"], strict=True))
    ]
    inner = tag("span", "", "ol-strip-stem", stem) + "".join(sorted(marks))
    return tag("span", inner, "ol-strip", ' aria-hidden="true"')


def _placed(style_class: str, at: str, inner: str = "") -> str:
    return tag("span", inner, style_class, f' style="left:{at}"')


def _severances(scene: Scene, group: pd.DataFrame) -> str:
    table = _table(scene, group.head(_MOST_ROWS))
    return table + _left_out(len(group) - _MOST_ROWS, "severances")


def _table(scene: Scene, rows: pd.DataFrame, causes: bool = False) -> str:
    """A row a severance; with `causes` each names its own."""
    several = several_parties(scene.tables.status)
    words = (_SINGLE, *_HEAD[1:]) if causes else _HEAD
    head = tag("thead", tag("tr", "".join(tag("th", word) for word in words)))
    listed = "".join(_severance(scene, row, several, causes) for _, row in rows.iterrows())
    return tag("table", head + tag("tbody", listed), "ol-table ol-labelled ol-fold-table")


def _severance(scene: Scene, row: pd.Series, several: bool, causes: bool) -> str:
    name = channel_link(escape(row[CHANNEL]), scene.view, row[PARTIES], row[CHANNEL])
    if causes:
        name = tag("div", escape(row[CAUSE]), "ol-strong") + name
    sides = show_sides(row[PARTIES])
    if several and sides:
        name += tag("div", escape(sides), "ol-muted ol-source")
    role = "ol-word ol-severed" if bool(row["ongoing"]) else ""
    cells = (
        name,
        unbroken(plain(span_dates(row))),
        tag("span", escape(severance_length(row)), role),
        unbroken(first_use(row)),
        _opened(row),
        outside_link(_citation(row), row["source_url"]),
    )
    labelled = [
        tag("td", cell, "", f' data-label="{word}"')
        for word, cell in zip(_HEAD, cells, strict=True)
    ]
    return tag("tr", "".join(labelled), "", _called(row[CAUSE] if causes else None))


def _opened(row: pd.Series) -> str:
    """When the channel was open again; what counts as unhealed says so."""
    opened = unbroken(full_opening(row))
    return f"{opened} · {tag('span', 'unhealed', 'ol-strong')}" if row["unhealed"] else opened


def _called(cause: str | None) -> str:
    """What an address finds a row by: its cause."""
    return f' data-cause="{escape(cause)}"' if cause else ""


def _citation(row: pd.Series) -> object:
    return row["source"] if isinstance(row["source"], str) else row["source_url"]


def _left_out(number: int, what: str = "causes") -> str:
    if number <= 0:
        return ""
    return tag("div", f"{number:,} more {what} are in the data.", "ol-how ol-cause-rest")
