"""Method: how every figure is made, how to read it, and what the record rests on. Besides its own
words, it shows `docs/method.md`, in chapters, and the bundled codebook.

Both are the project's own text and can be read as Markdown. Nothing from a record is.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from openline.analysis.method import METHOD
from openline.analysis.sources import confidence_counts, sources
from openline.markup.links import outside_link
from openline.markup.text import Child, Markup, joined, rich, tag
from openline.markup.written import Passage, anchor_of, split_passages
from openline.sentences.glossary import GLOSSARY, Chapter
from openline.sentences.method import (
    COLUMNS_TITLE,
    WORDS_TITLE,
    event_sentence,
    method_headline,
    method_sentence,
    precision_sentence,
    sources_sentence,
)
from openline.settings import BUNDLED_FILE, METHOD_FILE, ROOT
from openline.ui.controls.csv_file import to_download
from openline.ui.controls.places import place
from openline.ui.data.looks import data_path
from openline.ui.frame.frame import draw_frame
from openline.ui.frame.share import draw_foot, draw_share
from openline.ui.markup.headings import page_head
from openline.ui.markup.links import anchor_link
from openline.ui.markup.text import draw
from openline.ui.method.provenance import columns_html, confidence_html, sources_html
from openline.ui.pages import METHOD_PAGE
from openline.ui.scene import Scene

_SHOWN: Final = "The rows that are shown"
_SOURCES: Final = "Their sources"
_LICENCE: Final = "Licence"
_CODEBOOK: Final = "Codebook of the bundled record"
_BOOK_FILE: Final = ROOT / "data" / "README.md"
_PACKAGE: Final = ROOT / "data" / "datapackage.json"
_OWN_LICENCE: Final = "(LICENSE)"


@dataclass(frozen=True, slots=True)
class CodeBook:
    """The codebook of the bundled record: its passages, the name and address of the licence, and
    the SHA-256 of the edition that it describes."""

    passages: tuple[Passage, ...]
    licence: str
    licence_url: str
    digest: str


def draw_method() -> None:
    """Draw the page Method."""
    scene = draw_frame(METHOD_PAGE)
    if scene is not None:
        draw_share(scene, lambda: to_download(sources(scene.tables.evidence)))
    with place("ol_method_head"):
        draw(page_head(rich(method_headline()), rich(method_sentence(METHOD))))
    chapters = passages()
    book = codebook() if data_path() == BUNDLED_FILE and _saver(scene) is None else None
    with st.container(key="ol_method"):
        with st.container(key="ol_contents"):
            draw(_contents(chapters, scene, book))
        with st.container(key="ol_chapters"):
            _draw_chapters(chapters)
            _draw_words()
            _draw_record(scene, book)
    if scene is not None:
        draw_foot(scene)


def _contents(chapters: tuple[Passage, ...], scene: Scene | None, book: CodeBook | None) -> Markup:
    formulas = [part.title for part in chapters if part.title]
    record = [COLUMNS_TITLE, *([_SHOWN, _SOURCES] if _has_rows(scene) else [])]
    record += [_LICENCE, *([_CODEBOOK] if book else [])]
    groups = (("The formulas", [*formulas, WORDS_TITLE]), ("The record", record))
    listed = []
    for name, titles in groups:
        listed.append(tag("div", name, "ol-contents-head"))
        listed += [tag("div", anchor_link(title, anchor_of(title))) for title in titles]
    return tag("nav", listed, "ol-contents", aria_label="On this page")


def _draw_chapters(chapters: tuple[Passage, ...]) -> None:
    for part in chapters:
        if part.title:
            _draw_title(part.title)
        st.markdown(part.text)


def _draw_title(title: str) -> None:
    st.header(title, anchor=anchor_of(title))


def _draw_words() -> None:
    _draw_title(WORDS_TITLE)
    draw(joined(_words(chapter) for chapter in GLOSSARY))


def _words(chapter: Chapter) -> Markup:
    head = tag("div", chapter.title, "ol-words-head", role="heading", aria_level=3)
    entries = (
        tag("div", (tag("dt", item.word), tag("dd", item.meaning))) for item in chapter.terms
    )
    return head + tag("dl", entries, "ol-words")


def _draw_record(scene: Scene | None, book: CodeBook | None) -> None:
    _draw_title(COLUMNS_TITLE)
    draw(columns_html())
    if scene is not None and _has_rows(scene):
        evidence = scene.tables.evidence
        _draw_title(_SHOWN)
        words = rich(event_sentence(evidence.observations))
        dated = rich(precision_sentence(evidence.observations))
        words_html = tag("p", (words, " ", dated), "ol-prose")
        draw(confidence_html(confidence_counts(evidence)) + words_html)
        _draw_title(_SOURCES)
        listed = sources(evidence)
        draw(tag("p", rich(sources_sentence(listed)), "ol-prose") + sources_html(listed))
    _draw_title(_LICENCE)
    draw(tag("p", _licence(scene, book), "ol-prose"))
    if book:
        _draw_codebook(scene, book)


def _has_rows(scene: Scene | None) -> bool:
    return scene is not None and len(scene.tables.evidence.observations) > 0


def _saver(scene: Scene | None) -> str | None:
    """Return who saved the record shown; None where it is the bundled one, or there is none."""
    revision = scene.shown.revision if scene else None
    return revision.saved_by if revision else None


def _licence(scene: Scene | None, book: CodeBook | None) -> Child:
    if book is None:
        saver = _saver(scene)
        origin = f"saved by {saver}" if saver else "put in place of the bundled one"
        return (
            f"This record was {origin}, and the board knows of no licence for it. "
            "Ask whoever maintains it before you pass it on."
        )
    link = outside_link(book.licence, book.licence_url)
    terms = ": pass it on and change it, and name its source. "
    code = "The code around it is under the Apache License 2.0."
    return "The bundled record is under ", link, terms + code


def _draw_codebook(scene: Scene | None, book: CodeBook) -> None:
    _draw_title(_CODEBOOK)
    if scene is not None and scene.record.digest != book.digest:
        words = "The file has changed since this was written, so counts may differ."
        draw(tag("div", words, "ol-note ol-warning"))
    text = "\n\n".join(
        f"### {part.title}\n\n{part.text}" if part.title else part.text for part in book.passages
    )
    st.markdown(text)


def passages() -> tuple[Passage, ...]:
    """Return the chapters of the method in their order."""
    return split_passages(METHOD_FILE.read_text(encoding="utf-8"))


def codebook() -> CodeBook:
    """Return the codebook of the bundled record."""
    package: Any = json.loads(_PACKAGE.read_text(encoding="utf-8"))
    licence = package["licenses"][0]
    text = _BOOK_FILE.read_text(encoding="utf-8").replace(_OWN_LICENCE, f"({licence['path']})")
    digest = package["resources"][0]["hash"].removeprefix("sha256:")
    return CodeBook(split_passages(text), licence["title"], licence["path"], digest)
