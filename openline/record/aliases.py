"""Other names of states and organisations: the one table of them.

A name stands in one group alone: what is ambiguous, such as ROC, is left out.
"""

from typing import Final

from openline.record.names import plain_words

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


def names_alike(name: str) -> frozenset[str]:
    """Return all names of what a name stands for, as they are compared; of an unknown one, it.

    >>> sorted(names_alike("PRC"))
    ["people's republic of china", 'china', 'prc']
    """
    key = plain_words(name)
    return next((group for group in _GROUPS if key in group), frozenset({key}))


_GROUPS: Final = tuple(frozenset(map(plain_words, group)) for group in ALIASES)
