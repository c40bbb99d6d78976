"""The head of Compare: the sentence, and the states of both days on bars of cells."""

from dataclasses import replace
from typing import Final

import pandas as pd

from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.markup.text import Child, Markup, joined, rich, tag
from openline.record.dates import show_day
from openline.sentences.compare import StateCount, compare_headline, state_counts
from openline.sentences.compare_between import compare_sentence
from openline.sentences.runs import NAME, Text, plain
from openline.ui.compare.days import Days
from openline.ui.compare.lists import UNCHANGED
from openline.ui.controls.places import place
from openline.ui.controls.width import width
from openline.ui.markup.cells import bar_of, counter
from openline.ui.markup.headings import page_head
from openline.ui.markup.links import anchor_link, view_link
from openline.ui.markup.sheet import grown
from openline.ui.markup.text import by_hand, draw
from openline.ui.pages import OPENINGS_PAGE
from openline.ui.scene import Scene

_LEAST_COUNTED: Final = 3
_FEW_CELLS: Final = 60
"""From more cells on there is no room between them on a telephone."""
_ABOVE: Final = 20
_HEADLINE: Final = {WIDE: (76, 36), MEDIUM: (50, 36), NARROW: (30, 29)}
"""How many letters a line of the headline holds, and its height in pixels."""
_SECOND: Final = {WIDE: (112, 25), MEDIUM: (94, 25), NARROW: (48, 23)}
_GLYPHS: Final = (("|", "contacts"), ("△", "overtures"), ("×", "refusals in between"))


def draw_head(scene: Scene, days: Days, compared: pd.DataFrame) -> None:
    """Draw the headline and the sentence under it, in a place as high as they will be."""
    words = compare_headline(days.first, days.second, compared, scene.view.one_side)
    second = compare_sentence(compared)
    height = _ABOVE + _height(words, *_HEADLINE[width()]) + _height(second, *_SECOND[width()])
    runs = ((run.role == NAME, rich((run,))) for run in second)
    parts = (anchor_link(words, UNCHANGED) if is_name else words for is_name, words in runs)
    draw(grown("ol_compare_head", height))
    with place("ol_compare_head", height):
        draw(page_head(rich(words), parts))


def has_counts(compared: pd.DataFrame) -> bool:
    """Whether there are enough channels for counters to say more than the sentence."""
    return len(compared) >= _LEAST_COUNTED


def day_counts_html(days: Days, compared: pd.DataFrame) -> Markup:
    """Return the counters of states, and a bar of cells a day on one scale."""
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
    """Say that the two days alone are compared, with a link to all moves between them."""
    asof = scene.view.asof if days.second == scene.as_of else days.second
    window = (days.second - days.first).days - 1
    view = replace(
        scene.view.for_other_page(), asof=asof, window=window, from_day=None, to_day=None
    )
    link = view_link("Openings", OPENINGS_PAGE.path, view)
    return "Only the two days count; " + link + " lists every move in between."


def dumbbell_how(days: Days, more: Child = "") -> Markup:
    """Return how to read the dumbbell: a line of words, to which `more` is added, and one of
    marks."""
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
    """The channels of one day, a cell each; the shorter of two bars leaves its rest empty."""
    total = sum(number for _, number in counts)
    cells = [*((f"ol-fill-{state}", number) for state, number in counts), ("", most - total)]
    label = tag("div", day, "ol-change")
    number = tag("div", f"{total:,}", "ol-change ol-figure")
    return joined(label, bar_of(cells, "ol-many" if most > _FEW_CELLS else ""), number)
