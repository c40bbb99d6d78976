"""English that a desk officer would write: no document and no page has a word of the list."""

from pathlib import Path
from typing import Final

import pytest

from tests.documents import ROOT
from tests.language import WORDS, Word, of_code, of_document, unwanted

DOCUMENTS: Final = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "data/README.md",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md")),
)
OTHERS_WORDS: Final = {
    "openline/record/header_names.py": "what others call a column",
    "openline/record/vocabulary.py": "what others call a state, an event or a confidence",
    "openline/record/spelling.py": "parts of words that turn a meaning, compared with a file's",
    "openline/intake/month_names.py": "months in two dozen languages",
    "openline/intake/foreign_dates.py": "words of dates in other languages",
}
"""Modules whose strings are words found in files, which are never shown, with what these are."""
MODULES: Final = (
    "dashboard.py",
    *sorted(
        str(path.relative_to(ROOT))
        for folder in ("pages", "openline")
        for path in (ROOT / folder).rglob("*.py")
        if str(path.relative_to(ROOT)) not in OTHERS_WORDS
    ),
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_no_word_of_the_list(name: str) -> None:
    """Each such word is named with its line and with what to say instead."""
    assert unwanted(Path(name), of_document(ROOT / name)) == []


def test_no_string_of_the_code_has_a_word_of_the_list() -> None:
    """Everything that the board or a command can say is in the same English as the documents."""
    assert [found for name in MODULES for found in unwanted(Path(name), of_code(ROOT / name))] == []


def test_modules_of_others_words_are_there() -> None:
    """Each module that is left out exists, and hides no other."""
    assert [name for name in OTHERS_WORDS if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.phrase)
def test_a_planted_word_is_found(word: Word, tmp_path: Path) -> None:
    """It is found in a document and in a string of code, even across a line's end, but never in
    code or docstrings."""
    document = tmp_path / "planted.md"
    phrase = word.phrase.replace(" ", "\n")
    document.write_text(f"# Fine\n\n`{word.phrase}`\n\n{phrase}.\n", encoding="utf-8")
    [found] = unwanted(document, of_document(document))
    assert int(found.removeprefix(f"{document}:").split(":")[0]) >= 5
    module = tmp_path / "planted.py"
    words = (
        f'"""{word.phrase}."""\n\nSAID = "So {word.phrase}."\nTOLD = f"{{SAID}} {word.phrase}"\n'
    )
    module.write_text(words, encoding="utf-8")
    told = unwanted(module, of_code(module))
    assert [each.split(": ")[0] for each in told] == [f"{module}:3", f"{module}:4"]
    assert all(each.endswith(f"say: {word.instead}") for each in [found, *told])
