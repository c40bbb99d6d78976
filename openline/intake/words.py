"""Words that are none of the format's, and which of them could be meant."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from openline.intake.column_texts import Texts
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


def unknown_words(
    texts: Mapping[str, Texts], known: Mapping[str, Mapping[str, str]]
) -> tuple[UnknownWord, ...]:
    """Return the words of columns with a closed vocabulary that are none of it, case ignored,
    the most frequent of each column first. `texts` are those of the columns by their names, and
    `known` the words that were chosen already."""
    return tuple(
        word
        for column in VOCABULARIES
        for word in _of_column(column, texts.get(column, {}), known.get(column, {}))
    )


def _of_column(column: str, texts: Texts, known: Mapping[str, str]) -> list[UnknownWord]:
    chosen = {word.strip().casefold() for word in known} | {*VOCABULARIES[column]}
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for text, rows in texts.items():
        if text.casefold() not in chosen:
            counts[text.casefold()] += rows
            spelled.setdefault(text.casefold(), text)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        UnknownWord(column, spelled[word], count, proposed_word(column, spelled[word]))
        for word, count in ranked
    ]
