"""Names of months and weekdays, in the languages of sources on channels."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from babel.dates import get_day_names, get_month_names

ENGLISH: Final = "en"
LANGUAGES: Final[Mapping[str, str]] = {
    ENGLISH: "English",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "tr": "Turkish",
    "el": "Greek",
    "sr": "Serbian",
    "sr_Latn": "Serbian (Latin)",
    "hr": "Croatian",
    "bs": "Bosnian",
    "ar": "Arabic",
    "ar_LB": "Arabic (Levant)",
    "fa": "Persian",
    "he": "Hebrew",
    "hi": "Hindi",
    "zh": "Chinese",
    "vi": "Vietnamese",
    "id": "Indonesian",
}
"""The languages, by their CLDR codes. Japanese and Korean write months as numbers, as Chinese
usually does, so they need no names."""
_MORE: Final = {("en", "sept"): 9, ("es", "set"): 9, ("es", "setiembre"): 9, ("pl", "pazdz"): 10}
"""Names in use besides those of CLDR."""


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BESIDE: Final = _each(
    "of the de del den der am le el al di do da d г гг года год р рік року м year"
)
"""Words that occur in dates and do not change them."""
_ORDINALS: Final = _each("st nd rd th er re e eme a o º ª го")
_WIDTHS: Final = ("wide", "abbreviated")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_PREFIXES: Final = ("ב",)
"""What precedes a month's name without a blank: "in" in Hebrew."""


def month_key(word: str) -> str:
    """Return a word for comparing names: without case, accents and a full stop that marks an
    abbreviation."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", plain)).replace("ı", "i")
    return unicodedata.normalize("NFC", bare).rstrip(".׳॰'’")


@lru_cache(maxsize=4_096)
def months_of(word: str) -> Mapping[str, int]:
    """Return which month a word names, by language; empty if it names none.

    >>> months_of("listopad")
    {'pl': 11, 'hr': 10}
    """
    key = month_key(word)
    by_name = _months()
    for prefix in ("", *_PREFIXES):
        if key.startswith(prefix) and (months := by_name.get(key.removeprefix(prefix))):
            return months
    return {}


def is_beside_a_date(word: str) -> bool:
    """Tell whether a word can accompany a date without changing it: a weekday, or one such as
    `de`. A weekday's name that means a month in another language does not count."""
    key = month_key(word)
    return key in _BESIDE or key in _ORDINALS or bool(weekdays_of(word))


@lru_cache(maxsize=4_096)
def weekdays_of(word: str) -> frozenset[int]:
    """Return which weekdays a word names in any of the languages, Monday being 0; none if it names
    a month in one.

    >>> weekdays_of("Thursday"), weekdays_of("mar")
    (frozenset({3}), frozenset())
    """
    return frozenset() if months_of(word) else _weekdays().get(month_key(word), frozenset())


@cache
def _months() -> Mapping[str, Mapping[str, int]]:
    months: dict[str, dict[str, int]] = {}
    for language in LANGUAGES:
        for key, month in _named(language):
            months.setdefault(key, {}).setdefault(language, month)
    for (language, key), month in _MORE.items():
        months.setdefault(key, {})[language] = month
    return months


def _named(language: str) -> Iterator[tuple[str, int]]:
    for width in _WIDTHS:
        for context in ("format", "stand-alone"):
            for month, name in get_month_names(width, context, language).items():
                key = month_key(name)
                if not re.search(r"\d", key):
                    yield key, month


@cache
def _weekdays() -> Mapping[str, frozenset[int]]:
    weekdays: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for width in _WIDTHS:
            for weekday, name in get_day_names(width, "format", language).items():
                weekdays.setdefault(month_key(name), set()).add(weekday)
    return {name: frozenset(some) for name, some in weekdays.items()}
