"""The closed vocabularies: what other words mean, and what is said of them."""

import pytest

from openline.intake.words import unknown_words
from openline.record.vocabulary import VOCABULARIES, proposed_word, show_list, word_hint
from tests.asking import read

_TURNED = [
    ("state", "not open"),
    ("state", "unopened"),
    ("state", "never severed"),
    ("state", "reserved"),
    ("state", "several"),
    ("state", "served"),
    ("state", "not partial"),
    ("state", "Argentina"),
    ("state", "inoperational"),
    ("state", "un-severed"),
    ("state", "non-operational"),
    ("state", "не открыт"),
    ("state", "x"),
    ("state", "1"),
    ("event", "missed call"),
    ("event", "no contact"),
    ("event", "non-contact"),
    ("event", "contract"),
    ("event", "unchecked"),
    ("event", "not ended"),
    ("event", "exchange of fire"),
    ("state", "open?"),
    ("event", "ended ?"),
    ("confidence", "unconfirmed"),
    ("confidence", "not confirmed"),
    ("confidence", "unreported"),
    ("confidence", "unverified"),
]


@pytest.mark.parametrize(("column", "word"), _TURNED)
def test_what_turns_a_meaning_has_no_proposal(column: str, word: str) -> None:
    """A negation, a prefix or a longer word leads to no word, and the hint lists them all."""
    assert proposed_word(column, word) is None
    words = VOCABULARIES[column]
    assert word_hint(column, word) == f"Write {', '.join(words[:-1])} or {words[-1]}."


@pytest.mark.parametrize(
    ("column", "word", "meant", "hint"),
    [
        ("state", "opne", "open", "Write 'open'."),
        ("state", "Severd", "severed", "Write 'severed'."),
        ("state", "Suspended", "severed", "Write 'severed' if that is what it means."),
        ("state", "not_known", "unknown", "Write 'unknown' if that is what it means."),
        ("event", "Phone  call", "contact", "Write 'contact' if that is what it means."),
        ("state", "half-open", "partial", "Write 'partial' if that is what it means."),
        ("state", "Re-opened", "open", "Write 'open' if that is what it means."),
        ("state", "TRUE", "open", "Write 'open' if that is what it means."),
        ("state", "✔\ufe0f", "open", "Write 'open' if that is what it means."),
        ("state", "#N/A", "unknown", "Write 'unknown' if that is what it means."),
        ("state", "Fermée", "severed", "Write 'severed' if that is what it means."),
        ("state", "Разорвана", "severed", "Write 'severed' if that is what it means."),
        ("state", "중단", "severed", "Write 'severed' if that is what it means."),
        ("event", "chnage", "change", "Write 'change'."),
        ("confidence", "uncertain", "inferred", "Write 'inferred' if that is what it means."),
        ("confidence", "confrimed", "confirmed", "Write 'confirmed'."),
    ],
)
def test_a_plain_word_is_proposed(column: str, word: str, meant: str, hint: str) -> None:
    """Slips are mended; words in use elsewhere are proposed, with the doubt said."""
    assert proposed_word(column, word) == meant
    assert word_hint(column, word) == hint


def test_each_phrase_is_known_once() -> None:
    """A phrase means one word of a column, and none is a word of it already."""
    for column, words in VOCABULARIES.items():
        for word in words:
            assert proposed_word(column, word) in (None, word)


def test_a_check_and_records_say_the_same() -> None:
    """What a check suggests is what Records proposes, for words with a meaning and without."""
    words = ("opne", "Suspended", "not open", "several")
    rows = [f"A,2020,{word},," for word in words]
    problems = read("channel,date,state,event,confidence", *rows).problems
    found = unknown_words({"state": dict.fromkeys(words, 1)}, {})
    proposed = {item.word: item.suggestion for item in found}
    for item in problems:
        if item.code == "state-vocabulary":
            own = proposed[item.value or ""]
            assert (own is None) == ("or" in item.suggestion.split())
            assert own is None or repr(own) in item.suggestion


def test_lists_read_as_sentences() -> None:
    """The last of several words follows an or."""
    assert (
        show_list(("open", "partial", "severed", "unknown")) == "open, partial, severed or unknown"
    )
