"""Words that explain themselves: on hover, on focus, and to a screen reader.

The word is a button with a dotted line under it; its meaning, taken from the glossary, stands
beside it in the markup and is shown while the pointer or the focus is on it.
"""

import re

from openline.markup.text import Markup, joined, tag
from openline.sentences.glossary import term_of


def term(word: str, place: str) -> Markup:
    """Return a word of the glossary that explains itself.

    `place` names where on the page it stands: a word may stand in several places.
    """
    entry = term_of(word)
    name = re.sub(r"[^a-z]+", "-", entry.word.casefold())
    tip = f"ol-tip-{place}-{name}"
    button = tag("button", word, "ol-term", type="button", aria_describedby=tip)
    meaning = tag("span", entry.meaning, "ol-tip", role="tooltip", id=tip)
    return tag("span", button + meaning, "ol-explained")


def with_terms(words: str, place: str, *wanted: str) -> Markup:
    """Return plain words, the first of each wanted word explaining itself;
    they are named in their order."""
    parts = [words]
    for word in wanted:
        parts = [*parts[:-1], *_cut(parts[-1], word)]
    return joined(term(part, place) if i % 2 else part for i, part in enumerate(parts))


def _cut(words: str, word: str) -> tuple[str, str, str]:
    """Return what stands before a word, the word, and what stands after it."""
    match = re.search(rf"\b{re.escape(word)}\b", words)
    if match is None:
        raise ValueError(f"“{word}” is not in “{words}”, or before another wanted word.")
    return words[: match.start()], word, words[match.end() :]
