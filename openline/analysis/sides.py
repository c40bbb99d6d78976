"""Sides: who stands in the sets of parties of a record, and which of them typed words mean."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from openline.analysis.search import SEARCHED, found
from openline.record.columns import PARTIES, PARTIES_SEPARATOR
from openline.record.names import names_alike, plain_words


def sides_of_several(sets: Sequence[str]) -> dict[str, int]:
    """Return the sides that stand in more than one set of parties, and in how many.

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
