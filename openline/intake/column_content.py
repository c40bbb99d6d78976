"""What a column holds, whatever its name says: whether it can be a given column of the format."""

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final

from openline.intake.choices import DATE_ORDERS
from openline.intake.column_texts import Texts
from openline.intake.date_forms import Ways
from openline.intake.date_spans import read_form
from openline.intake.foreign_dates import says_no_end
from openline.intake.sides import country_names, country_of_code, find_marks, side_key
from openline.record.columns import (
    ACTOR,
    CADENCE_DAYS,
    CHANNEL,
    DATE,
    END,
    PARTIES,
    PARTIES_SEPARATOR,
    SOURCE_URL,
    START,
    STATE,
    STATE_WORDS,
    UNKNOWN,
)
from openline.record.dates import DateRange, parse_date
from openline.record.vocabulary import VOCABULARIES, proposed_word

_LOOKED_AT: Final = 400
"""How many distinct texts of a column are looked at."""
_HALF: Final = 0.5
_FEW: Final = 0.3
_MOST: Final = 0.6
_NEARLY: Final = 0.9
_MOST_WORDS: Final = 25
"""A closed vocabulary has few words; a column with more distinct texts than this is free text."""
_OF_ANYTHING: Final = ("yes", "no", "y", "n", "true", "false")
_LONGEST: Final = 200
_BETWEEN: Final = re.compile(r"[;/,&+|–—-]|\band\b|\bvs?\b")
_NUMBER: Final = re.compile(r"[-+]?\d+(?:[.,]\d+)?", re.ASCII)


def can_be(column: str, texts: Texts) -> bool:
    """Tell whether a column's content suits a column of the format: a column of numbers is not a
    list of parties, and one without a date is not `date`. An empty one suits any."""
    sample = _sample(texts)
    if not sample:
        return True
    if column in VOCABULARIES:
        return fitting_share(column, sample) >= _FEW or (
            len(texts) <= _MOST_WORDS and share_of(sample, _is_number) < _HALF
        )
    if column in (CHANNEL, PARTIES, ACTOR):
        return share_of(sample, lambda text: _is_number(text) or _is_address(text)) < _HALF
    fits = _FITS.get(column)
    return fits is None or _has_share(sample, fits, _HALF)


def holds_several(texts: Texts) -> bool:
    """Tell whether most cells of a column hold several names, joined as the format joins sides."""
    sample = _sample(texts)
    return share_of(sample, _names_several) >= _HALF


def fitting_share(column: str, texts: Texts) -> float:
    """Return the share of rows whose word is in a closed vocabulary, or can mean a word of it."""
    words = VOCABULARIES[column]
    return share_of(
        texts, lambda text: text.casefold() in words or proposed_word(column, text) is not None
    )


def column_by_content(column: str, texts: Mapping[str, Texts]) -> str | None:
    """Return the one column of a file whose cells almost certainly belong in a given column of the
    format: parties, dates, states or addresses. None if no column fits or several do."""
    looks = _LOOKS[column]
    fitting = [name for name, values in texts.items() if values and looks(values)]
    return fitting[0] if len(fitting) == 1 else None


def _looks_like_dates(texts: Texts) -> bool:
    """Tell whether nearly all cells are days. A column of bare numbers holds years, or something
    else."""
    sample = _sample(texts)
    return share_of(sample, _is_number) < _HALF and _has_share(sample, is_date, _NEARLY)


def _looks_like_states(texts: Texts) -> bool:
    """Tell whether most cells have a word that is or can mean a state, and there are few words."""
    is_few = len(texts) <= _MOST_WORDS
    return is_few and fitting_share(STATE, texts) >= _MOST and share_of(texts, says_state) >= _FEW


def says_state(text: str) -> bool:
    """Tell whether a word clearly means a state of a line of contact. "Yes", "no" and "not known"
    do not: they occur in columns of every kind."""
    word = text.casefold()
    own = proposed_word(STATE, text)
    return word in STATE_WORDS or (own not in (None, UNKNOWN) and word not in _OF_ANYTHING)


def _looks_like_parties(texts: Texts) -> bool:
    """Tell whether a column's cells seem to name the sides of a channel: most hold two names
    separated by a mark, and some of the names are known."""
    sample = _sample(texts)
    if not (named := _named(sample)):
        return False  # Looking for marks takes long; it is pointless without names.
    if not (marks := find_marks(sample)):
        return any(";" in text for text in sample) and named >= _HALF
    return sum(mark.rows for mark in marks) >= _HALF * sum(sample.values())


def _names_several(text: str) -> bool:
    names = {side_key(name) for name in text.split(PARTIES_SEPARATOR.strip())} - {""}
    return len(names) > 1 and not any(map(_is_number, names))


def _named(texts: Texts) -> float:
    """Return the share of rows whose text contains the name of a country."""
    names = country_names()

    def names_one(text: str) -> bool:
        sides = _BETWEEN.split(text[:_LONGEST])
        return any(side_key(one) in names or country_of_code(one.strip()) for one in sides)

    return share_of(texts, names_one)


def _sample(texts: Texts) -> Texts:
    return dict(islice(texts.items(), _LOOKED_AT))


def share_of(texts: Texts, fits: Callable[[str], bool]) -> float:
    """Return the share of rows whose text fits, 0 if there are no rows."""
    rows = sum(texts.values())
    return sum(count for text, count in texts.items() if fits(text)) / rows if rows else 0.0


def _has_share(texts: Texts, fits: Callable[[str], bool], share: float) -> bool:
    """Tell whether at least a share of the rows fits; it stops as soon as that is impossible."""
    every = sum(texts.values())
    room = every - share * every
    for text, rows in texts.items():
        room -= 0 if fits(text) else rows
        if room < 0:
            return False
    return True


def is_date(text: str) -> bool:
    """Tell whether a text is a date, in the format's form or in one that can be chosen."""
    own = isinstance(parse_date(text), DateRange)
    return own or any(read_form(text, Ways(order)) is not None for order in DATE_ORDERS)


def _is_address(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://"))


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))


_FITS: Final[Mapping[str, Callable[[str], bool]]] = {
    DATE: is_date,
    START: is_date,
    END: lambda text: is_date(text) or says_no_end(text),
    CADENCE_DAYS: _is_number,
    SOURCE_URL: _is_address,
}

_LOOKS: Final[Mapping[str, Callable[[Texts], bool]]] = {
    PARTIES: _looks_like_parties,
    DATE: _looks_like_dates,
    STATE: _looks_like_states,
    SOURCE_URL: lambda texts: share_of(_sample(texts), _is_address) >= _NEARLY,
}
