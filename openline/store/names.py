"""Texts that a saver enters: names of records, names of savers, and notes."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from openline.record.names import likeness
from openline.store.problems import StoreError, store_problem

MOST_NAME: Final = 60
"""The most characters of a name, whether a record's or a saver's."""
MOST_FILE_NAME: Final = 200
"""The most characters of a file's name that are kept."""
MOST_NOTE: Final = 1000
"""The most characters that a note may have."""
EDITIONS: Final = "bundled"
"""The name under which the store keeps the editions of the record that comes with the board."""
RESERVED_NAMES: Final = frozenset({EDITIONS})
"""Names with another meaning in an address."""
_MARKS: Final = " -_."
_SCRIPTS: Final = (
    frozenset({"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)
"""Scripts that are written together and have no letters that look alike. Every other script may
only be used alone."""
_OF_ALL: Final = frozenset({"MODIFIER", "FEMININE", "MASCULINE"})
_WIDTHS: Final = frozenset({"FULLWIDTH", "HALFWIDTH"})
_AS_LATIN: Final = str.maketrans(
    "АВЕКМНОРСТХІЈЅҮаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
    "ABEKMHOPCTXIJSYaeopcyxijshdqwABEZHIKMNOPTYXov",
)
"""Letters of other scripts that look like Latin ones."""
_HINT: Final = (
    f"Use up to {MOST_NAME} letters, digits, spaces, hyphens, underscores and dots; "
    "begin with a letter or a digit."
)


def check_name(name: str) -> str:
    """Return a record's name in its one spelling: blanks collapsed, accents composed.

    Raises `StoreError` (`record-name`) if a record cannot have this name.
    """
    clean = _tidy(name)
    if not clean:
        raise _bad_name(name, "A record needs a name.")
    if len(clean) > MOST_NAME:
        raise _bad_name(name, f"The name has {len(clean)} characters.")
    wrong = next((letter for letter in clean if not _fits(letter)), None)
    if wrong is not None:
        raise _bad_name(name, f"A name may not have the character “{wrong}”.")
    if not clean[0].isalnum():
        raise _bad_name(name, f"A name may not begin with “{clean[0]}”.")
    if name_key(clean) in RESERVED_NAMES:
        raise _bad_name(name, f"“{clean}” is reserved for the record that comes with the board.")
    return clean


def check_new_name(name: str, others: Iterable[str]) -> None:
    """Raise `StoreError` (`record-name`) if a name mixes scripts, or looks like one of the
    `others` without being it."""
    scripts = {script for letter in name if (script := _script(letter))}
    if len(scripts) > 1 and not any(scripts <= together for together in _SCRIPTS):
        names = " and ".join(sorted(script.capitalize() for script in scripts))
        raise _bad_name(name, f"The name mixes letters that look alike: {names}.")
    key, looks = name_key(name), _looks(name)
    like = next((one for one in others if _looks(one) == looks and name_key(one) != key), None)
    if like is not None:
        raise _bad_name(name, f"The name looks like that of another record, “{like}”.")


def check_saver(name: str, doing: str = "saves") -> str:
    """Return the name of someone who saves, or does something else, on one line. Raises
    `StoreError` if it is empty or too long."""
    clean = _tidy(name)
    if not clean:
        hint = f"Enter it: the history says who {doing}."
        raise StoreError(store_problem("saver-missing", "Your name is missing.", hint))
    return _short(clean, MOST_NAME, f"The name of who {doing}")


def check_note(note: str) -> str:
    """Return a note on one line. Raises `StoreError` if it is too long."""
    return _short(_tidy(note), MOST_NOTE, "The note")


def check_file_name(name: str) -> str:
    """Return a file's name without folders and on one line. Its end is kept, because it tells the
    type.

    >>> check_file_name("lines/gulf.xlsx")
    'gulf.xlsx'
    """
    return _tidy(re.split(r"[/\\]", name)[-1])[-MOST_FILE_NAME:]


def name_key(name: str) -> str:
    """Return a key that all spellings of a name share: case makes no difference."""
    return unicodedata.normalize("NFC", _tidy(name).casefold())


def _tidy(text: str) -> str:
    """Return a text on one line, trimmed and without control characters."""
    # Category C: controls, halves of surrogate pairs, private characters. None means anything here.
    kept = "".join(one for one in text if one.isspace() or unicodedata.category(one)[0] != "C")
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def _script(letter: str) -> str:
    """Return the script of a letter, "" for one that all scripts use, such as an okina or an
    ordinal."""
    word, *rest = unicodedata.name(letter, "").split(" ")
    is_letter = unicodedata.category(letter).startswith("L") and word not in _OF_ALL
    return (rest[0] if word in _WIDTHS else word) if is_letter else ""


def _looks(name: str) -> str:
    """Return a key that names that look alike share."""
    return likeness(name.translate(_AS_LATIN))


def _fits(letter: str) -> bool:
    return letter in _MARKS or unicodedata.category(letter)[0] in "LMN"


def _short(text: str, most: int, what: str) -> str:
    if len(text) > most:
        message = f"{what} has {len(text):,} characters."
        raise StoreError(store_problem("text-too-long", message, f"Use up to {most:,}."))
    return text


def _bad_name(name: str, message: str) -> StoreError:
    return StoreError(store_problem("record-name", message, _HINT, _tidy(name)[:MOST_NAME]))
