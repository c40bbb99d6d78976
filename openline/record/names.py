"""Names: when two of them are the same. Case and repeated blanks never tell them apart."""

from openline.record.columns import PARTIES_SEPARATOR

__all__ = ["folded", "folded_sides"]


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
