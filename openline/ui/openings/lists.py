"""The two lists of the page Openings: what moved a channel, and the signs that moved none."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pandas as pd

from openline.analysis.openings import OPENINGS
from openline.analysis.signs import SIGNS
from openline.markup.links import cited, outside_link
from openline.markup.text import NOTHING, Markup, rich, tag, unbroken
from openline.record.columns import CHANNEL, PARTIES
from openline.record.dates import show_date
from openline.sentences.empty import no_moves
from openline.sentences.openings import change_lines, list_how, sign_line, signs_how
from openline.sentences.runs import actor_words, named, show_sides
from openline.ui.controls.folding import folded_list
from openline.ui.markup.headings import heading
from openline.ui.markup.links import channel_link, view_link
from openline.ui.markup.terms import with_terms
from openline.ui.pages import COMPARE_PAGE
from openline.ui.scene import Scene

_TOGETHER = ("date_text", "event", "state", "summary", "source")
"""The columns in which signs agree that are shown as one."""
_EVERY = "Every move in these days is listed, even if it was later reversed."
_FURTHER = "There is nothing earlier in the window."
_TITLES = {
    "all": ("Openings and closings, newest first", ("Openings", "closings")),
    "openings": ("Openings, newest first", ("Openings",)),
    "closings": ("Closings, newest first", ("Closings",)),
}
"""The heading of the list and its self-explaining words, by what is listed."""
_GIVEN: Final = "date_text"
_LENGTHS: Final = ("after_days", "after_days_min", "after_days_max")


def moves_html(scene: Scene, moves: pd.DataFrame, total: int) -> Markup:
    """Return the rows of an openings table below their heading.

    `moves`: the moves on the page shown; `total`: the number on all pages.
    """
    words = with_terms(list_how(scene.view.min_days), "moves", "contact", "silence", "cadence")
    title, explained = _TITLES[scene.view.moves]
    words += f" {_EVERY} "
    words += _to_compare(scene) + " sets the first and the last day side by side."
    head = heading(title, explained=explained) + tag("div", words, "ol-how ol-list-how")
    later = scene.tables.evidence.observations.loc[moves["row"], "latest"]
    items = [
        _move(scene, row, latest) for (_, row), latest in zip(moves.iterrows(), later, strict=True)
    ]
    return tag("div", head + (folded_list(items) or _none(scene, total)))


def _to_compare(scene: Scene) -> Markup:
    """Return a link to the comparison with the same moves in between, those after its first day."""
    before = timedelta(days=scene.view.window + 1)
    first = scene.as_of - before if scene.as_of - date.min > before else date.min
    to = None if scene.view.to_day is None else scene.as_of
    view = replace(scene.view.for_other_page(), from_day=first, to_day=to)
    return view_link("Compare", COMPARE_PAGE.path, view)


def signs_html(scene: Scene, signs: pd.DataFrame, total: int) -> Markup:
    """Return the rows of a table of signs below their heading.

    `signs`: the signs on the page shown; `total`: the number on all pages.
    """
    words = with_terms(signs_how(total, scene.view.window), "signs", "Contacts", "overtures")
    title = heading("Signs, not counted above", explained=("Signs",))
    head = title + tag("div", words, "ol-how ol-list-how")
    together = signs.groupby(list(_TOGETHER), sort=False, dropna=False)
    items = [_sign(scene, rows) for _, rows in together]
    return tag("div", head + (folded_list(items) or _none(scene, total)), "ol-signs")


def _none(scene: Scene, total: int) -> Markup:
    words = _FURTHER if total else rich(no_moves(scene.as_of, scene.view.window))
    return tag("div", words, "ol-item")


def _move(scene: Scene, row: pd.Series, latest: pd.Timestamp) -> Markup:
    when = unbroken(show_date(row["date_text"]))
    if latest > scene.tables.evidence.as_of:
        when += tag("div", "may be later", "ol-source")
    word, *rest = change_lines(row)
    lines = [*map(rich, rest), *filter(None, [actor_words(row)])]
    what = (tag("div", rich(word), "ol-word"), [tag("div", line) for line in lines])
    link = channel_link(row[CHANNEL], scene.view, row[PARTIES], row[CHANNEL])
    name = (tag("div", link), tag("div", show_sides(row[PARTIES]), "ol-muted"))
    said = (tag("div", row["summary"]), _source(row))
    cells = [tag("div", when, "ol-muted"), *(tag("div", part) for part in (what, name, said))]
    return tag("div", cells, "ol-move")


def _sign(scene: Scene, rows: pd.DataFrame) -> Markup:
    """Return one sign, which may have been given in several channels at once."""
    row = rows.iloc[0]
    links = [
        channel_link(named(each), scene.view, each[PARTIES], each[CHANNEL])
        for _, each in rows.iterrows()
    ]
    parts = [rich(sign_line(row, len(rows))), *links, row["summary"]]
    lines = [tag("div", part) for part in parts if part]
    return tag("div", (lines, _source(row)), "ol-item")


def _source(row: pd.Series) -> Markup:
    """Return the publisher, with which a source begins, as a link; its hover text is the whole
    source."""
    whole = cited(row)
    if not isinstance(whole, str) or not whole:
        return NOTHING
    publisher = _publisher(whole)
    link = outside_link(publisher, row["source_url"])
    return tag("div", link, "ol-source ol-muted", title=whole)


def _publisher(source: str) -> str:
    """Return the beginning of a source, up to its first comma outside brackets."""
    depth = 0
    for at, letter in enumerate(source):
        depth += (letter in "([") - (letter in ")]" and depth > 0)
        if not depth and source.startswith(", ", at):
            return source[:at]
    return source.partition(", ")[0] if depth else source


def moves_table(moves: pd.DataFrame) -> pd.DataFrame:
    """Return an openings table as it is saved, with `date_text` after `date`."""
    return moves[_with_given(OPENINGS)].astype(dict.fromkeys(_LENGTHS, "Int64"))


def signs_table(signs: pd.DataFrame) -> pd.DataFrame:
    """Return a table of signs as it is saved, with `date_text` after `date`."""
    return signs[_with_given(SIGNS)]


def _with_given(columns: tuple[str, ...]) -> list[str]:
    at = columns.index("date") + 1
    return [*columns[:at], _GIVEN, *columns[at:]]
