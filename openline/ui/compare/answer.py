"""The head of Compare: the sentence, the states of both days as bars of cells, and the comparison
itself, computed once for all viewers."""

from dataclasses import replace
from typing import Final

import pandas as pd

from openline.analysis.compare import compare_evidence, moves_between, newest_contacts, refusers
from openline.analysis.evidence import Evidence, gather
from openline.analysis.news import RECORDED, marks, news
from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.markup.text import Child, Markup, joined, rich, tag
from openline.record.columns import EVENT, STATE_RANK
from openline.record.dates import show_day
from openline.record.record import Record
from openline.sentences.compare import StateCount, compare_headline, state_counts
from openline.sentences.compare_between import compare_sentence
from openline.sentences.runs import NAME, Text, plain
from openline.ui.compare.days import Days
from openline.ui.compare.lists import UNCHANGED
from openline.ui.controls.places import place
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.markup.cells import bar_of, counter
from openline.ui.markup.headings import page_head
from openline.ui.markup.links import anchor_link, view_link
from openline.ui.markup.text import by_hand, draw
from openline.ui.pages import OPENINGS_PAGE
from openline.ui.scene import Scene

_LEAST_COUNTED: Final = 3
_FEW_CELLS: Final = 60
"""With more cells there is no room between them on a phone."""
_ABOVE: Final = 20
_HEADLINE: Final = {WIDE: (76, 36), MEDIUM: (50, 36), NARROW: (30, 29)}
"""The letters that fit on a line of the headline, and its height in pixels."""
_SECOND: Final = {WIDE: (112, 25), MEDIUM: (94, 25), NARROW: (48, 23)}
_GLYPHS: Final = (("|", "contacts"), ("△", "overtures"), ("×", "refusals in between"))


def draw_head(scene: Scene, days: Days, compared: pd.DataFrame) -> None:
    """Draw the headline and the sentence below it, in a place of the height that they will have."""
    words = compare_headline(days.first, days.second, compared, scene.filters.one_side)
    second = compare_sentence(compared)
    heights = {
        width: _ABOVE + _height(words, *_HEADLINE[width]) + _height(second, *_SECOND[width])
        for width in _HEADLINE
    }
    runs = ((run.role == NAME, rich((run,))) for run in second)
    parts = (anchor_link(words, UNCHANGED) if is_name else words for is_name, words in runs)
    with place("ol_compare_head", heights):
        draw(page_head(rich(words), parts))


def has_counts(compared: pd.DataFrame) -> bool:
    """Return whether there are enough channels for counters to say more than the sentence."""
    return len(compared) >= _LEAST_COUNTED


def day_counts_html(days: Days, compared: pd.DataFrame) -> Markup:
    """Return the counters of states, and one bar of cells per day, on one scale."""
    counts = state_counts(compared)
    first = show_day(days.first)
    counters = (counter(item.state, item.now, _before(item, first)) for item in counts)
    counted = tag("div", counters, "ol-counters")
    then, now = sum(item.then for item in counts), sum(item.now for item in counts)
    most = max(then, now)
    bars = _bar(first, [(item.state, item.then) for item in counts], most)
    bars += _bar(show_day(days.second), [(item.state, item.now) for item in counts], most)
    return counted + tag("div", bars, "ol-two-bars")


def moves_link(scene: Scene, days: Days) -> Markup:
    """Return the note that only the two days count, with a link to all moves between them."""
    asof = scene.view.asof if days.second == scene.as_of else days.second
    window = (days.second - days.first).days - 1
    view = replace(
        scene.view.for_other_page(), asof=asof, window=window, from_day=None, to_day=None
    )
    link = view_link("Openings", OPENINGS_PAGE.path, view)
    return "Only the two days count; " + link + " lists every move in between."


def dumbbell_how(days: Days, more: Child = "") -> Markup:
    """Return how to read the dumbbell: a line of words, ending in `more`, and a line of marks."""
    chosen = by_hand("Choose a row to open its channel.")
    words = ("A row is a channel, a column a state.", chosen, " ", more)
    marks = [
        tag("span", (tag("span", "", f"ol-swatch ol-fill-open {style}"), show_day(day)))
        for style, day in (("ol-then", days.first), ("ol-now", days.second))
    ]
    marks += [tag("span", (tag("span", glyph, "ol-glyph"), word)) for glyph, word in _GLYPHS]
    return tag("div", words, "ol-how") + tag("div", marks, "ol-legend")


def _height(words: Text, letters: int, line: int) -> int:
    return line * -(-len(plain(words)) // letters)


def _before(item: StateCount, first: str) -> str:
    return f"as on {first}" if item.then == item.now else f"{item.then:,} on {first}"


def _bar(day: str, counts: list[tuple[str, int]], most: int) -> Markup:
    """Return the channels of one day as a bar, one cell each; the shorter of two bars is filled up
    with empty cells."""
    total = sum(number for _, number in counts)
    cells = [*((f"ol-fill-{state}", number) for state, number in counts), ("", most - total)]
    label = tag("div", day, "ol-change")
    number = tag("div", f"{total:,}", "ol-change ol-figure")
    return joined(label, bar_of(cells, "ol-many" if most > _FEW_CELLS else ""), number)


def compared_frame(scene: Scene, days: Days) -> pd.DataFrame:
    """Return the comparison of two days under a scene's filters, by parties and channel.

    It has the columns of the comparison, and those of `openline.analysis.compare` on each channel's
    moves and newest contact between the days; `moves` is 0 where there is none. `lowest` is the
    lowest known state to which a move between the days led, missing where none did; `recorded`
    marks new channels that no row says were founded in between. `refused_by` has the acting party
    of each refusal that names one, missing where none does.
    """
    look = replace(scene.look, as_of=days.first)
    second = replace(look, as_of=days.second)
    return _compared(look, second, scene.record, scene.tables.evidence)


def _lowest(evidence: Evidence, since: pd.Timestamp) -> "pd.Series[str]":
    """Return the lowest known state to which each channel moved after a day, by `channel_id`."""
    moves = evidence.moves[evidence.moves["day"] > since]
    moves = moves.assign(rank=moves["state"].map(STATE_RANK)).dropna(subset="rank")
    lowest = moves.sort_values("rank", kind="stable").drop_duplicates("channel_id")
    return lowest.set_index("channel_id")["state"]


@shared
def _compared(first: Look, second: Look, _record: Record, _seen: Evidence) -> pd.DataFrame:
    """Compare two looks; `_seen` is the evidence of the as-of day, often that of the second."""
    then, now = (
        _seen
        if _seen.as_of == pd.Timestamp(look.as_of)
        else gather(_record, look.as_of, look.filters, look.carry)
        for look in (first, second)
    )
    frame = compare_evidence(then, now)
    frame = frame.join(moves_between(now, then.as_of), on="channel_id")
    frame = frame.join(newest_contacts(now, then.as_of), on="channel_id")
    by = refusers(now, then.as_of).groupby(level=0).agg(tuple)
    frame["refused_by"] = frame["channel_id"].map(by)
    recorded = marks(news(then, now, has_events=EVENT in _record.columns)) == RECORDED
    frame["recorded"] = frame["channel_id"].isin(recorded.index[recorded])
    frame["moves"] = frame["moves"].fillna(0).astype(int)
    frame["lowest"] = frame["channel_id"].map(_lowest(now, then.as_of))
    return frame.sort_values(["parties", "channel"], kind="stable", na_position="first")
