"""Names of channels and parties: those that look alike, are with parties and without, are
joined to one, or are too long."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from openline.record.columns import CHANNEL, PARTIES, PARTIES_SEPARATOR
from openline.record.hidden import without_hidden
from openline.record.names import folded, likeness
from openline.record.problems import Findings, Listing, Problem, problem, short

LONGEST_NAME: Final = 500
"""The most letters of a name."""
NAME_CODES: Final = frozenset({"names-alike", "parties-missing", "parties-joined"})
"""The problems that compare names of different channels."""
_JOINTS: Final = (
    re.compile(r" ?[\u2012-\u2015\u2212] ?"),
    re.compile(r" ?[-\u2010\u2011] ?"),
    re.compile(r" ?[/\uff0f] ?"),
    re.compile(r" ?[,\u3001\uff0c] ?(?:(?:and|&) )?| (?:and|&) ", re.IGNORECASE),
    re.compile(r" (?:vs?\.?|versus|with|und|et|y|e|i|и|і|та) |[与和與及]|과 |와 ", re.IGNORECASE),
    re.compile(r" ?[&+|·・×↔⇄\uff06] ?| x ", re.IGNORECASE),
)
"""What may be between two names in one, each kind by itself."""


class Named(NamedTuple):
    """The first row that names a channel: its line, its names, and these as written."""

    line: int
    parties: str
    channel: str
    written_parties: str | None
    written_channel: str


def check_names(named: Sequence[Named]) -> Findings:
    """Warn of names that are probably one and count as several, each at the first row that
    has it; `named` are the first rows of all channels, in order of their lines."""
    listing = Listing()
    for code, tell in chain(_alike(named), _missing(named), _joined(named)):
        listing.add(code, tell)
    return listing.findings


def check_lengths(
    channels: pd.Series, parties: pd.Series, lines: np.ndarray
) -> tuple[np.ndarray, Findings]:
    """Return which rows have a name of a channel or party that is too long, and the problems."""
    masks = {name: _is_long(column) for name, column in ((CHANNEL, channels), (PARTIES, parties))}

    def tell(row: int) -> Problem:
        column = CHANNEL if masks[CHANNEL][row] else PARTIES
        name = (channels if column == CHANNEL else parties).iloc[row]
        message = f"A name in the cell has more than {LONGEST_NAME} characters: {short(name)}"
        hint = "Shorten the name; the rest belongs in the summary."
        return problem("name-too-long", int(lines[row]), column, short(name), message + ".", hint)

    long = masks[CHANNEL] | masks[PARTIES]
    return long, Findings.at("name-too-long", np.flatnonzero(long).tolist(), tell)


def _is_long(column: pd.Series) -> np.ndarray:
    codes, uniques = pd.factorize(column)
    long = [max(map(len, text.split(PARTIES_SEPARATOR))) > LONGEST_NAME for text in uniques]
    return np.array([*long, False], dtype=bool)[codes]


_Told: TypeAlias = Iterator[tuple[str, Callable[[], Problem]]]


def _alike(named: Sequence[Named]) -> _Told:
    """Yield the sides, and the channels of parties that look alike, that look like an earlier
    one."""
    first: dict[tuple[str, ...], str] = {}
    seen: set[tuple[str, ...]] = set()
    for row in named:
        among = likeness(row.parties)
        names = [(PARTIES, (), side) for side in _sides(row)] + [(CHANNEL, (among,), row.channel)]
        for column, within, name in names:
            key = (column, *within, likeness(name))
            like = first.setdefault(key, name)
            if like != name and (*key, name) not in seen:
                seen.add((*key, name))
                yield "names-alike", partial(_tell_alike, row, column, name, like)


def _tell_alike(row: Named, column: str, name: str, like: str) -> Problem:
    written = row.written_channel if column == CHANNEL else row.written_parties
    message = (
        f"{short(name)!r} differs from {short(like)!r} only in {_difference(name, like)}"
        " and counts as a different name."
    )
    hint = "Spell the name the same way in all rows if both are the same."
    return problem("names-alike", row.line, column, written, message, hint)


def _difference(name: str, like: str) -> str:
    """Return in what two names differ that look alike: the last of what it takes to see it."""
    steps: tuple[tuple[Callable[[str], str], str], ...] = (
        (folded, "case"),
        (partial(unicodedata.normalize, "NFKC"), "the form of its letters"),
        (without_hidden, "characters that cannot be seen"),
    )
    for change, what in steps:
        name, like = change(name), change(like)
        if name == like:
            return what
    return "a dash, an apostrophe or a quotation mark"


def _missing(named: Sequence[Named]) -> _Told:
    """Yield the channels that appear both with parties and without, at the later of the two."""
    first: dict[str, Named] = {}
    seen: set[str] = set()
    for row in named:
        other = first.setdefault(row.channel, row)
        if bool(other.parties) != bool(row.parties) and row.channel not in seen:
            seen.add(row.channel)
            yield "parties-missing", partial(_tell_missing, row, other)


def _tell_missing(row: Named, other: Named) -> Problem:
    having, lacking = (row, other) if row.parties else (other, row)
    message = (
        f"{short(row.channel)} has no parties in line {lacking.line:,}, but in line"
        f" {having.line:,} it has {short(having.parties)}; these count as two channels."
    )
    hint = "Write the parties in every row of a channel that has them."
    return problem("parties-missing", row.line, PARTIES, row.written_parties, message, hint)


def _joined(named: Sequence[Named]) -> _Told:
    """Yield the parties of one name that is made of names which the file has apart."""
    apart = {likeness(side) for row in named for side in _sides(row)}
    seen: set[str] = set()
    for row in named:
        if row.parties in seen or PARTIES_SEPARATOR in row.parties:
            continue
        seen.add(row.parties)
        for joint in _JOINTS:
            parts = [part for part in joint.split(row.parties) if part]
            if len(parts) > 1 and all(likeness(part) in apart for part in parts):
                yield "parties-joined", partial(_tell_joined, row, parts)
                break


def _tell_joined(row: Named, parts: list[str]) -> Problem:
    apart = PARTIES_SEPARATOR.join(sorted(parts))
    message = (
        f"{short(row.parties)!r} is one name here; the file also has {short(apart)} separately."
    )
    hint = f"Write {short(apart)!r} if these are the sides."
    return problem("parties-joined", row.line, PARTIES, row.written_parties, message, hint)


def _sides(row: Named) -> list[str]:
    return row.parties.split(PARTIES_SEPARATOR) if row.parties else []
