"""The lists of a brief: what is new, what is severed and silent, what opened and closed, and the
sources of all these, numbered in the order of first citation."""

from collections.abc import Callable, Iterable
from typing import Final

import pandas as pd

from openline.analysis.gaps import SEVERANCE, SILENCE
from openline.brief.brief import Brief
from openline.markup.links import cited, outside_link
from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import NOTHING, Markup, joined, rich, section_of, tag, unbroken
from openline.record.dates import show_date
from openline.sentences.empty import no_moves
from openline.sentences.gaps import (
    gap_length_days,
    none_severed,
    none_silent,
    own_rank,
    rank,
    silent_how,
)
from openline.sentences.openings import move_words, openings_headline, sign_line, signs_how
from openline.sentences.runs import Text, actor_words, count
from openline.sentences.since import new_line, since_sentence
from openline.sentences.status import several_parties

_MOST: Final = {"news": 6, SEVERANCE: 9, SILENCE: 4, "moves": 6, "signs": 4}
"""How many rows of each list are printed, since a brief has few sheets."""
_FEWER: Final = 1
"""How many fewer rows are printed if several parties are shown: their names take lines of their
own."""
_Key = tuple[object, object]


class Sources:
    """The sources cited so far, in order of first citation."""

    def __init__(self) -> None:
        self._numbers: dict[_Key, int] = {}

    def mark(self, row: pd.Series) -> Markup:
        """Return the number of the source that a row cites, as a link to its line; nothing if it
        cites none."""
        whole = cited(row)
        if not isinstance(whole, str) or not whole:
            return NOTHING
        number = self._numbers.setdefault((whole, row["source_url"]), len(self._numbers) + 1)
        link = tag("a", str(number), href=f"#source-{number}", aria_label=f"Source {number}")
        return tag("sup", link)

    def listed(self) -> Markup:
        """Return the list of all cited sources, with their addresses where these can be links."""
        return tag("ol", self._lines(), "sources")

    def _lines(self) -> Iterable[Markup]:
        for (whole, url), number in self._numbers.items():
            yield tag("li", outside_link(whole, url), id=f"source-{number}")

    def __len__(self) -> int:
        return len(self._numbers)


def news_of(brief: Brief, sources: Sources) -> Markup:
    """Return what is new since a day: the sentence, and the first few events."""
    words = since_sentence(brief.since, brief.as_of, brief.news, brief.last_day)
    lines = _lines(brief, "news", brief.news, new_line, sources)
    return section_of("What is new", tag("p", rich(words)), lines)


def gaps_of(brief: Brief, sources: Sources) -> Markup:
    """Return the ongoing gaps, severances and silences separately, the longest first."""
    severed, silent = brief.ongoing(SEVERANCE), brief.ongoing(SILENCE)
    none = rich(none_severed(brief.as_of))
    days = brief.question.min_days
    quiet = rich(none_silent(brief.as_of, days))
    if len(silent):
        quiet = tag("p", silent_how(silent, min(len(silent), _most(brief, SILENCE)), days), "how")
    return section_of(
        "Severed now, longest first", _gaps(brief, severed, sources) if len(severed) else none
    ) + section_of(
        "Silent now, longest first", quiet, _gaps(brief, silent, sources) if len(silent) else ""
    )


def moves_of(brief: Brief, sources: Sources) -> Markup:
    """Return what opened and closed in the window, and the signs that changed no state."""
    window, moves, signs = brief.question.window, brief.moves, brief.signs
    words = openings_headline(brief.as_of, window, moves, brief.status)
    listed = _lines(brief, "moves", moves, move_words, sources)
    parts = [tag("p", rich(words)), listed or rich(no_moves(brief.as_of, window))]
    section = section_of("Openings and closings, newest first", *parts)
    if not len(signs):
        return section
    how = tag("p", signs_how(len(signs), window), "how")
    return section + section_of(
        "Signs, not counted above", how, _lines(brief, "signs", signs, sign_line, sources)
    )


def _lines(
    brief: Brief,
    part: str,
    rows: pd.DataFrame,
    words: Callable[[pd.Series], Text],
    sources: Sources,
) -> Markup:
    """Return the first rows of a table as a list, each with its channel, its words and its
    source."""
    if not len(rows):
        return NOTHING
    several = several_parties(brief.status)
    items = [
        _line(brief, row, words(row), several, sources)
        for _, row in rows.head(_most(brief, part)).iterrows()
    ]
    return tag("ul", items) + _left_out(len(rows) - _most(brief, part))


def _line(brief: Brief, row: pd.Series, words: Text, several: bool, sources: Sources) -> Markup:
    """Return a row in words; the first run is its date."""
    did = tag("span", (brief.dated(row, rich(words[:1])), rich(words[1:])), "did")
    said = tag("span", row["summary"], "said") if isinstance(row["summary"], str) else ""
    return tag("li", (did, " ", brief.name(row, several), sources.mark(row), " ", said))


def _gaps(brief: Brief, rows: pd.DataFrame, sources: Sources) -> Markup:
    kind, several = str(rows["gap"].iloc[0]), several_parties(brief.status)
    severed = kind == SEVERANCE
    since, why = ("Since", "Cause") if severed else ("Last contact", "What it was")
    heads = ("Channel", since, "So far", "How unusual", why)
    body: Iterable[Markup] = (
        _gap(brief, brief.name(row, several), row, sources)
        for _, row in rows.head(_most(brief, kind)).iterrows()
    )
    table = table_of(heads_of(heads, ("So far",)), joined(body), "gaps")
    return table + _left_out(len(rows) - _most(brief, kind))


def _gap(brief: Brief, name: Markup, row: pd.Series, sources: Sources) -> Markup:
    severed = row["gap"] == SEVERANCE
    why = [row["cause" if severed else "summary"], actor_words(row)]
    cells = cells_of(
        (name, sources.mark(row)),
        brief.dated(row, unbroken(show_date(row["start_text"]))),
        tag("span", gap_length_days(row), "ol-severed figure" if severed else "figure"),
        (
            rank(row),
            "; " if int(row["own_ended"]) else "",
            own_rank(row) if int(row["own_ended"]) else "",
        ),
        ", ".join(part for part in why if isinstance(part, str) and part),
    )
    return tag("tr", cells)


def _most(brief: Brief, part: str) -> int:
    return _MOST[part] - (_FEWER if several_parties(brief.status) else 0)


def _left_out(more: int) -> Markup:
    if more <= 0:
        return NOTHING
    return tag("p", f"{count(more, 'more row')} in the data of this view.", "how rest")
