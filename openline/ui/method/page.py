"""Method: how every figure is made, how to read it, and what the record rests on."""

from typing import Final

import streamlit as st

from openline.analysis.method import METHOD
from openline.analysis.sources import confidence_counts, sources
from openline.sentences.glossary import GLOSSARY, Chapter
from openline.sentences.method import (
    event_sentence,
    method_headline,
    method_sentence,
    precision_sentence,
    sources_sentence,
)
from openline.settings import BUNDLED_FILE
from openline.ui.controls.csv_file import to_download
from openline.ui.controls.places import place
from openline.ui.data.looks import data_path
from openline.ui.frame.frame import close_frame, draw_frame
from openline.ui.frame.share import draw_takeaway
from openline.ui.markup.text import escape, outside_link, rich, tag
from openline.ui.method.provenance import columns_html, confidence_html, sources_html
from openline.ui.method.text import CodeBook, Passage, anchor_of, codebook, passages
from openline.ui.pages import METHOD_PAGE
from openline.ui.scene import Scene

__all__ = ["draw_method"]

_TITLE: Final = ' role="heading" aria-level="1"'
_WORDS: Final = "The words"
_COLUMNS: Final = "The columns of a record"
_SHOWN: Final = "The rows that are shown"
_SOURCES: Final = "Their sources"
_LICENCE: Final = "Licence"
_CODEBOOK: Final = "Codebook of the bundled record"


def draw_method() -> None:
    """Draw the page Method."""
    scene = draw_frame(METHOD_PAGE)
    if scene is not None:
        draw_takeaway(
            scene,
            lambda: to_download(sources(scene.tables.evidence)),
        )
    with place("ol_method_head"):
        st.html(_head())
    chapters = passages()
    book = codebook() if data_path() == BUNDLED_FILE and _saver(scene) is None else None
    with st.container(key="ol_method"):
        with st.container(key="ol_contents"):
            st.html(_contents(chapters, scene, book))
        with st.container(key="ol_chapters"):
            _draw_chapters(chapters)
            _draw_words()
            _draw_record(scene, book)
    close_frame()


def _head() -> str:
    headline = tag("div", rich(method_headline()), "ol-headline", _TITLE)
    sentence = tag("p", rich(method_sentence(METHOD)), "ol-second")
    return tag("div", headline + sentence, "ol-channel-head")


def _contents(chapters: tuple[Passage, ...], scene: Scene | None, book: CodeBook | None) -> str:
    """The table of contents, as markup."""
    formulas = [part.title for part in chapters if part.title]
    record = [_COLUMNS, *([_SHOWN, _SOURCES] if _has_rows(scene) else [])]
    record += [_LICENCE, *([_CODEBOOK] if book else [])]
    groups = (("The formulas", [*formulas, _WORDS]), ("The record", record))
    listed = "".join(
        tag("div", escape(name), "ol-contents-head") + "".join(map(_content, titles))
        for name, titles in groups
    )
    return tag("nav", listed, "ol-contents", ' aria-label="On this page"')


def _content(title: str) -> str:
    extra = f' href="#{anchor_of(title)}" target="_self"'
    return tag("div", tag("a", escape(title), "ol-link", extra))


def _draw_chapters(chapters: tuple[Passage, ...]) -> None:
    for part in chapters:
        if part.title:
            _draw_title(part.title)
        st.markdown(part.text)


def _draw_title(title: str) -> None:
    st.header(title, anchor=anchor_of(title))


def _draw_words() -> None:
    _draw_title(_WORDS)
    st.html("".join(_words(chapter) for chapter in GLOSSARY))


def _words(chapter: Chapter) -> str:
    head = tag("div", escape(chapter.title), "ol-words-head", ' role="heading" aria-level="3"')
    entries = "".join(
        tag("div", tag("dt", escape(item.word)) + tag("dd", escape(item.meaning)))
        for item in chapter.terms
    )
    return head + tag("dl", entries, "ol-words")


def _draw_record(scene: Scene | None, book: CodeBook | None) -> None:
    _draw_title(_COLUMNS)
    st.html(columns_html())
    if scene is not None and _has_rows(scene):
        evidence = scene.tables.evidence
        _draw_title(_SHOWN)
        words = rich(event_sentence(evidence.observations))
        dated = rich(precision_sentence(evidence.observations))
        st.html(
            confidence_html(confidence_counts(evidence)) + tag("p", f"{words} {dated}", "ol-prose")
        )
        _draw_title(_SOURCES)
        found = sources(evidence)
        st.html(tag("p", rich(sources_sentence(found)), "ol-prose") + sources_html(found))
    _draw_title(_LICENCE)
    st.html(tag("p", _licence(scene, book), "ol-prose"))
    if book:
        _draw_codebook(scene, book)


def _has_rows(scene: Scene | None) -> bool:
    return scene is not None and len(scene.tables.evidence.observations) > 0


def _saver(scene: Scene | None) -> str | None:
    """Who saved the record that is shown; None where it is the bundled one, or none at all."""
    revision = scene.shown.revision if scene else None
    return revision.saved_by if revision else None


def _licence(scene: Scene | None, book: CodeBook | None) -> str:
    if book is None:
        saver = _saver(scene)
        origin = f"saved by {saver}" if saver else "put in place of the bundled one"
        return escape(
            f"This record was {origin} and names no licence to the board. "
            "Ask whoever keeps it before you pass it on."
        )
    link = outside_link(book.licence, book.licence_url)
    return (
        f"The bundled record is under {link}: pass it on and change it, and name its source. "
        "The code around it is under the Apache License 2.0."
    )


def _draw_codebook(scene: Scene | None, book: CodeBook) -> None:
    _draw_title(_CODEBOOK)
    if scene is not None and scene.record.digest != book.digest:
        words = "The file was changed after this was written, so that counts may differ."
        st.html(tag("div", words, "ol-note ol-warning"))
    text = "\n\n".join(
        f"### {part.title}\n\n{part.text}" if part.title else part.text for part in book.passages
    )
    st.markdown(text)
