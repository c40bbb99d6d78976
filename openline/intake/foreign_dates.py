"""Dates of a column in other forms: what has to be chosen before they can be read."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Final

from openline.intake.choices import DATE_ORDERS, DateOrder
from openline.intake.date_forms import NEEDS, Form, Need, Ways
from openline.intake.date_reading import said
from openline.intake.date_spans import read_form
from openline.intake.month_names import LANGUAGES, months_of
from openline.intake.other_calendars import CALENDARS, need_of
from openline.record.columns import END
from openline.record.dates import DateRange, parse_date

_SAID: Final = (
    "ongoing|on-going|present|current|currently|now|still|still open|active|continuing|continues"
    "|to date|to present|until now|until present|till now|up to now|in force|no end|open-ended"
    "|-|--|–|—|…|...|∞|none|heute|laufend|en cours|aujourd'hui|en curso|actualidad|in corso|oggi"
    "|obecnie|настоящее время|по настоящее время"
)
_NEVER: Final = 2099
"""An end in this year or later never comes: `2099-12-31`, `9999-12-31`."""
_NO_END: Final = frozenset(_SAID.split("|"))
"""Texts by which people say that an interval has no end."""


@dataclass(frozen=True)
class UnclearCells:
    """Cells of a column that need one thing to be known: how many, and a few of them."""

    count: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForeignDates:
    """The dates of a column that are in another form.

    `count`: how many cells. `plain`: those that can be read in only one way. `needs`: by what has
    to be known, the cells that need it. `orders`: the orders of day and month that read any cell
    which needs one; `fits`: the orders that read all such cells; `differ`: whether two of them
    read a cell differently. `languages`: those that name all the months, the first wins;
    `unclear`: month names that mean another month in another language, with the languages by
    month. `no_end`: words for an interval without end, with their cells. `unread`: the distinct
    cells that cannot be read.
    """

    column: str
    count: int
    plain: UnclearCells
    needs: Mapping[Need, UnclearCells]
    orders: tuple[DateOrder, ...]
    fits: tuple[DateOrder, ...]
    differ: bool
    languages: tuple[str, ...]
    unclear: Mapping[str, Mapping[int, tuple[str, ...]]]
    no_end: Mapping[str, int]
    unread: tuple[str, ...]

    @property
    def must_choose(self) -> bool:
        """Whether the file alone leaves open which order applies."""
        return self.differ and len(self.fits) != 1

    @property
    def are_far_off(self) -> bool:
        """Whether all that is asked is what years far off mean: the file can be read without an
        answer, and no problem names them."""
        asked_words = self.plain.count or (self.no_end and self.count)
        return not asked_words and {*self.needs} <= {*CALENDARS}

    @property
    def is_readable(self) -> bool:
        """Whether any of the cells can be read in some way."""
        return bool(self.plain.count or self.needs or self.no_end)


def find_foreign_dates(column: str, texts: Mapping[str, int], most: int = 3) -> ForeignDates | None:
    """Return what has to be chosen for a column's dates, None if all are in the format's form.
    `texts` are its distinct cells, with how many rows have each."""
    foreign = {
        text: rows
        for text, rows in texts.items()
        if text.strip() and not is_of_this_calendar(text.strip())
    }
    never = {said(text): rows for text, rows in texts.items() if column == END and _is_never(text)}
    if not foreign and not never:
        return None
    read = {text: forms for text in foreign if any(forms := _forms(text.strip()))}
    ended = {
        said(text): rows for text, rows in foreign.items() if column == END and says_no_end(text)
    }
    texts_read = [_Read(text, foreign[text], forms) for text, forms in read.items()]
    ordered = [item for item in texts_read if "order" in item.form.needs]
    return ForeignDates(
        column=column,
        count=sum(foreign.values()),
        plain=_found((item for item in texts_read if not item.form.needs), most),
        needs={
            need: _found((item for item in texts_read if need in item.form.needs), most)
            for need in NEEDS
            if any(need in item.form.needs for item in texts_read)
        },
        orders=tuple(order for order in DATE_ORDERS if any(item.by(order) for item in ordered)),
        fits=tuple(order for order in DATE_ORDERS if all(item.by(order) for item in ordered)),
        differ=any(item.differs for item in ordered),
        languages=_languages(Counter(name for item in texts_read for name in item.form.names)),
        unclear=_unclear({name for item in texts_read for name in item.form.names}),
        no_end={**ended, **never},
        unread=tuple(text for text in foreign if text not in read and said(text) not in ended),
    )


def is_readable(column: str, text: str) -> bool:
    """Tell whether a cell that is not a date of the format can be read as one in some way."""
    dates = find_foreign_dates(column, {text: 1})
    return dates is not None and dates.is_readable


def is_of_this_calendar(text: str) -> bool:
    """Tell whether a text is a date of the format whose years belong to our calendar."""
    own = parse_date(text)
    return isinstance(own, DateRange) and not any(map(need_of, own.text.split("/")))


def _is_never(text: str) -> bool:
    """Tell whether a date means that there is no end, as programs write it: one so late that
    nobody can have seen it."""
    day = parse_date(text.strip())
    is_late = isinstance(day, DateRange) and day.earliest.year >= _NEVER
    return is_late and is_of_this_calendar(text.strip())


def says_no_end(text: str) -> bool:
    """Tell whether a text says that an interval has no end."""
    return said(text) in _NO_END


@dataclass(frozen=True)
class _Read:
    """A text, how many rows have it, and the date that it is in each order."""

    text: str
    rows: int
    forms: tuple[Form | None, ...]

    @property
    def form(self) -> Form:
        return next(filter(None, self.forms), Form(""))

    @property
    def differs(self) -> bool:
        return len({*self.forms}) > 1

    def by(self, order: DateOrder) -> Form | None:
        return self.forms[DATE_ORDERS.index(order)]


def _forms(text: str) -> tuple[Form | None, ...]:
    return tuple(read_form(text, Ways(order)) for order in DATE_ORDERS)


def _found(items: Iterable[_Read], most: int) -> UnclearCells:
    """Return how many cells there are, and a few, first those that depend on a choice."""
    ordered = sorted(items, key=lambda item: not item.differs)
    return UnclearCells(
        sum(item.rows for item in ordered), tuple(item.text for item in ordered[:most])
    )


def _languages(names: Mapping[str, int]) -> tuple[str, ...]:
    """Return languages that together have all the month names, those with the most first."""
    left, languages = {*names}, list[str]()
    while left:
        best = max(LANGUAGES, key=lambda one: sum(one in months_of(name) for name in left))
        explained = {name for name in left if best in months_of(name)}
        if not explained:
            break
        languages.append(best)
        left -= explained
    return tuple(languages)


def _unclear(names: Set[str]) -> dict[str, dict[int, tuple[str, ...]]]:
    """Return names that mean different months in the languages that know the most of all names."""
    scores = {one: sum(one in months_of(name) for name in names) for one in LANGUAGES}
    unclear: dict[str, dict[int, tuple[str, ...]]] = {}
    for name in sorted(names):
        months = months_of(name)
        most = max(scores[one] for one in months)
        likely = {one: month for one, month in months.items() if scores[one] == most}
        if len({*likely.values()}) > 1:
            unclear[name] = {
                month: tuple(one for one in likely if likely[one] == month)
                for month in dict.fromkeys(likely.values())
            }
    return unclear
