"""Names: when two of them are the same, when they only look so, and what else a state or an
organisation is called."""

import re
import unicodedata
from typing import Final

from openline.record.columns import PARTIES_SEPARATOR
from openline.record.hidden import without_hidden

_DASHES: Final = re.compile(
    r"[\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\u301c\u3030\ufe58\ufe63\uff0d]"
)
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
"""Letters that Unicode does not take apart."""
_STOPS: Final = re.compile(r"\b(\w)\.(?=\w\b|\s|$|[;,)])")
"""The stops after the single letters of an abbreviation."""
_QUOTES: Final = re.compile(
    r"[\"'`\u00b4\u00ab\u00bb\u02b9-\u02bd\u02c8\u05f3\u05f4\u2018-\u201f\u2032-\u2037"
    r"\u2039\u203a\u300c-\u300f\u301d-\u301f\ua78c]"
)
ALIASES: Final = (
    ("China", "PRC", "People's Republic of China"),
    ("United States", "US", "USA", "U.S.", "U.S.A.", "United States of America"),
    ("United Kingdom", "UK", "U.K.", "Great Britain"),
    ("Russia", "Russian Federation"),
    ("Soviet Union", "USSR"),
    ("North Korea", "DPRK"),
    ("South Korea", "ROK", "Republic of Korea"),
    ("Türkiye", "Turkey"),
    ("Myanmar", "Burma"),
    ("Czechia", "Czech Republic"),
    ("Côte d'Ivoire", "Ivory Coast"),
    ("Democratic Republic of the Congo", "DR Congo", "DRC"),
    ("United Arab Emirates", "UAE"),
    ("Saudi Arabia", "KSA"),
    ("European Union", "EU"),
    ("United Nations", "UN"),
)
"""Names of one and the same, the usual one first."""


def folded(name: str) -> str:
    """Return a name as it is compared: blanks collapsed, case folded."""
    return " ".join(name.split()).casefold()


def folded_sides(parties: object) -> frozenset[str]:
    """Return the sides of parties as they are compared; their order does not matter.

    >>> folded_sides("United States; china") == folded_sides("China;UNITED STATES")
    True
    """
    if not isinstance(parties, str):
        return frozenset()
    return frozenset(folded(side) for side in parties.split(PARTIES_SEPARATOR.strip())) - {""}


def likeness(name: str) -> str:
    """Return what names that look alike have in common: they differ only in case, Unicode
    form, marks that cannot be seen, kinds of dash, apostrophe or quotation mark.

    >>> likeness("L\u2019Aquila\u2013Rome") == likeness("l'aquila-rome")
    True
    """
    # First of all: the form of an accent that stands by itself is a blank and a mark.
    plain = _QUOTES.sub("'", name)
    if not plain.isascii():
        plain = _DASHES.sub("-", unicodedata.normalize("NFKC", without_hidden(plain)))
    # Once more after folding, which may take a letter apart.
    return unicodedata.normalize("NFKC", folded(plain))


def plain_words(text: str) -> str:
    """Return a text as it is searched: without case and accents, its dashes and blanks as one
    blank, and without the stops within an abbreviation.

    >>> plain_words("Türkiye\u2013U.S. talks")
    'turkiye us talks'
    """
    folded_text = text.casefold()
    if not folded_text.isascii():
        apart = unicodedata.normalize("NFKD", folded_text.translate(_LETTERS))
        folded_text = _DASHES.sub("-", "".join(c for c in apart if not unicodedata.combining(c)))
    return " ".join(_STOPS.sub(r"\1", folded_text).replace("-", " ").split())


def names_alike(name: str) -> frozenset[str]:
    """Return all names of what a name stands for, as they are compared; of an unknown one, it.

    >>> sorted(names_alike("PRC"))
    ["people's republic of china", 'china', 'prc']
    """
    key = plain_words(name)
    return next((group for group in _GROUPS if key in group), frozenset({key}))


_GROUPS: Final = tuple(frozenset(map(plain_words, group)) for group in ALIASES)
