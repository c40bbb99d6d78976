"""Words that explain themselves: on hover, on focus, and to a screen reader.

The word is a button with a dotted underline; its meaning, from the glossary, follows it in the
markup and shows while the pointer or the focus is on the word.
"""

import re

from openline.markup.text import Markup, joined, tag
from openline.sentences.glossary import term_of


def term(word: str, place: str) -> Markup:
    """Return a word of the glossary that explains itself.

    `place` names its place on the page, as a word can occur in several.
    """
    entry = term_of(word)
    name = re.sub(r"[^a-z]+", "-", entry.word.casefold())
    tip = f"ol-tip-{place}-{name}"
    button = tag("button", word, "ol-term", type="button", aria_describedby=tip)
    meaning = tag("span", entry.meaning, "ol-tip", role="tooltip", id=tip)
    return tag("span", button + meaning, "ol-explained")


def with_terms(words: str, place: str, *wanted: str) -> Markup:
    """Return plain words in which the first occurrence of each wanted word explains itself;
    `wanted` is in order of occurrence."""
    parts = [words]
    for word in wanted:
        parts = [*parts[:-1], *_cut(parts[-1], word)]
    return joined(term(part, place) if i % 2 else part for i, part in enumerate(parts))


def _cut(words: str, word: str) -> tuple[str, str, str]:
    """Return the text before a word, the word, and the text after it."""
    match = re.search(rf"\b{re.escape(word)}\b", words)
    if match is None:
        raise ValueError(f"“{word}” is not in “{words}”, or before another wanted word.")
    return words[: match.start()], word, words[match.end() :]
