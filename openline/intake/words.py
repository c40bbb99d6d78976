"""Words outside the format's vocabularies, and which words of these they could mean."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openline.intake.column_texts import Texts
from openline.record.spelling import is_slip
from openline.record.vocabulary import VOCABULARIES, proposed_word

_MOST_SLIPS: Final = 100
"""More words than this are not a vocabulary, so no slips are looked for."""


@dataclass(frozen=True)
class UnknownWord:
    """A word of a column that is not the format's: how many rows have it, and which of the
    format's words it could mean, None if none is close."""

    column: str
    word: str
    count: int
    suggestion: str | None


def unknown_words(
    texts: Mapping[str, Texts], decided: Mapping[str, Mapping[str, str]]
) -> tuple[UnknownWord, ...]:
    """Return the words of columns with a closed vocabulary that are not in it, case ignored, each
    column's most frequent first. `texts` are the columns' texts by name, and `decided` the words
    whose meaning was already chosen."""
    return tuple(
        word
        for column in VOCABULARIES
        for word in _of_column(column, texts.get(column, {}), decided.get(column, {}))
    )


def _of_column(column: str, texts: Texts, decided: Mapping[str, str]) -> list[UnknownWord]:
    chosen = {word.strip().casefold(): own for word, own in decided.items()}
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for text, rows in texts.items():
        counts[text.casefold()] += rows
        spelled.setdefault(text.casefold(), text)
    own_words = {word: word for word in VOCABULARIES[column]}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    meant = {word: proposed_word(column, word) for word, _ in ranked} | own_words | chosen
    asked = [(word, rows) for word, rows in ranked if word not in own_words | chosen]
    if len(asked) <= _MOST_SLIPS:
        meant |= {word: meant[word] or _slip(word, counts, meant) for word, _ in asked}
    return [UnknownWord(column, spelled[word], rows, meant[word]) for word, rows in asked]


def _slip(word: str, counts: Mapping[str, int], meant: Mapping[str, str | None]) -> str | None:
    """Return the meaning of a word that is a slip of another word of the column, if that one has
    more rows and its own meaning is plain; None if there is none."""
    more = (other for other, rows in counts.items() if rows > counts[word] and meant[other])
    return next((meant[other] for other in more if is_slip(word, other)), None)
