"""The words of the product."""

import pytest

from openline.analysis.openings import CLOSING, OPENING
from openline.record.columns import CONFIDENCES, EVENTS, STATUS_WORDS
from openline.sentences.glossary import GLOSSARY, Term, term_of

TERMS = [term for chapter in GLOSSARY for term in chapter.terms]
OF_THE_CONTRACT = (
    "record",
    "observation",
    "channel",
    "state",
    "unknown",
    "span",
    "as-of day",
    "contact",
    "severance",
    "silence",
    "gap",
    "opening",
    "closing",
    "censored",
)


@pytest.mark.parametrize(
    "word", [*OF_THE_CONTRACT, *STATUS_WORDS, *EVENTS, *CONFIDENCES, *OPENING, *CLOSING]
)
def test_every_word_of_the_vocabularies_is_explained(word: str) -> None:
    """What a table or a page can say is in the glossary."""
    assert term_of(word).word == word


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.word)
def test_a_meaning_is_one_short_sentence(term: Term) -> None:
    """A meaning fits beside the word it explains."""
    assert term.meaning.endswith(".")
    assert ". " not in term.meaning
    assert len(term.meaning) <= 130


def test_a_word_has_one_entry() -> None:
    """No word and no plural of one stands twice."""
    forms = [form for term in TERMS for form in (term.word, f"{term.word}s")]
    assert len(forms) == len(set(forms))


def test_other_forms_lead_to_the_word() -> None:
    """A plural or a capital letter finds the same entry."""
    assert term_of("Severances") is term_of("severance")


def test_a_word_that_is_not_there_is_an_error() -> None:
    """Whoever wants to explain a word has to write its entry first."""
    with pytest.raises(KeyError):
        term_of("entente")
