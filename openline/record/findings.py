"""Findings: problems as they are found. The first 10,000 are listed, the rest only counted,
so that a million broken rows cost no more memory than a million sound ones."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from openline.record.problems import ERROR, Problem

MOST_LISTED: Final = 10_000
"""How many problems are listed; further ones are counted by their code."""


@dataclass(frozen=True)
class Findings:
    """Problems: those that are listed, and how many more there are of each code."""

    listed: tuple[Problem, ...] = ()
    beyond: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def at(cls, code: str, places: Sequence[int], tell: Callable[[int], Problem]) -> "Findings":
        """Return the problems of one kind at places in order; only those listed are told."""
        listed = tuple(map(tell, islice(places, MOST_LISTED)))
        more = len(places) - len(listed)
        return cls(listed, {code: more} if more else {})

    def in_order(self, place: Callable[[Problem], tuple[int, int]]) -> "Findings":
        """Return these by their place, as many as are listed; errors come before warnings
        where not all are, so that none of them is only counted for a warning's sake."""
        by_place = sorted(self.listed, key=place)
        first = sorted(by_place, key=lambda item: item.severity != ERROR)
        kept, left = first[:MOST_LISTED], first[MOST_LISTED:]
        beyond = Counter(self.beyond) + Counter(item.code for item in left)
        return Findings(tuple(sorted(kept, key=place) if left else by_place), dict(beyond))


class Listing:
    """Problems that are found one by one, as a file is gone through."""

    def __init__(self) -> None:
        self._listed: list[Problem] = []
        self._beyond: Counter[str] = Counter()

    def add(self, code: str, tell: Callable[[], Problem]) -> None:
        """List a problem, or count it where enough are listed."""
        if len(self._listed) < MOST_LISTED:
            self._listed.append(tell())
        else:
            self._beyond[code] += 1

    @property
    def findings(self) -> Findings:
        """What was found so far."""
        return Findings(tuple(self._listed), dict(self._beyond))


def merged(parts: Iterable[Findings]) -> Findings:
    """Return the problems of several checks together."""
    listed: list[Problem] = []
    beyond: Counter[str] = Counter()
    for part in parts:
        listed += part.listed
        beyond.update(part.beyond)
    return Findings(tuple(listed), dict(beyond))
