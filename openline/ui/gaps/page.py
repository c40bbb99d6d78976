"""Gaps: what is severed or silent now, for how long, how unusual that is, and the history of
gaps."""

from functools import partial
from typing import Final

from openline.analysis.causes import causes
from openline.analysis.gaps import GAPS, SEVERANCE, SILENCE
from openline.analysis.survival import UNTIL, survival_summary
from openline.analysis.unusual import RANKS
from openline.markup.text import NOTHING, Markup, escape, joined, rich, tag
from openline.record.columns import SEVERED
from openline.record.dates import show_day
from openline.record.frames import Frame
from openline.sentences.causes import most_caused
from openline.sentences.gaps import (
    carried_states_words,
    gaps_headline,
    gaps_second,
    longest,
    none_severed,
    none_silent,
    severed_how,
    silent_how,
)
from openline.sentences.pictures import ongoing_finding
from openline.sentences.runs import NAME, Run, Text
from openline.sentences.second import severed_by
from openline.sentences.status import one_parties
from openline.ui.controls.csv_file import answer_bytes, to_download
from openline.ui.controls.fields import days_field
from openline.ui.controls.places import at_right, place
from openline.ui.controls.save import FigureToSave, known_day, picture_title
from openline.ui.frame.alone import Figures
from openline.ui.frame.page_of_channels import draw_page_of_channels
from openline.ui.gaps.causes import causes_to_stand, draw_causes
from openline.ui.gaps.figures import (
    SECTION_TITLES,
    SECTIONS,
    draw_how,
    draw_now,
    drawn_now,
    gaps_figure,
    most_drawn,
    most_shown,
    now_alt,
    ranked_gaps,
)
from openline.ui.gaps.history import draw_gap_history, history_figure
from openline.ui.gaps.lists import ongoing_html
from openline.ui.gaps.sections import section_links, section_start
from openline.ui.gaps.survival import draw_survival, survival_figure
from openline.ui.markup.headings import heading, page_head
from openline.ui.markup.links import anchor_link, channel_link
from openline.ui.markup.terms import with_terms
from openline.ui.markup.text import by_hand, draw
from openline.ui.pages import GAPS_PAGE
from openline.ui.scene import Scene
from openline.view.figure_names import CAUSES_FIGURE, HISTORY, REOPENING, SEVERED_NOW, SILENT_NOW


def draw_gaps() -> None:
    """Draw the page Gaps."""
    draw_page_of_channels(GAPS_PAGE, _draw_sections, partial(answer_bytes, "gaps"), _FIGURES)


def _draw_sections(scene: Scene) -> None:
    with place("ol_gaps_top"):
        draw(_top(scene))
    draw_causes(scene)
    _draw_severed(scene)
    _draw_silent(scene)
    draw_gap_history(scene)
    draw_survival(scene)


def _top(scene: Scene) -> Markup:
    severed, silent = ranked_gaps(scene, SEVERANCE), ranked_gaps(scene, SILENCE)
    status = scene.tables.status
    whose, last = one_parties(status), scene.last_day
    words = gaps_headline(scene.as_of, len(severed), len(silent), whose, last)
    raised, opened = (survival_summary(scene.tables.evidence, None, until) for until in UNTIL)
    carried = carried_states_words(scene.as_of, scene.last_day)
    end = (Run(f" {carried}"),) if carried and len(severed) + len(silent) else ()
    second = _linked(scene, (*gaps_second(severed, raised, opened), *end))
    return page_head(rich(words), second) + _most(scene) + section_links(SECTIONS)


def _most(scene: Scene) -> Markup:
    """Return what severed the channels of one set of parties or, for several, what severed most, as
    a line that links to the causes."""
    now = severed_by(scene.tables.status)
    if now:
        return tag("p", rich((Run(now),)), "ol-second ol-finding")
    said = most_caused(causes(scene.tables.evidence))
    return tag("p", anchor_link(rich(said), "causes"), "ol-second ol-finding") if said else NOTHING


