"""The words on a saved picture: its source line, and titles that say what it shows."""

from collections.abc import Sequence
from datetime import date

from openline.record.dates import show_day


def source_line(record: str, as_of: date, filters: Sequence[str]) -> str:
    """Say whose record a picture is drawn from, as of which day, and what is left out of it."""
    return " · ".join([f"Source: Openline, {record}", f"as of {show_day(as_of)}", *filters])
