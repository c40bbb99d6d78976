"""What a table is asked for."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Options"]


@dataclass(frozen=True)
class Options:
    """The options of all commands, in one value.

    `carry` is in days, None for unlimited. `confidence` is the weakest grade that is kept, None for
    all. `first` and `second` are the two days of `compare`, which does not look at `as_of`.
    """

    as_of: date
    today: date
    parties: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    confidence: str | None = None
    carry: int | None = None
    min_days: int = 180
    window: int = 365
    closings: bool = False
    by: str | None = None
    until: str = "raised"
    summary: bool = False
    first: date | None = None
    second: date | None = None
    q: str = ""
