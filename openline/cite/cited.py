"""What is cited: a view of a record, or a figure or an observation of it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from openline.analysis.method import METHOD
from openline.record.dates import show_day
from openline.record.hidden import visible

AUTHOR: Final = "Openline contributors"
"""Who is named as the author: whoever maintains the record and the board, together."""
_DIGITS: Final = 12
"""How many digits of a record's hash tell it from others in a citation."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: what it says or is called; the record with its revision, in words; the
    SHA-256 of the record's bytes; the as-of day; the day on which it is cited; and the address
    that shows exactly this again, "" where there is none."""

    title: str
    record: str
    digest: str
    as_of: date
    accessed: date
    link: str = ""

    @property
    def name(self) -> str:
        """The title on one line, without a full stop, and with everything visible."""
        return one_line(self.title).rstrip(".")

    @property
    def version(self) -> str:
        """The record, its bytes, and the date of the formulas, in words."""
        method = show_day(date.fromisoformat(METHOD))
        return (
            f"{one_line(self.record)}, SHA-256 {self.digest[:_DIGITS]}, "
            f"as of {show_day(self.as_of)}, formulas of {method}"
        )

    @property
    def key(self) -> str:
        """What tells this record on this day from others in a list of references."""
        return f"openline-{self.digest[:_DIGITS]}-{self.as_of}"


def one_line(text: str) -> str:
    """Return a text on one line, in which everything can be seen."""
    return visible(" ".join(text.split()))
