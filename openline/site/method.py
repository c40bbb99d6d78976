"""Method: how every figure is computed, in the words of the board's own page."""

from typing import Final

from openline.analysis.method import METHOD
from openline.markup.text import Markup, joined, rich, tag
from openline.markup.written import Passage, anchor_of, split_passages, written
from openline.record.columns import COLUMNS
from openline.sentences.glossary import GLOSSARY, Chapter
from openline.sentences.method import COLUMNS_TITLE, WORDS_TITLE, method_headline, method_sentence
from openline.settings import METHOD_FILE
from openline.site.page import METHOD_HTML, SitePage
from openline.site.rows import listed

_HEADS: Final = ("Column", "Needed", "Values", "Meaning")


def method_page() -> SitePage:
    """Return the page that says how every figure is computed, and what words and columns mean."""
    passages = split_passages(METHOD_FILE.read_text(encoding="utf-8"))
    titles = [part.title for part in passages if part.title] + [WORDS_TITLE, COLUMNS_TITLE]
    links = [tag("a", title, href=f"#{anchor_of(title)}") for title in titles]
    parts = (
        tag("h1", rich(method_headline())),
        tag("p", rich(method_sentence(METHOD)), "second"),
        tag("nav", links, "choices", aria_label="On this page"),
        [_chapter(part) for part in passages],
        tag("section", (_title(WORDS_TITLE), [_words(chapter) for chapter in GLOSSARY])),
        tag("section", (_title(COLUMNS_TITLE), _columns())),
    )
    return SitePage(METHOD_HTML, "Method", parts)


def _chapter(part: Passage) -> Markup:
    title = [_title(part.title)] if part.title else []
    return tag("section", (*title, written(part.text)), "written")


def _title(title: str) -> Markup:
    return tag("h2", title, id=anchor_of(title))


def _words(chapter: Chapter) -> Markup:
    terms = [
        tag("div", (tag("dt", term.word), " ", tag("dd", term.meaning))) for term in chapter.terms
    ]
    return joined(tag("h3", chapter.title), tag("dl", terms, "words"))


def _columns() -> Markup:
    rows = [
        tag("tr", [tag("td", cell) for cell in cells])
        for column in COLUMNS
        for cells in [(column.name, "yes" if column.needed else "", column.values, column.meaning)]
    ]
    return listed(_HEADS, rows)
