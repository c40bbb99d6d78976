"""Words that are none of the format's, and which of them could be meant."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from openline.record.problems import Problem
from openline.record.vocabulary import VOCABULARIES, proposed_word

__all__ = ["UnknownWord", "unknown_words"]


@dataclass(frozen=True)
class UnknownWord:
    """A word of a column that is none of the format's: how many rows have it, and which of
    the format's words could be meant, None where none comes near."""

    column: str
    word: str
    count: int
    suggestion: str | None


def unknown_words(problems: Iterable[Problem]) -> tuple[UnknownWord, ...]:
    """Return the words that a record's problems name, case ignored, the most frequent of
    each column first."""
    counts: Counter[tuple[str, str]] = Counter()
    spelled: dict[tuple[str, str], str] = {}
    for item in problems:
        column, word = item.column or "", item.value or ""
        if item.code != f"{column}-vocabulary" or word.casefold() in VOCABULARIES[column]:
            continue
        key = column, word.casefold()
        counts[key] += 1
        spelled.setdefault(key, word)
    order = list(VOCABULARIES)
    ranked = sorted(counts.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0]))
    return tuple(
        UnknownWord(column, spelled[column, word], count, proposed_word(column, word))
        for (column, word), count in ranked
    )