def _linked(scene: Scene, words: Text) -> Markup:
    """Return the words, with the names of the longest severed channels as links."""
    severed = ranked_gaps(scene, SEVERANCE)
    rows = iter([row for _, row in longest(severed).iterrows()] if len(severed) else [])
    parts = []
    for run in words:
        dressed = rich((run,))
        if run.role == NAME:
            row = next(rows)
            dressed = channel_link(dressed, scene.view, row["parties"], row["channel"])
        parts.append(dressed)
    return joined(parts)


def _draw_severed(scene: Scene) -> None:
    now = ranked_gaps(scene, SEVERANCE)
    with place("ol_gaps_severed_head"):
        draw(section_start("severed", heading(SECTION_TITLES["severed"])))
    if not len(now):
        draw(tag("div", rich(none_severed(scene.as_of)), "ol-how"))
        return
    whole = _how(scene, now, len(now))
    _draw_list(scene, now, escape(whole), whole)


def _draw_silent(scene: Scene) -> None:
    now = ranked_gaps(scene, SILENCE)
    with place("ol_gaps_silent_head", horizontal=True, vertical_alignment="bottom"):
        draw(section_start("silent", heading(SECTION_TITLES["silent"])), width="content")
        _draw_least()
    if not len(now):
        draw(tag("div", rich(none_silent(scene.as_of, scene.view.min_days)), "ol-how"))
        return
    whole = _how(scene, now, len(now))
    _draw_list(scene, now, with_terms(whole, "silent", "contact"), whole)


def _draw_list(scene: Scene, now: Frame, words: Markup, whole: str) -> None:
    """Draw the ongoing gaps of a kind; `words` is the dressed form of the `whole` explanation."""
    kind = str(now["gap"].iloc[0])
    # The words on how many rows the window shows are not for paper, which shows others and says so.
    cut = _how(scene, now, most_shown(kind, len(now))).removeprefix(whole).strip()
    markup = words + by_hand(cut) if cut else words
    draw_how(scene, _figure(scene, now), markup, lambda: _bytes(now))
    draw_now(scene, kind)
    draw(ongoing_html(scene, now))


def _how(scene: Scene, now: Frame, drawn: int) -> str:
    if now["gap"].iloc[0] == SEVERANCE:
        return severed_how(now, drawn)
    return silent_how(now, drawn, scene.view.min_days)


def _figure(scene: Scene, now: Frame) -> FigureToSave:
    """Return the ongoing gaps of a kind as a figure to save."""
    kind = str(now["gap"].iloc[0])
    name, what = (SEVERED_NOW, SEVERED) if kind == SEVERANCE else (SILENT_NOW, "silent")
    day = f"on {show_day(known_day(scene))}"
    title = picture_title(scene, ongoing_finding(now, what), day)
    how = _how(scene, now, most_drawn(kind, len(now)))
    return gaps_figure(name, drawn_now(scene, kind).make, title, how, now_alt(scene, kind))


def _alone(kind: str, scene: Scene) -> FigureToSave | None:
    now = ranked_gaps(scene, kind)
    return _figure(scene, now) if len(now) else None


_FIGURES: Final[Figures] = {
    CAUSES_FIGURE: causes_to_stand,
    SEVERED_NOW: partial(_alone, SEVERANCE),
    SILENT_NOW: partial(_alone, SILENCE),
    HISTORY: history_figure,
    REOPENING: survival_figure,
}


def _bytes(now: Frame) -> bytes:
    """Return the gaps of a figure as a CSV file: the columns of the gaps table, with the first day
    as given, then the ranks and what they rest on."""
    lengths = dict.fromkeys(("days", "days_min", "days_max"), "Int64")
    columns = [*GAPS, *RANKS, "summary", "source", "source_url"]
    columns.insert(columns.index("start") + 1, "start_text")
    return to_download(now.astype(lengths)[columns])


def _draw_least() -> None:
    with at_right("ol_gaps_least", vertical_alignment="center"):
        draw(tag("span", "Count silences from (days)", "ol-muted ol-one-line"), width="content")
        label = "Shortest silence that counts, in days"
        days_field(label, "min_days", step=30, label_visibility="collapsed", width=150)
