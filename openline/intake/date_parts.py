"""Dates in several columns: which columns seem to be year, month and day of one date."""

import re
from collections.abc import Mapping
from typing import Final

from openline.intake.choices import Join
from openline.intake.column_texts import Texts
from openline.record.columns import CHANNEL, DATE, END, PARTIES, START
from openline.record.delimited import normal_name

_PARTS: Final = {
    "year": ("years", "year", "yyyy", "yr", "jahr", "annee", "année", "ano", "año", "anno", "rok"),
    "month": ("months", "month", "mth", "mon", "mm", "monat", "mois", "mes", "mese"),
    "day": ("days", "day", "dd", "dy", "tag", "jour", "dia", "día", "giorno"),
}
_WORDS: Final = {word: part for part, words in _PARTS.items() for word in words}


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEGINS: Final = _each("start st begin b from beg starting onset s open opened")
_ENDS: Final = _each("end e to until ending fin stop close closed ended finish")
_CODES: Final = _each(
    "-1 -7 -8 -9 -88 -99 -999 -9999 0 00 0000 88 98 99 999 8888 9999 . ? - -- na n/a n.a. nan nk"
    " unknown unk none null missing"
)
"""Codes by which tables say that a part of a date is not known."""
_MOST_SHARE: Final = 0.8
_SIDES: Final = (("1", "2"), ("a", "b"), ("i", "ii"), ("one", "two"), ("x", "y"))
_FURTHER: Final = {"1": "3456", "a": "cdef", "i": ("iii", "iv"), "one": ("three", "four"), "x": "z"}
"""How the names of further sides end, by how the first side's does."""
_PAIRS: Final = (
    ("sender", "receiver"),
    ("sender", "recipient"),
    ("caller", "callee"),
    ("requester", "responder"),
    ("from_party", "to_party"),
    ("party_from", "party_to"),
    ("from", "to"),
    ("origin", "destination"),
    ("source_country", "target_country"),
    ("from_country", "to_country"),
    ("home", "host"),
    ("sending_country", "receiving_country"),
    ("sending", "receiving"),
    ("country", "partner"),
    ("reporter", "partner"),
    ("initiator", "target"),
)


def find_date_parts(labels: Mapping[str, str], texts: Mapping[str, Texts]) -> dict[str, Join]:
    """Return the dates that columns seem to make together, by the column of the format that each
    would be. `labels` are the columns' names by label, `texts` the columns' contents by name
    (`normal_name`)."""
    groups: dict[str, dict[str, str]] = {}
    for label, name in labels.items():
        part = _part_of(normal_name(name))
        if part is not None and _fits(part[0], texts.get(normal_name(name), {})):
            groups.setdefault(part[1], {}).setdefault(part[0], label)
    joins = {
        of: Join(
            tuple(parts[part] for part in _PARTS if part in parts),
            unknown=_codes(labels, parts, texts),
        )
        for of, parts in groups.items()
        if "year" in parts and len(parts) > 1
    }
    return _named(joins)


def find_pair(labels: Mapping[str, str], texts: Mapping[str, Texts]) -> dict[str, Join]:
    """Return the parties, and a name for the channel, from two columns that seem to be its sides;
    nothing if none seem to be. `labels` are the columns' names by label. The name has "to" between
    the sides if the columns say which comes first."""
    normal = {normal_name(name): label for label, name in labels.items()}
    for one, other in _PAIRS:
        both = {one, other}
        if both <= {*normal} and all(_are_names(texts.get(name, {})) for name in both):
            return _sides_of(normal[one], normal[other], " to ")
    for name, label in normal.items():
        for first, second in _SIDES:
            if name.endswith(first) and (twin := name.removesuffix(first) + second) in normal:
                stem = name.removesuffix(first).strip("_")
                if stem and _part_of(stem) is None:
                    further = [name.removesuffix(first) + side for side in _FURTHER[first]]
                    more = [normal[side] for side in further if side in normal]
                    return _sides_of(label, normal[twin], "–", *more)
    return {}


def _are_names(texts: Texts) -> bool:
    """Tell whether a column's content can be names: numbers and days contain digits."""
    named = sum(rows for text, rows in texts.items() if not any(map(str.isdigit, text)))
    return named >= _MOST_SHARE * sum(texts.values())


def _sides_of(one: str, other: str, between: str, *more: str) -> dict[str, Join]:
    sides = (one, other, *more)
    return {PARTIES: Join(sides, "; "), CHANNEL: Join(sides, between)}


def _part_of(name: str) -> tuple[str, str] | None:
    """Return which part of a date a column's name means, and of which date: `styear` is the year
    of `st`."""
    words = name.split("_")
    for word in words:
        if word in _WORDS:
            return _WORDS[word], "_".join(one for one in words if one != word)
    for word, part in _WORDS.items():
        if len(word) > 2 and len(words) == 1:
            rest = name.removesuffix(word) if name.endswith(word) else name.removeprefix(word)
            if rest != name and (rest in _BEGINS or rest in _ENDS):
                return part, rest
    return None


def _fits(part: str, texts: Texts) -> bool:
    """Tell whether a column's content can be years, months or days."""
    dated = {text: rows for text, rows in texts.items() if text.casefold() not in _CODES}
    good = sum(rows for text, rows in dated.items() if _is_part(part, text))
    return bool(dated) and good >= _MOST_SHARE * sum(dated.values())


def _is_part(part: str, text: str) -> bool:
    plain = text.removesuffix(".0")
    if not re.fullmatch(r"\d{1,4}", plain, re.ASCII):
        return part == "month" and text.isalpha()
    number = int(plain)
    return {
        "year": 1500 <= number <= 2200,
        "month": 1 <= number <= 12,
        "day": 1 <= number <= 31,
    }[part]


def _codes(
    labels: Mapping[str, str], parts: Mapping[str, str], texts: Mapping[str, Texts]
) -> tuple[str, ...]:
    codes = {
        text.casefold()
        for label in parts.values()
        for text in texts.get(normal_name(labels[label]), {})
        if text.casefold() in _CODES
    }
    return tuple(sorted(codes))


def _named(joins: Mapping[str, Join]) -> dict[str, Join]:
    """Return joined dates by the column of the format that each would be."""
    begin = next((of for of in joins if _is_of(of, _BEGINS)), None)
    end = next((of for of in joins if _is_of(of, _ENDS)), None)
    bare = joins.get("")
    if begin is None and bare is not None and end is not None:
        begin = ""
    if begin is not None:
        named = {START: joins[begin]}
        return {**named, END: joins[end]} if end is not None else named
    if end is not None:
        return {END: joins[end]}
    first = bare or next(iter(joins.values()), None)
    return {DATE: first} if first is not None else {}


def _is_of(of: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(of.split("_"))
