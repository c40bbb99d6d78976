"""The pairs of parties on Status: a table of which parties share channels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import streamlit as st

from openline.analysis.pairs import MOST_PAIRS, PAIRS, Paired, hubs, pairs, sides_of
from openline.figures.names import cut_apart
from openline.figures.timeline.rows import ordered
from openline.markup.text import NOTHING, Markup, joined, tag
from openline.record.columns import ENDED, PARTIES, PARTIES_SEPARATOR
from openline.record.frames import Column, Frame
from openline.sentences.pairs import pair_words, unpaired_words, worst_words
from openline.sentences.runs import show_sides
from openline.ui.controls.csv_file import to_download
from openline.ui.controls.legend import state_legend
from openline.ui.controls.places import place
from openline.ui.controls.save import save_table
from openline.ui.data.looks import Look
from openline.ui.markup.links import view_link
from openline.ui.markup.terms import with_terms
from openline.ui.markup.text import by_hand, draw
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.view.parameters import OVERVIEWS
from openline.view.view import MOST_VALUES, View

_MOST_COLUMNS: Final = 16
_MOST_ROWS: Final = 150
_MOST_OTHERS: Final = 150
_ROW_LETTERS: Final = 22
_COLUMN_LETTERS: Final = 15
_HOW: Final = (
    "The number is how many channels two parties share, the bar below it the worst state among "
    "them. A channel of three or more parties counts in each pair of them."
)
_CHOOSE: Final = "Choose a number to see those channels."
_NONE: Final = "No two parties share a channel here."
_KEPT: Final = 8
"""The number of looks whose pairs are kept: they can be many megabytes."""


@dataclass(frozen=True, eq=False)
class _Plan:
    """The layout of the table: the parties of rows and of columns, in order; the pairs by their
    parties, either way round; the other pairs; and how many rows and others are left out."""

    rows: list[str]
    columns: list[str]
    cells: Mapping[tuple[str, str], Column]
    others: list[Column]
    left_out: int


def draw_pairs(scene: Scene) -> None:
    """Draw the pairs of a scene's parties, how to read them, and their table to download."""
    paired, plan = _found(scene.look, scene.view.sort, scene.tables.status)
    with place("ol_how", horizontal=True):
        draw(_how(plan))
        rows = paired.table[[name for name in PAIRS if name != "sets"]]
        save_table(scene, "Pairs CSV", "pairs", lambda: to_download(rows))
    draw(_pairs(scene.view, plan, paired))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _found(look: Look, sort: str, _status: Frame) -> tuple[Paired, _Plan]:
    """Return the pairs of a status table and their layout. Both are shared: never change them."""
    paired = pairs(_status)
    return paired, _plan(paired.table, _in_order(_status, sort))


def _plan(table: Frame, order: list[str]) -> _Plan:
    """Return the layout; only pairs with a place in it are read from the table one by one."""
    wanted = set(hubs(table, _MOST_COLUMNS))
    first, second = table["side"].isin(wanted), table["other"].isin(wanted)
    partners = {*table.loc[second, "side"], *table.loc[first, "other"]}
    rows = [side for side in order if side in partners]
    first_rows, others = rows[:_MOST_ROWS], table[~first & ~second]
    seen = (first & table["other"].isin(first_rows)) | (second & table["side"].isin(first_rows))
    cells = {(row["side"], row["other"]): row for _, row in table[seen].iterrows()}
    cells |= {(other, side): row for (side, other), row in cells.items()}
    rank = Column(range(len(order)), order, dtype="int64")
    ranks = np.sort(rank.reindex([*others["side"], *others["other"]]).to_numpy().reshape(2, -1), 0)
    listed = others.iloc[np.lexsort((ranks[1], ranks[0]))[:_MOST_OTHERS]]
    left_out = len(rows) - len(first_rows) + len(others) - len(listed)
    columns = [side for side in order if side in wanted]
    return _Plan(first_rows, columns, cells, [row for _, row in listed.iterrows()], left_out)


def _in_order(status: Frame, sort: str) -> list[str]:
    """Return the single parties in the timeline's order, as if each were alone in its channels."""
    named = status[status[PARTIES].notna()]
    each = named.assign(parties=named[PARTIES].map(sides_of)).explode(PARTIES)
    return [str(side) for side in ordered(each, sort)[PARTIES].unique()]


