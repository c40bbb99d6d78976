"""The brief as a document: its head, its sections, and its foot."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from openline.analysis.method import METHOD
from openline.brief.brief import Brief
from openline.brief.lists import Sources, gaps_of, moves_of, news_of
from openline.brief.timeline import timeline_of
from openline.cite.forms import Cited, as_text
from openline.figures.theme import css_variables
from openline.markup.text import NOTHING, Markup, rich, section_of, tag, unbroken
from openline.record.columns import OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.record.dates import show_day
from openline.sentences.context import Context, context_line, filter_words, future_note
from openline.sentences.glossary import term_of
from openline.sentences.runs import Text
from openline.sentences.second import second_sentence
from openline.sentences.status import Counter, counters, headline

_STYLE: Final = Markup((Path(__file__).parent / "brief.css").read_text(encoding="utf-8"))
_PAGE: Final = Markup(
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    "<title>{title}</title><style>{style}</style></head><body>{body}</body></html>\n"
)
_WORDS: Final[Mapping[str, str | None]] = {
    **dict.fromkeys((OPEN, PARTIAL, SEVERED, UNKNOWN, "overdue", "opening", "closing")),
    "silence": "silen",
    "sign": "signs of",
}
"""The words that a brief explains if it uses them, each with the beginning of such a use if that
is not the word itself."""
_TAG: Final = re.compile(r"<[^<>]*>")
LIMITS: Final = (
    "The record has what the sources reported: a contact that nobody reported is not in it. "
    "A state holds from its observation until the next one changes it."
)
"""What a record cannot tell."""


def brief_html(brief: Brief) -> str:
    """Return the whole document. It loads nothing from elsewhere; its only addresses are those of
    the sources and of the view."""
    sources = Sources()
    sections = [
        top_of(brief),
        timeline_of(brief),
        news_of(brief, sources),
        gaps_of(brief, sources),
        moves_of(brief, sources),
    ]
    parts = [*sections, _sources(sources), _foot(brief, sections)]
    style = Markup(css_variables()) + _STYLE
    title = f"Openline brief, {show_day(brief.as_of)}"
    return str(_PAGE.format(title=title, style=style, body=_sheets(brief, parts)))


def _sheets(brief: Brief, parts: list[Markup]) -> Markup:
    """Return the parts in a frame whose head and foot are printed on every sheet."""
    line = f"{brief.record} · as of {show_day(brief.as_of)}"
    marked = tag("div", brief.marking, "marking") if brief.marking else NOTHING
    foot = tag("div", ("Openline brief · ", line), "running")
    head, end = tag("thead", _row(marked)), tag("tfoot", _row(foot + marked))
    body = tag("tbody", _row(tag("main", parts)))
    return tag("table", (head, body, end), "sheets", role="presentation")


def _row(inner: Markup) -> Markup:
    return tag("tr", tag("td", inner))


def top_of(brief: Brief) -> Markup:
    """Return the head of a brief: what it shows, the headline, and the counters."""
    status, question = brief.status, brief.question
    side = question.filters.one_side
    words = headline(brief.as_of, status, side, question.filters.fresh, brief.last_day)
    second = second_sentence(brief.as_of, status, question.record.logs_contacts)
    note = future_note(brief.as_of, brief.today, brief.last_day)
    items = counters(brief.as_of, status, brief.before, brief.since, brief.last_day)
    parts = [
        tag("div", rich(_context(brief)), "context"),
        tag("h1", rich(words)),
        tag("p", rich(second), "second") if second else "",
        tag("p", note, "note") if note else "",
        counters_of(items),
    ]
    return tag("header", parts)


def counters_of(items: Iterable[Counter]) -> Markup:
    """Return how many channels are in each state, each number with its change."""
    return tag("dl", [_counter(item) for item in items], "counters")


def _context(brief: Brief) -> Text:
    total = len(brief.question.record.channels)
    question = brief.question
    looked = Context(
        brief.record,
        brief.as_of,
        brief.today,
        brief.last_day,
        question.filters,
        question.carry,
        len(brief.status),
        total,
        question.min_days,
    )
    return context_line(looked)


def _counter(item: Counter) -> Markup:
    words = ", ".join(filter(None, [item.change, item.fresh]))
    number = tag("dd", (tag("b", f"{item.number:,}", f"ol-{item.state}"), " ", tag("span", words)))
    return tag("div", tag("dt", item.state) + number)


def _sources(sources: Sources) -> Markup:
    if not len(sources):
        return NOTHING
    return section_of("Sources cited above", sources.listed())


def _foot(brief: Brief, content: list[Markup]) -> Markup:
    question = brief.question
    filters = ", ".join(filter_words(question.filters, question.carry)) or "none: all channels"
    lines = {
        "Record": f"{brief.record}; SHA-256 {question.record.digest[:12]}",
        "As of": show_day(brief.as_of),
        "Filters": filters,
        "Made on": show_day(brief.today),
        "Formulas of": METHOD,
        "This view": brief.link,
        "To cite": _cited(brief),
        "Limits": LIMITS,
    }
    facts = [tag("dt", name) + tag("dd", _said(text)) for name, text in lines.items() if text]
    about = section_of("About this brief", tag("dl", facts, "facts"))
    return tag("footer", about + section_of("What the words mean", meanings(content)))


def _cited(brief: Brief) -> str:
    """Return the citation of a brief as a sentence; its address is that of the view, given above
    it."""
    question = brief.question
    filters = ", ".join(filter_words(question.filters, question.carry)) or "all channels"
    digest = question.record.digest
    return as_text(
        Cited(f"Brief: {filters}", brief.record, digest, brief.as_of, brief.today, brief.link)
    )


def _said(text: str) -> Markup:
    return tag("a", text, href=text) if text.startswith(("http://", "https://")) else unbroken(text)


def meanings(used_in: Iterable[Markup] | None = None) -> Markup:
    """Return the meanings of a brief's words as a list; only of those used in the given parts, if
    any are given."""
    terms = [term_of(word) for word in _WORDS if used_in is None or _is_used(word, used_in)]
    return tag(
        "dl",
        (tag("div", (tag("dt", term.word), " ", tag("dd", term.meaning))) for term in terms),
        "words",
    )


def _is_used(word: str, parts: Iterable[Markup]) -> bool:
    text = " ".join(_TAG.sub(" ", part) for part in parts)
    return re.search(rf"\b{_WORDS[word] or word}", text, re.IGNORECASE) is not None
