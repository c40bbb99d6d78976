"""The lists below the figures of Gaps: each gap with its channel and source."""

from typing import Final

import pandas as pd

from openline.analysis.gaps import SEVERANCE, SILENCE
from openline.markup.links import source_link
from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import NOTHING, Markup, escape, joined, tag, unbroken
from openline.record.columns import CHANNEL, PARTIES
from openline.record.dates import show_date
from openline.sentences.channel import span_dates
from openline.sentences.gaps import gap_length_days, own_rank, rank
from openline.sentences.runs import actor_words, count, plain, show_sides
from openline.ui.data.shared import made_once
from openline.ui.gaps.sections import MOST_PRINTED
from openline.ui.markup.links import channel_link
from openline.ui.scene import Scene

_MOST: Final = 200
_MOST_LINES: Final = 12


def ongoing_html(scene: Scene, gaps: pd.DataFrame) -> Markup:
    """Return the ongoing gaps of one kind as a table that opens: the channel, with a link to its
    page, since when, how long so far, how unusual, why, and the source."""
    kind = str(gaps["gap"].iloc[0])
    return made_once(kind, scene.look, scene.view, make=lambda: _ongoing(scene, gaps))


def history_html(scene: Scene, gaps: pd.DataFrame, rows: pd.DataFrame, page: int = 1) -> Markup:
    """Return the gaps of some channels as a table that opens: one row per channel, severances and
    silences separate, the newest first.

    `rows`: the rows of `openline.figures.gaps.history.gap_rows` that the page shows.
    """
    return made_once("past", scene.look, scene.view, page, make=lambda: _past(scene, gaps, rows))


def _ongoing(scene: Scene, gaps: pd.DataFrame) -> Markup:
    severed = gaps["gap"].iloc[0] == SEVERANCE
    noun = count(len(gaps), "severance" if severed else "silence")
    since = "Since" if severed else "Last contact"
    head = (
        "Channel",
        since,
        "So far",
        "How unusual",
        "Cause and source" if severed else "What it was, and source",
    )
    rows = (_row(scene, row, severed) for _, row in gaps.head(_MOST).iterrows())
    table = table_of(heads_of(head, ("So far",)), rows, "ol-gaps")
    left = f"The {_MOST:,} longest of {len(gaps):,}; the download has them all."
    more = tag("div", left, "ol-how") if len(gaps) > _MOST else ""
    words = f"{noun[0].upper()}{noun[1:]} as a list, with sources"
    kind = "ol-list ol-by-hand" if len(gaps) > MOST_PRINTED else "ol-list"
    return tag("details", (tag("summary", words, "ol-opener"), table, more), kind)


def _past(scene: Scene, gaps: pd.DataFrame, rows: pd.DataFrame) -> Markup:
    past = gaps[gaps["channel_id"].isin(rows["channel_id"])].sort_values("start", ascending=False)
    parts = dict(iter(past.groupby(["channel_id", "gap"])))
    body = []
    for _, row in rows.iterrows():
        lists = [_lines(parts.get((row["channel_id"], kind))) for kind in (SEVERANCE, SILENCE)]
        body.append(tag("tr", cells_of(_named(scene, row), *lists)))
    table = table_of(heads_of(("Channel", "Severances", "Silences")), body)
    words = f"These {count(len(rows), 'channel')} as a list" if len(rows) > 1 else "As a list"
    return tag("details", (tag("summary", words, "ol-opener"), table), "ol-list ol-past")


def _lines(gaps: pd.DataFrame | None) -> Markup:
    if gaps is None:
        return NOTHING
    lines = [_line(row) for _, row in gaps.head(_MOST_LINES).iterrows()]
    more = len(gaps) - len(lines)
    return joined(lines, tag("div", f"and {more:,} earlier", "ol-muted") if more else "")


def _line(row: pd.Series) -> Markup:
    so_far = " so far" if bool(row["ongoing"]) else ""
    cause = f", {row['cause']}" if isinstance(row["cause"], str) else ""
    length = tag("span", f"{gap_length_days(row)}{so_far}", "ol-strong")
    return tag("div", (unbroken(plain(span_dates(row))), " · ", length, cause))


def _row(scene: Scene, row: pd.Series, severed: bool) -> Markup:
    word = "ol-word ol-severed" if severed else "ol-word"
    why = escape(row["cause" if severed else "summary"])
    by = tag("span", actor_words(row), "ol-muted") if actor_words(row) else ""
    source = tag("span", source_link(row), "ol-source")
    cells = (
        tag("td", _named(scene, row)),
        tag("td", unbroken(show_date(row["start_text"]))),
        tag("td", tag("span", gap_length_days(row), word), "ol-figure"),
        tag("td", (tag("div", text) for text in (rank(row), own_rank(row)))),
        tag("td", (tag("div", part) for part in (why, by, source) if part)),
    )
    return tag("tr", cells)


def _named(scene: Scene, row: pd.Series) -> Markup:
    name = channel_link(row[CHANNEL], scene.view, row[PARTIES], row[CHANNEL])
    parties = tag("span", show_sides(row[PARTIES]), "ol-muted")
    return parties + " " + name if isinstance(row[PARTIES], str) else name
