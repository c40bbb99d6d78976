"""Counting steps instead of time: the attempts of a regular expression, and the lines that a call
runs.

Steps are the same on every machine, however busy, so that tests can assert their growth. The engine
here backtracks as that of `re` does, without its shortcuts.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import permutations
from types import FrameType
from typing import Any, Final

__all__ = ["Engine", "TooManyStepsError", "lines_run"]

_parser: Final = import_module("re._parser")
_compiler: Final = import_module("re._compiler")
_SINGLE: Final = frozenset({"LITERAL", "NOT_LITERAL", "ANY", "IN"})
_USUAL: Final = " \t\n-.,;:/\\\"'<[(=aA0é\u200d~"
"""Letters of each kind, in addition to those in a pattern."""
_DEEP: Final = 200_000
_Then = Callable[[int], int | None]


class TooManyStepsError(RuntimeError):
    """A count that exceeded its limit."""


class Engine:
    """An engine that matches one pattern against texts, and counts its attempts."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self.nodes, self.flags = _parser.parse(pattern.pattern, pattern.flags), pattern.flags
        self.text, self.most, self.steps = "", 0, 0
        self.known: dict[tuple[int, str], bool] = {}

    def steps_of(self, text: str, most: int, *, is_searched: bool = True) -> int:
        """Return how many steps it takes to match the whole of a text or, if it `is_searched`, to
        find all matches, whichever is more."""
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(_DEEP)
        self.text, self.most, counts = text, most, []
        try:
            ways = (self._match_whole, self._find_all)
            for go in ways if is_searched else ways[:1]:
                self.steps = 0
                go()
                counts.append(self.steps)
        finally:
            sys.setrecursionlimit(before)
        return max(counts)

    def hard_texts(self) -> list[tuple[str, str, str]]:
        """Return beginnings, units to repeat and ends that are hard for the pattern: made from its
        own letters and words, with one letter for all those that it cannot tell apart."""
        singles, words = [], [""]
        for node in _walked(self.nodes):
            is_letter = str(node[0]) == "LITERAL"
            singles += [node] if str(node[0]) in _SINGLE else []
            words[-1:] = [words[-1] + chr(node[1])] if is_letter else [words[-1], ""]
        letters: dict[tuple[bool, ...], str] = {}
        for letter in [*"".join(words), *_USUAL]:
            letters.setdefault(tuple(self.takes(node, letter) for node in singles), letter)
        atoms = [*letters.values(), *dict.fromkeys(word for word in words if len(word) > 1)]
        units = [*atoms, *("".join(pair) for pair in permutations(atoms, 2))]
        begins = [("", unit, end) for unit in units for end in ("", "~")]
        return begins + [(first, unit, "~") for first, unit in permutations(atoms, 2)]

    def _find_all(self) -> None:
        at = 0
        while at <= len(self.text):
            end = self.run(self.nodes, at, lambda end: end)
            at = at + 1 if end is None or end == at else end

    def _match_whole(self) -> None:
        self.run(self.nodes, 0, lambda end: end if end == len(self.text) else None)

    def run(self, nodes: Any, at: int, then: _Then, place: int = 0) -> int | None:
        """Match nodes, beginning with the one at `place`, at position `at` of the text, and then
        what follows."""
        self.step()
        if place == len(nodes):
            return then(at)
        name, found = str(nodes[place][0]), nodes[place][1]
        if name in _SINGLE:
            is_met = at < len(self.text) and self.takes(nodes[place], self.text[at])
            return self.run(nodes, at + 1, then, place + 1) if is_met else None
        return self._other(name, found, at, lambda end: self.run(nodes, end, then, place + 1))

    def step(self) -> None:
        """Count one more step."""
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError(f"more than {self.most:,} steps")

    def takes(self, node: Any, letter: str) -> bool:
        """Return whether a node for one letter matches it."""
        key = id(node), letter
        if key not in self.known:
            self.known[key] = _takes(node, letter, self.flags)
        return self.known[key]

    def _other(self, name: str, found: Any, at: int, rest: _Then) -> int | None:
        if name in ("SUBPATTERN", "BRANCH"):
            ways = found[1] if name == "BRANCH" else [found[-1]]
            ends = (self.run(way, at, rest) for way in ways)
            return next((end for end in ends if end is not None), None)
        if name in ("ASSERT", "ASSERT_NOT"):
            start = at if found[0] > 0 else at - found[1].getwidth()[0]
            end = self.run(found[1], start, lambda end: end) if start >= 0 else None
            return rest(at) if (end is not None) == (name == "ASSERT") else None
        if name == "AT":
            return rest(at) if _stands(str(found), self.text, at) else None
        if name == "ATOMIC_GROUP":
            end = self.run(found, at, lambda end: end)
            return None if end is None else rest(end)
        least, most, item = found
        if len(item) == 1 and str(item[0][0]) in _SINGLE:
            return self._letters(name, (least, most), item[0], at, rest)
        return self._again(name, (least, most), item, at, rest)

    def _letters(
        self, name: str, bounds: tuple[int, int], node: Any, at: int, rest: _Then
    ) -> int | None:
        least, most, end = at + bounds[0], at + bounds[1], at
        while end < min(most, len(self.text)) and self.takes(node, self.text[end]):
            self.step()
            end += 1
        if end < least:
            return None
        if name == "POSSESSIVE_REPEAT":
            return rest(end)
        ways = range(least, end + 1) if name == "MIN_REPEAT" else range(end, least - 1, -1)
        return next((last for way in ways if (last := rest(way)) is not None), None)

    def _again(
        self, name: str, bounds: tuple[int, int], item: Any, at: int, rest: _Then
    ) -> int | None:
        def more(done: int, here: int, then: _Then) -> int | None:
            def again() -> int | None:
                def next_one(end: int) -> int | None:
                    return None if end == here else more(done + 1, end, then)

                return self.run(item, here, next_one) if done < bounds[1] else None

            if done < bounds[0]:
                return again()
            ways = (again, lambda: then(here))
            for way in reversed(ways) if name == "MIN_REPEAT" else ways:
                if (end := way()) is not None:
                    return end
            return None

        if name != "POSSESSIVE_REPEAT":
            return more(0, at, rest)
        end = more(0, at, lambda end: end)
        return None if end is None else rest(end)


def _takes(node: Any, letter: str, flags: int) -> bool:
    state = _parser.State()
    state.flags = flags
    found = _compiler.compile(_parser.SubPattern(state, [node]), flags)
    try:
        return bool(found.fullmatch(letter))
    except TypeError:
        return bool(found.fullmatch(letter.encode("latin-1", "replace")))


@cache
def _stands(code: str, text: str, at: int) -> bool:
    around = {
        "AT_BOUNDARY": r"\b",
        "AT_NON_BOUNDARY": r"\B",
        "AT_BEGINNING": "^",
        "AT_BEGINNING_STRING": r"\A",
        "AT_END": "$",
        "AT_END_STRING": r"\Z",
    }
    return bool(re.compile(around[code]).match(text, at))


def _walked(nodes: Any) -> Iterator[Any]:
    for node in nodes:
        yield node
        found = node[1]
        for part in found if isinstance(found, tuple) else [found]:
            if isinstance(part, list):
                for way in part:
                    yield from _walked(way) if isinstance(way, _parser.SubPattern) else ()
            elif isinstance(part, _parser.SubPattern):
                yield from _walked(part)


def lines_run(call: Callable[[], object], most: int = 20_000_000) -> int:
    """Return how many lines of Python a call runs, including those in functions that it calls."""
    count = 0

    def trace(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        if count > most:
            raise TooManyStepsError(f"more than {most:,} lines")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
