"""The page Gaps under test: its script, and a record with severances."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from tests.screen import csv_text

__all__ = ["COLUMNS", "PAGE_GAPS", "cuts"]

PAGE_GAPS: Final = "pages/gaps.py"
COLUMNS: Final = ("channel", "parties", "level", "date", "event", "state", "cause", "source_url")
_FIRST: Final = date(2020, 1, 1)


def cuts(lengths: Sequence[int], ongoing: int = 0, cause: str = "Visit") -> str:
    """Return a record of channels severed on 1 Jan 2020, each open again after so many days,
    and more that still are severed."""
    rows: list[tuple[str, ...]] = []
    for i in range(len(lengths) + ongoing):
        name = (f"Line {i}", "A; B", "military")
        rows.append((*name, str(_FIRST), "", "severed", cause, f"https://example.org/{i}"))
        if i < len(lengths):
            rows.append((*name, str(_FIRST + timedelta(lengths[i])), "", "open"))
    return csv_text(rows, COLUMNS)
