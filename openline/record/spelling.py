"""Spelling: whether a word is another one with a slip of the hand, and not a word of its own."""

from typing import Final

_LONG: Final = 8
"""From so many letters on, two slips are taken for one word."""
_LIKE: Final = (
    "chance charge charnel cheek chick chuck clause confided confined conformed contract dare data"
    " dated ender even evert incurred inhered interned interred kin king lever levee omen opec oven"
    " overturn oxen panties parities recusal repeated reporter reposted reputed rerouted resorted"
    " retorted severe severer skate slate stage stake stale stare states summery"
)
_OWN_WORDS: Final = frozenset(_LIKE.split())
"""English words that are one or two letters away from one of the format's and mean another."""
_REMARKS: Final = frozenset("?*†‡#!~")
"""Marks that say something of a word: who writes `open?` doubts it."""


def is_slip(word: str, meant: str) -> bool:
    """Tell whether a word is another one with letters that are wrong, lost, doubled or
    swapped: one of them, in a long word two.

    A slip leaves the first letter, or swaps it with the second: what is before a word
    (`unopened`, `reserved`) turns its meaning. Words of the language are not slips, nor are marks
    that say something of a word (`open?`).

    >>> is_slip("opne", "open"), is_slip("severd", "severed"), is_slip("several", "severed")
    (True, True, False)
    """
    most = 2 if len(meant) >= _LONG else 1
    if len(word) < 3 or abs(len(word) - len(meant)) > most:
        return False
    if word in _OWN_WORDS or not _REMARKS.isdisjoint(word):
        return False
    if word[0] != meant[0] and word[:2] != meant[1::-1]:
        return False
    return _distance(word, meant) <= most


def _distance(word: str, other: str) -> int:
    """Return how many letters have to be changed, added, removed or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, mark in enumerate(word, start=1):
        last, before, row = before, row, [i]
        for j, mark_of_other in enumerate(other, start=1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (mark != mark_of_other))
            swapped = i > 1 and j > 1 and mark == other[j - 2] and word[i - 2] == mark_of_other
            row.append(min(least, last[j - 2] + 1) if swapped else least)
    return row[-1]
