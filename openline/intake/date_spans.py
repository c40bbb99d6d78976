"""Dates as people write them, with a time of day, as an interval, as a part of a year, or in
doubt: each text in one form, and what is known of it or has to be chosen.

A text of more than a few words is not tried as a date, so no text, however long or odd, takes more
than a moment.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from openline.intake.date_forms import NEED_TIME, Form, Need, Ways, read_single
from openline.intake.other_calendars import CALENDARS, in_this_calendar, need_of, numbers_of
from openline.record.dates import DateRange, parse_date

LONGEST_DATE: Final = 60
"""Longer texts are not tried as dates."""
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58"), "-")
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SPAN: Final = re.compile(r" (?:to|bis|until|till|through|thru|au|al|по|до) | - |\.\.|-|/")
_DAYS_OF_MONTH: Final = re.compile(
    r"([^\d\s]{3,20}) (\d{1,2}) ?(?:-|to) ?(\d{1,2}),? (\d{4})", re.ASCII
)
"""`Oct 3-5, 2023`: the days are between the month and the year."""
_BETWEEN: Final = re.compile(r"(?:between|from) (\S.{,40}?) (?:and|to) (\S.*)")
_MIDNIGHT: Final = re.compile(r"0?0:00(:00)?|12:00(:00)? ?am")
_TIME: Final = re.compile(
    r"(?:t|[, ] ?)((?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:[.,]\d{1,6})?(?: ?[ap]\.?m\.?)?"
    r"|(?:0?\d|1[0-2]) ?[ap]\.?m\.?|(?<=t)(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)"
    r"(?: ?(?:z|utc|msk|[a-z]{1,4}t|[+-]\d\d:?\d\d))?",
    re.ASCII,
)
_THIS_CALENDAR: Final = range(1600, 2200)
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
"""The months of each season in the northern hemisphere and in the southern; empty for a season
that spans two years."""
_ABOUT: Final = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|est\.|~) ?")
_DOUBTS: Final = ("?", "~", "(?)", "(est.)", "(est)", "(approx.)", "(approx)")
_MARKED: Final = re.compile(r"(.*\S) ?(?:[*†‡§]{1,3}|\[\d{1,2}\])|\[([^\[\]]+)\]|\(([^()]+)\)")
_THIRDS_OF_MONTH: Final = ("01/10", "11/20", "21/")
_THIRDS_OF_YEAR: Final = ("01/04", "05/08", "09/12")


def plain_date(text: str) -> str:
    """Return a text with ASCII digits, dashes and blanks, and without invisible marks.

    >>> plain_date("２０２２‐０８‐０５")
    '2022-08-05'
    """
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_DASHES)
    if not plain.isascii():
        plain = "".join(map(_digit, plain))
    return " ".join(plain.split())


def read_form(text: str, ways: Ways) -> Form | None:
    """Return a date or an interval written in another form, None if the text is not one."""
    if not text or len(text) > LONGEST_DATE:
        return None
    plain = plain_date(text).casefold()
    if len(plain) > LONGEST_DATE:
        return None
    numbers = numbers_of(plain)
    form = Form(numbers) if numbers else _single(plain, ways) or _interval(plain, ways)
    form = None if form is None else _in_this_calendar(form, ways)
    return form if form is not None and isinstance(parse_date(form.text), DateRange) else None


def _digit(mark: str) -> str:
    return str(unicodedata.decimal(mark)) if unicodedata.decimal(mark, None) is not None else mark


def _in_this_calendar(form: Form, ways: Ways) -> Form | None:
    """Return a date in our calendar, None if its year fits no calendar that is known. The year
    2023 is 1402 in the Persian calendar and 2566 in the Thai one."""
    needs, days = form.needs, list[str]()
    for half in form.text.split("/"):
        need, here = need_of(half), half
        if need is None and int(half[:4]) not in _THIS_CALENDAR:
            return None
        if need is not None:
            known = CALENDARS[need]
            calendar = next((one for one in ways.calendars if one in known), known[0])
            here = in_this_calendar(half, calendar) or ""
            needs |= {need}
        days += here.split("/")
    text = days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}"
    return replace(form, text=text, needs=needs)


def _interval(text: str, ways: Ways) -> Form | None:
    """Read two dates with a mark between them; the first may omit what the second supplies."""
    if match := _DAYS_OF_MONTH.fullmatch(text):
        text = f"{match[2]}-{match[3]} {match[1]} {match[4]}"
    elif match := _BETWEEN.fullmatch(text):
        text = f"{match[1]} - {match[2]}"
    for match in SPAN.finditer(text):
        left, right = text[: match.start()].strip(" ,"), text[match.end() :].strip(" ,")
        last = _single(right, ways) if left and right else None
        if last is None or "/" in last.text:
            continue
        first = _borrowed(left, last, ways) or _single(left, ways)
        if first is not None and "/" not in first.text:
            needs = first.needs | last.needs
            return Form(f"{first.text}/{last.text}", needs, first.names + last.names)
    return None


def _borrowed(left: str, last: Form, ways: Ways) -> Form | None:
    """Read the first day of `2-5 Aug 2022` or `30 Jul - 5 Aug 2022`, completed from the last
    day."""
    year, *rest = last.text.split("-")
    if left.strip(". ").isdigit() and len(left.strip(". ")) <= 2 and len(rest) == 2:
        return Form(f"{year}-{rest[0]}-{int(left.strip('. ')):02}", last.needs)
    if re.search(r"\d{3}", left):
        return None
    return _single(f"{left} {year}", ways)


def _single(text: str, ways: Ways) -> Form | None:
    bare, needs = _without_time(text)
    own = parse_date(bare)
    form = Form(own.text) if isinstance(own, DateRange) and "/" not in bare else None
    form = form or read_single(bare, ways)
    if form is None and bare == text:
        return read_vague(text, lambda rest: _single(rest, ways), is_south=ways.is_south)
    return None if form is None else replace(form, needs=form.needs | needs)


def _without_time(text: str) -> tuple[str, frozenset[Need]]:
    """Return a text without a time of day at its end, and whether dropping it has to be chosen:
    midnight adds nothing."""
    for match in _TIME.finditer(text):
        if match.end() == len(text) and match.start() >= len("1/1/22"):
            is_midnight = _MIDNIGHT.fullmatch(match[1])
            return text[: match.start()].strip(" ,"), frozenset() if is_midnight else NEED_TIME
    return text, frozenset()


_YEAR, _MONTH = len("2022"), len("2022-08")


def read_vague(text: str, read: Callable[[str], Form | None], *, is_south: bool) -> Form | None:
    """Return a date that is in doubt or names only a part of a year, None if the text is neither.
    `read` reads the date in it. The text is in lower case."""
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
    thirds = _THIRDS_OF_YEAR if len(form.text) == _YEAR else _THIRDS_OF_MONTH
    first, _, end = thirds[third].partition("/")
    if not end:
        year, month = map(int, form.text.split("-"))
        end = str(calendar.monthrange(year, month)[1])
    return _needing("part", replace(form, text=f"{form.text}-{first}/{form.text}-{end}"))


def _needing(need: Need, form: Form | None) -> Form | None:
    return None if form is None else replace(form, needs=form.needs | {need})