def _how(plan: _Plan) -> Markup:
    words = _HOW
    if plan.others:
        words += (
            f" The {len(plan.columns)} parties with the most partners have a column; other pairs "
        )
        words += "are listed below."
    if plan.left_out:
        words += f" {plan.left_out:,} more are in the CSV."
    how = with_terms(words, "pairs", "state", "channel") + by_hand(_CHOOSE)
    return tag("div", how, "ol-how ol-of-pairs") + state_legend()


def _pairs(view: View, plan: _Plan, paired: Paired) -> Markup:
    table = _table(view, plan) if plan.rows else tag("p", _none(paired), "ol-how")
    unpaired = unpaired_words(paired)
    said = tag("p", unpaired, "ol-how") if unpaired else ""
    return tag("div", (table, _others(view, plan.others), said), "ol-pairs")


def _none(paired: Paired) -> str:
    if not paired.beyond:
        return _NONE
    return (
        f"These channels have {paired.beyond:,} pairs of parties; up to {MOST_PAIRS:,} are worked "
        "out. Filter by parties, level or kind, or see the timeline."
    )


def _others(view: View, others: list[Column]) -> Markup:
    if not others:
        return NOTHING
    items = [_other(view, row) for row in others]
    head = tag("div", "Pairs without a column", "ol-strong", role="heading", aria_level=3)
    return tag("div", (head, tag("ul", items)), "ol-other-pairs")


def _table(view: View, plan: _Plan) -> Markup:
    named = _headed(view, plan.columns, _COLUMN_LETTERS)
    corner = tag("td", "", "ol-pair-corner")
    heads = [tag("th", tag("div", named[side]), scope="col") for side in plan.columns]
    sides = _headed(view, plan.rows, _ROW_LETTERS)
    rows = [
        tag("tr", (tag("th", sides[side], scope="row"), _row(view, side, plan)))
        for side in plan.rows
    ]
    parts = (tag("thead", tag("tr", (corner, heads))), tag("tbody", rows))
    inner = tag("table", parts, "ol-pairs-table")
    about = "Pairs of parties: how many channels they share, and in which state"
    return tag("div", inner, "ol-pairs-room", role="region", aria_label=about, tabindex=0)


def _headed(view: View, sides: Iterable[str], letters: int) -> dict[str, Markup]:
    """Return each party as a link to all of its channels, with long names cut."""
    return {
        side: view_link(
            tag("span", words, title=None if words == side else side),
            STATUS_PAGE.path,
            _led(view, (side,)),
        )
        for side, words in cut_apart(sides, letters).items()
    }


def _row(view: View, side: str, plan: _Plan) -> Markup:
    return joined(_cell(view, side, other, plan.cells) for other in plan.columns)


def _cell(view: View, side: str, other: str, cells: Mapping[tuple[str, str], Column]) -> Markup:
    row = cells.get((side, other))
    if row is None:
        return tag("td", "", "ol-pair-same" if side == other else "")
    return tag("td", _number(view, row))


def _number(view: View, row: Column) -> Markup:
    """Return how many channels a pair shares, over the worst state among them, as a link."""
    said = f"{show_sides(_name(row))}: {pair_words(row)}"
    state = row["state"]
    number = tag("span", f"{row['channels']:,}", "ol-ended" if state == ENDED else "")
    bar = tag("span", "", f"ol-pair-state ol-fill-{state}")
    seen = tag("span", number + bar, "ol-pair", title=said, aria_hidden="true")
    return view_link(
        seen + tag("span", said, "ol-unseen"), STATUS_PAGE.path, _led(view, row["sets"])
    )


def _other(view: View, row: Column) -> Markup:
    name = _name(row)
    swatch = tag("span", "", f"ol-swatch ol-fill-{row['state']}")
    link = view_link(show_sides(name), STATUS_PAGE.path, _led(view, row["sets"]))
    state, total = str(row["state"]), int(row["channels"])
    words = tag("span", worst_words(int(row["in_state"]), total, state), "ol-muted")
    return tag("li", (swatch, link, " ", words), title=f"{show_sides(name)}: {pair_words(row)}")


def _name(row: Column) -> str:
    return PARTIES_SEPARATOR.join((row["side"], row["other"]))


def _led(view: View, parties: Iterable[str]) -> View:
    """Return the view of the channels of some parties, on their timeline."""
    wanted = tuple(sorted(parties))[:MOST_VALUES]
    return replace(view, parties=wanted, overview=OVERVIEWS[0], page=1)
