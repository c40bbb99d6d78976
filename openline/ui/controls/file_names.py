"""The names of downloaded files: they give the record, the view and the day."""

import re
import unicodedata
from datetime import date
from typing import Final

from openline.analysis.method import METHOD
from openline.view.view import View

_MOST: Final = 60
"""The most characters for the names of filters."""
_NUMBERS: Final = ("carry", "range", "page", "min_days", "window")
_SETTINGS: Final = ("fresh", *_NUMBERS, "by", "until", "from", "to")
_DRAWN: Final = ("range", "page")
"""Settings of the figure; most tables hold all years and pages."""
_NAMES: Final = ("parties", "level", "kind", "channel", "confidence")


def file_name(
    page: str, part: str, view: View, as_of: date, suffix: str, drawn: bool = True
) -> str:
    """Return the name of a file that holds a part of a page.

    It gives the record and any named revision, the page, the part, the filters and settings that
    differ from the defaults, the day, and the date of the method, using only letters of any script,
    digits and hyphens. `drawn`: whether the file holds only the years and the page drawn; if not,
    the name leaves them out.

    >>> file_name("Status", "timeline", View(level=("military",)), date(2023, 10, 5), ".svg")
    'openline_bundled_status-timeline_military_2023-10-05_method-2026-11-29.svg'
    """
    query = view.to_query()
    names = [query[name] for name in _NAMES if name in query]
    given_settings = [name for name in _SETTINGS if drawn or name not in _DRAWN]
    settings = [f"{name} {query[name]}" for name in given_settings if name in query]
    chosen = _slug(" ".join([*map(_joined, names), *settings]))
    record, _, revision = view.record.partition("@")
    number = f"revision-{revision}" if revision else ""
    parts = ("openline", _slug(record), number, _slug(f"{page} {part}"), chosen)
    days = (as_of.isoformat(), f"method-{METHOD}")
    return "_".join([*filter(None, parts), *days]) + suffix


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKC", text).casefold()
    words = re.sub(r"[\W_]+", "-", letters).strip("-")
    if len(words) <= _MOST:
        return words
    return words[:_MOST].rpartition("-")[0] or words[:_MOST]
