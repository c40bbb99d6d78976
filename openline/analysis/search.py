"""Search: the observations in which every word of a query occurs, case and accents ignored; and
which sides typed words mean."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from openline.record.columns import CAUSE, CHANNEL, PARTIES, PARTIES_SEPARATOR, SOURCE, SUMMARY
from openline.record.names import names_alike, plain_words

SEARCHED: Final = (CHANNEL, PARTIES, SUMMARY, SOURCE, CAUSE)
"""The columns in which words are looked for, all of a row together."""
_MOST_NAME_WORDS: Final = 5


def found(rows: pd.DataFrame, query: str) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Mark the rows in which every word of a query occurs in one of `SEARCHED`.

    Another name of a party of these rows stands for the party: `us china`, `PRC`. It finds
    the rows of that party, and those that have this name as a whole word; any other word may
    be within one. A query without words finds all.
    """
    words, names = _asked(plain_words(query), _sides(rows))
    hits = np.ones(len(rows), dtype=bool)
    if not len(rows) or not (words or names):
        return hits
    text = _text(rows)
    for word in words:
        hits[hits] = text[hits].str.contains(word, regex=False).to_numpy(dtype=bool)
    parties = pd.Series(_plain(rows[PARTIES]), dtype="str", index=rows.index)
    for name, group in names:
        hits &= _has_any(parties, group) | _has_any(text, frozenset({name}))
    return hits


def _has_any(
    texts: "pd.Series[str]", names: frozenset[str]
) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Mark the texts in which one of the names is a whole word."""
    either = "|".join(map(re.escape, sorted(names)))
    return texts.str.contains(rf"(?<!\w)(?:{either})(?!\w)").to_numpy(dtype=bool)


def _asked(query: str, sides: frozenset[str]) -> tuple[list[str], list[tuple[str, frozenset[str]]]]:
    """Return the words of a query, and what it calls a party otherwise, with all its names."""
    words, names, left = [], [], query.split()
    while left:
        size, group = _other_name(left, sides)
        if group:
            names.append((" ".join(left[:size]), group))
        else:
            words.append(left[0])
        left = left[size:]
    return list(dict.fromkeys(words)), list(dict.fromkeys(names))


def _other_name(words: list[str], sides: frozenset[str]) -> tuple[int, frozenset[str]]:
    """Return how many of the first words are another name of a side, and all names of it."""
    for size in range(min(_MOST_NAME_WORDS, len(words)), 0, -1):
        name = " ".join(words[:size])
        group = names_alike(name)
        if len(group) > 1 and name not in sides and group & sides:
            return size, group
    return 1, frozenset()


def _sides(rows: pd.DataFrame) -> frozenset[str]:
    parties = rows[PARTIES].dropna().unique()
    return frozenset(
        plain_words(side) for text in parties for side in text.split(PARTIES_SEPARATOR)
    )


def _text(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return what is searched of each row; what several rows have is made plain once."""
    plain = [_plain(rows[name]) for name in SEARCHED]
    joined = [" ".join(parts) for parts in zip(*plain, strict=True)]
    return pd.Series(joined, dtype="str", index=rows.index)


def _plain(column: "pd.Series[str]") -> list[str]:
    codes, texts = pd.factorize(column)
    forms = [*(plain_words(text) for text in texts), ""]
    return [forms[code] for code in codes]


def sides_of_several(sets: Sequence[str]) -> dict[str, int]:
    """Return the sides that are in more than one set of parties, and in how many.

    >>> sides_of_several(["China; India", "China; Japan"])
    {'China': 2}
    """
    number = Counter(side for parties in sets for side in set(parties.split(PARTIES_SEPARATOR)))
    return {side: sets_of for side, sets_of in sorted(number.items()) if sets_of > 1}


def meant(typed: str, sets: Sequence[str]) -> tuple[str, ...]:
    """Return the parties that typed words mean: a side, by any of its names; else the sets with
    the fewest sides among those in which all words occur. Nothing where there are none.

    >>> meant("us china", ["Australia; China", "China; United States"])
    ('China; United States',)
    >>> meant("PRC", ["Australia; China", "China; United States"])
    ('China',)
    """
    names = names_alike(typed)
    sides = dict.fromkeys(side for parties in sets for side in parties.split(PARTIES_SEPARATOR))
    for side in sides:
        if plain_words(side) in names:
            return (side,)
    rows = pd.DataFrame({name: pd.Series([""] * len(sets), dtype="str") for name in SEARCHED})
    rows[PARTIES] = pd.Series(list(sets), dtype="str")
    hits = rows.loc[found(rows, typed.replace(PARTIES_SEPARATOR.strip(), " ")), PARTIES]
    size = hits.str.count(PARTIES_SEPARATOR.strip())
    return tuple(hits[size == size.min()])
