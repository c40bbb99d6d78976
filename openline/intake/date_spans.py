"""Dates as people write them, with a time of day or as an interval: a text brought into one form,
and what is known of it.

A text of more than a few words is no date, so that none, however long or odd, takes more than
a moment.
"""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from openline.intake.date_forms import NEED_TIME, Form, Need, Ways, read_single
from openline.intake.date_vague import read_vague
from openline.record.dates import DateRange, parse_date

LONGEST_DATE: Final = 60
"""A longer text is tried as no date."""
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58"), "-")
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SPAN: Final = re.compile(r" (?:to|bis|until|till|through|thru|au|al|по|до) | - |\.\.|-|/")
_DAYS_OF_MONTH: Final = re.compile(
    r"([^\d\s]{3,20}) (\d{1,2}) ?(?:-|to) ?(\d{1,2}),? (\d{4})", re.ASCII
)
"""`Oct 3-5, 2023`: the days of a month are between its name and its year."""
_BETWEEN: Final = re.compile(r"(?:between|from) (\S.{,40}?) (?:and|to) (\S.*)")
_MIDNIGHT: Final = re.compile(r"0?0:00(:00)?|12:00(:00)? ?am")
_TIME: Final = re.compile(
    r"(?:t|[, ] ?)((?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:[.,]\d{1,6})?(?: ?[ap]\.?m\.?)?"
    r"|(?:0?\d|1[0-2]) ?[ap]\.?m\.?|(?<=t)(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)"
    r"(?: ?(?:z|utc|msk|[a-z]{1,4}t|[+-]\d\d:?\d\d))?",
    re.ASCII,
)
_THIS_CALENDAR: Final = range(1600, 2200)


def plain_date(text: str) -> str:
    """Return a text with digits, dashes and blanks as ASCII has them, and without marks that
    nobody sees.

    >>> plain_date("２０２２‐０８‐０５")
    '2022-08-05'
    """
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_DASHES)
    if not plain.isascii():
        plain = "".join(map(_digit, plain))
    return " ".join(plain.split())


def read_form(text: str, ways: Ways) -> Form | None:
    """Return a date or an interval of another form, None where it is none."""
    if not text or len(text) > LONGEST_DATE:
        return None
    plain = plain_date(text).casefold()
    if len(plain) > LONGEST_DATE:
        return None
    form = _single(plain, ways) or _interval(plain, ways)
    if form is None or not isinstance(parse_date(form.text), DateRange):
        return None
    return form if _is_gregorian(form.text) else None


def _digit(mark: str) -> str:
    return str(unicodedata.decimal(mark)) if unicodedata.decimal(mark, None) is not None else mark


def _is_gregorian(text: str) -> bool:
    """Tell whether years are such that they are of this calendar: in the Persian one it is 1402
    where it is 2023 here, in the Thai one 2566."""
    return all(int(half[:4]) in _THIS_CALENDAR for half in text.split("/"))


def _interval(text: str, ways: Ways) -> Form | None:
    """Read two dates with a mark between them, of which the first may lack what the second says."""
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
    """Read the first day of `2-5 Aug 2022` or `30 Jul - 5 Aug 2022`, from the last one."""
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
    """Return a text without a time of day at its end, and whether that says anything."""
    for match in _TIME.finditer(text):
        if match.end() == len(text) and match.start() >= len("1/1/22"):
            is_midnight = _MIDNIGHT.fullmatch(match[1])
            return text[: match.start()].strip(" ,"), frozenset() if is_midnight else NEED_TIME
    return text, frozenset()
