"""The sets of parties that a site has a page for."""

from dataclasses import dataclass
from typing import Final

from openline.record.columns import PARTIES_SEPARATOR
from openline.sentences.runs import show_sides
from openline.site.names import hashed_name

NO_PARTIES: Final = "No parties named"


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
        """The page of these parties, without its end."""
        return f"parties/{hashed_name(self.parties)}"

    @property
    def list_file(self) -> str:
        """The page that lists all its channels, where its own has not all, without its end."""
        return f"lists/{hashed_name(self.parties)}"
