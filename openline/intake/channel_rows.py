"""The rows of a file by the channel that they name, and where each channel is first named."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from openline.intake.source import Source
from openline.intake.written_rows import Row
from openline.record.columns import CHANNEL, PARTIES
from openline.record.delimited import normal_name
from openline.record.name_checks import Named, check_names
from openline.record.problems import Findings
from openline.record.values import collapse_blanks, sort_parties

Key: TypeAlias = tuple[str, str]
"""A channel: its parties and its name in the record's form, "" where it has none."""
_NOWHERE: Final = sys.maxsize
"""The place of a column that the file lacks, beyond the cells of any row."""


@dataclass(frozen=True)
class ChannelRows:
    """By channel, the lines of a file's rows with content; `firsts`, the rows that first name each
    channel, in line order; and the channel of each pair of names as written."""

    lines: Mapping[Key, Sequence[int]]
    firsts: tuple[Named, ...]
    keys: Mapping[tuple[str, str], Key]

    @classmethod
    def of(cls, source: Source, lines: Iterable[int] | None = None) -> "ChannelRows":
        """Return the rows of a file below its header, or those on given lines in their order."""
        rows = source.rows if lines is None else map(source.row_at, lines)
        pairs: dict[tuple[str, str], list[int]] = {}
        places = _places(source)
        for row in rows:
            if row is not None and row.line > source.header.line and "".join(row.cells).strip():
                pairs.setdefault(_pair(row, places), []).append(row.line)
        names = _names([*pairs])
        keys = dict(zip(pairs, _keys(names), strict=True))
        lines_of: dict[Key, list[int]] = {}
        for pair, pair_lines in pairs.items():
            lines_of.setdefault(keys[pair], []).extend(pair_lines)
        begun = [pair_lines[0] for pair_lines in pairs.values()]
        return cls(lines_of, _firsts(names, [*keys.values()], begun), keys)

    def keys_of(self, source: Source, lines: Iterable[int]) -> set[Key]:
        """Return the channels of some rows of the same file."""
        places = _places(source)
        rows = (source.row_at(line) for line in lines)
        pairs = {_pair(row, places) for row in rows if row is not None}
        return {self.keys[pair] for pair in pairs if pair in self.keys}

    def __len__(self) -> int:
        return sum(map(len, self.lines.values()))


def name_problems(firsts: Iterable[Named]) -> Findings:
    """Return the warnings about names across channels, given every channel's first row."""
    return check_names(sorted(firsts, key=lambda first: first.line))


def _places(source: Source) -> tuple[int, int]:
    names = [normal_name(cell) for cell in source.header.cells]
    parties, channel = (names.index(n) if n in names else _NOWHERE for n in (PARTIES, CHANNEL))
    return parties, channel


def _pair(row: Row, places: tuple[int, int]) -> tuple[str, str]:
    parties, channel = places
    cells, beyond = row.cells, len(row.cells)
    return cells[parties] if parties < beyond else "", cells[channel] if channel < beyond else ""


def _names(pairs: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return names as written, trimmed as the reader trims them; none is missing."""
    frame = pd.DataFrame(index=range(len(pairs)))
    for place, name in enumerate((PARTIES, CHANNEL)):
        text = pa.array([pair[place] for pair in pairs], pa.large_string())
        text = pc.utf8_trim_whitespace(text)
        frame[name] = pd.array(pc.if_else(pc.equal(text, ""), None, text), dtype="str")
    return frame


def _keys(names: pd.DataFrame) -> list[Key]:
    parties = sort_parties(names[PARTIES]).fillna("").tolist()
    channels = collapse_blanks(names[CHANNEL]).fillna("").tolist()
    return list(zip(parties, channels, strict=True))


def _firsts(names: pd.DataFrame, keys: Sequence[Key], lines: Sequence[int]) -> tuple[Named, ...]:
    firsts: dict[Key, Named] = {}
    named = names[CHANNEL].notna().tolist()
    written = zip(names[PARTIES].tolist(), names[CHANNEL].tolist(), strict=True)
    for is_named, key, line, (parties, channel) in zip(named, keys, lines, written, strict=True):
        if is_named:
            given = parties if isinstance(parties, str) else None
            firsts.setdefault(key, Named(line, *key, given, channel))
    return tuple(firsts.values())
