"""Dates that say less than a day, or doubt what they say: parts of a year or month, seasons, those
with `about` or a mark beside them. What each is read as has to be chosen."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from openline.intake.date_forms import Form, Need

_PARTS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("early", "beginning of", "start of"), 0),
    **dict.fromkeys(("mid", "middle of"), 1),
    **dict.fromkeys(("late", "end of"), 2),
}
_PART: Final = re.compile(rf"(?:the )?({'|'.join(_PARTS)})(?:[ -]| in )(\S.*)")
_SEASON: Final = re.compile(
    r"(spring|summer|autumn|fall|winter)(?: of| in)?,? (\d{4})(?:[/-](\d{4}|\d\d))?", re.ASCII
)
_SEASONS: Final = {
    "spring": ("03/05", "09/11"),
    "summer": ("06/08", ""),
    "autumn": ("09/11", "03/05"),
    "fall": ("09/11", "03/05"),
    "winter": ("", "06/08"),
}
"""The months of seasons in the northern hemisphere and in the southern; those of one that
is in two years are not said."""
_ABOUT: Final = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|est\.|~) ?")
_DOUBTS: Final = ("?", "~", "(?)", "(est.)", "(est)", "(approx.)", "(approx)")
_MARKED: Final = re.compile(r"(.*\S) ?(?:[*†‡§]{1,3}|\[\d{1,2}\])|\[([^\[\]]+)\]|\(([^()]+)\)")
_YEAR, _MONTH = len("2022"), len("2022-08")
_TENS: Final = ("01/10", "11/20", "21/")
_MONTHS: Final = ("01/04", "05/08", "09/12")


def read_vague(text: str, read: Callable[[str], Form | None], *, is_south: bool) -> Form | None:
    """Return what a text says that is less than a day or is in doubt, None where it is not such;
    `read` reads the date in it. The text is in small letters."""
    if match := _SEASON.fullmatch(text):
        return _season(*match.groups(), is_south=is_south)
    if match := _PART.fullmatch(text):
        return _part(_PARTS[match[1]], read(match[2]))
    if match := _MARKED.fullmatch(text):
        return _needing("mark", read(next(filter(None, match.groups()))))
    about = _ABOUT.match(text)
    end = next((doubt for doubt in _DOUBTS if text.endswith(doubt)), "")
    named = text[about.end() :] if about else text.removesuffix(end).strip() if end else ""
    return _needing("about", read(named)) if named else None


def _season(name: str, year: str, last: str | None, *, is_south: bool) -> Form | None:
    months = _SEASONS[name][is_south]
    needs = frozenset[Need]({"season"})
    following = f"{int(year) + 1:04}"
    if not months and last and following.endswith(last):
        return Form(f"{year}-12/{following}-02", needs)
    first, _, end = months.partition("/")
    return Form(f"{year}-{first}/{year}-{end}", needs) if months and not last else None


def _part(third: int, form: Form | None) -> Form | None:
    if form is None or len(form.text) not in (_YEAR, _MONTH):
        return None
    thirds = _MONTHS if len(form.text) == _YEAR else _TENS
    first, _, end = thirds[third].partition("/")
    if not end:
        year, month = map(int, form.text.split("-"))
        end = str(calendar.monthrange(year, month)[1])
    return _needing("part", replace(form, text=f"{form.text}-{first}/{form.text}-{end}"))


def _needing(need: Need, form: Form | None) -> Form | None:
    return None if form is None else replace(form, needs=form.needs | {need})
