"""Groups of channels: those of one set of parties, of one level, of one kind, and of one party
with any other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from openline.record.columns import KIND, LEVEL, PARTIES, PARTIES_SEPARATOR
from openline.sentences.runs import show_sides
from openline.site.names import hashed_name

NO_PARTIES: Final = "No parties named"
SIDES: Final = "sides"
"""The page that lists all parties one by one, without its suffix."""
_COLUMNS: Final = {LEVEL: "levels", KIND: "kinds"}
"""The columns that group channels, each with its plural."""


@dataclass(frozen=True, slots=True)
class Part:
    """The channels of one set of parties: the parties, "" for none, and the channels' ids."""

    parties: str
    channels: tuple[int, ...]

    @property
    def name(self) -> str:
        """The parties as they are shown."""
        return show_sides(self.parties) or NO_PARTIES

    @property
    def sides(self) -> list[str]:
        """The sides, one by one."""
        return self.parties.split(PARTIES_SEPARATOR)

    @property
    def file(self) -> str:
        """The page of these parties, without its suffix."""
        return f"parties/{hashed_name(self.parties)}"

    @property
    def list_file(self) -> str:
        """The page that lists all their channels if their own page does not, without its suffix."""
        return f"lists/{hashed_name(self.parties)}"


@dataclass(frozen=True, slots=True)
class Group:
    """Channels that share something: its name, the page that lists them, without its suffix, their
    ids, and whether that page exists for another reason."""

    name: str
    file: str
    channels: tuple[int, ...]
    has_page_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to group channels: the words for one group and for several, the page that lists all
    groups, without its suffix, and the groups in order."""

    one: str
    many: str
    file: str
    groups: tuple[Group, ...]

    def largest(self, most: int) -> list[Group]:
        """Return the `most` groups with the most channels."""
        return sorted(self.groups, key=lambda group: (-len(group.channels), group.name))[:most]


def parts_of(status: pd.DataFrame) -> tuple[Part, ...]:
    """Return the sets of parties of a status table, in their order."""
    return tuple(Part(*named) for named in _channels_by(status, PARTIES))


def column_groupings(status: pd.DataFrame) -> list[Grouping]:
    """Return the groups of a status table by level and by kind; a column without values has
    none."""
    return [_by_column(status, column) for column in _COLUMNS if status[column].notna().any()]


def side_grouping(parts: Iterable[Part]) -> Grouping:
    """Return the groups by party, from sets of parties. A party in only one set has that set's
    page."""
    found: dict[str, list[Part]] = {}
    for part in parts:
        for side in dict.fromkeys(part.sides):
            found.setdefault(side, []).append(part)
    groups = [_side(side, ones) for side, ones in sorted(found.items())]
    return Grouping("party", "parties", SIDES, tuple(groups))


def _side(side: str, parts: list[Part]) -> Group:
    channels = tuple(channel for part in parts for channel in part.channels)
    if len(parts) == 1:
        return Group(side, parts[0].file, channels, has_page_elsewhere=True)
    return Group(side, f"{SIDES}/{hashed_name(side)}", channels)


def _by_column(status: pd.DataFrame, column: str) -> Grouping:
    many = _COLUMNS[column]
    groups = [
        Group(name or f"no {column}", f"{many}/{hashed_name(name)}", channels)
        for name, channels in _channels_by(status, column)
    ]
    return Grouping(column, many, many, tuple(groups))


def _channels_by(status: pd.DataFrame, column: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each value of a column, "" for none, with the channels that have it."""
    for name, channels in status.groupby(status[column].fillna(""))["channel_id"]:
        yield str(name), tuple(sorted(channels.tolist()))
