"""Parties as a list offers them, so that typing finds them.

The list is searched by the letters that are typed, in their order. A space on both sides of
the dash lets a space stand for it; a hyphen, which keyboards have, becomes the dash.
"""

from typing import Final

from openline.record.columns import PARTIES_SEPARATOR

__all__ = ["listed_sides"]

_JOINT: Final = " – "


def listed_sides(parties: str) -> str:
    """Return parties as the list of them has them.

    >>> listed_sides("China; United States")
    'China – United States'
    """
    return parties.replace(PARTIES_SEPARATOR, _JOINT)
