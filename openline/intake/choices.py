"""Choices: everything that an analyst chose for a file, as one value that can be kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Literal, get_args

from openline.record.columns import CHANNEL, CONFIDENCE, DATE, END, EVENT, START, STATE

DateOrder = Literal["day-first", "month-first", "year-first"]
DATE_ORDERS: Final[tuple[DateOrder, ...]] = get_args(DateOrder)
Half = Literal["north", "south"]
_HALVES: Final[tuple[Half, ...]] = get_args(Half)
Bound = Literal["begin", "end", "after"]
_BOUNDS: Final[tuple[Bound, ...]] = get_args(Bound)
Calendar = Literal["2000s", "1900s", "minguo", "solar", "lunar", "buddhist"]
_CALENDARS: Final[tuple[Calendar, ...]] = get_args(Calendar)
LeftOut = Literal["headers", "totals", "notes", "sections"]
_LEFT_OUT: Final[tuple[LeftOut, ...]] = get_args(LeftOut)
WORD_COLUMNS: Final = (STATE, EVENT, CONFIDENCE)
"""The columns with a closed vocabulary."""
_SPELLED: Final = (*WORD_COLUMNS, CHANNEL)
"""The columns in which a word can be given another."""
DATE_COLUMNS: Final = (DATE, START, END)
_EPOCHS: Final = (1900, 1904)


@dataclass(frozen=True)
class Header:
    """Where the header is: its line in the file as it came, and the delimiter."""

    line: int
    delimiter: str


@dataclass(frozen=True)
class Join:
    """Columns that together make another, in order, by their names in the file.

    `between` is the text that joins theirs, or None if they are year, month and day of a date. A
    text in `unknown` (such as `-9`) means that a part is not known. `half`: for one column with
    intervals in its cells, whether their begins or their ends; for a day and a length, the day
    `after` it, where a bare number counts in the unit `between`.
    """

    columns: tuple[str, ...]
    between: str | None = None
    unknown: tuple[str, ...] = ()
    half: Bound | None = None


@dataclass(frozen=True)
class DateReading:
    """How the dates of one column are read when they are not in the format's form.

    `order`: which of two numbers is the day; None leaves such dates unread. `languages`: those of
    month names, by code; the first that fits wins. `pivot`: two-digit years up to it are 20xx,
    later ones 19xx; None leaves them unread. `month_year`: `Aug-22` is August 2022.
    `without_time`: the time of day is dropped. `epoch`: numbers are days since 1900 or 1904, as
    spreadsheets count them. `without_marks`: a mark beside a date is dropped. `thirds`: `early
    2020` is the first third of it. `seasons`: which hemisphere's are meant. `without_doubt`: `c.
    2020` is 2020. `calendars`: those in which years other than ours are read; `2000s` and `1900s`
    add the century. `no_end`: words meaning that an interval has no end. `last_day`: an end is the
    last day of its interval, not the first day after it.
    """

    order: DateOrder | None = None
    languages: tuple[str, ...] = ()
    pivot: int | None = None
    month_year: bool = False
    without_time: bool = False
    epoch: int | None = None
    without_marks: bool = False
    thirds: bool = False
    seasons: Half | None = None
    without_doubt: bool = False
    calendars: tuple[Calendar, ...] = ()
    no_end: tuple[str, ...] = ()
    last_day: bool = False


@dataclass(frozen=True)
class Choices:
    """What an analyst chose for a file. Columns are named as in the file as it came, unless said
    otherwise here (`column_labels` of `openline.intake.arranging`).

    `encoding`: that of its text. `header`: where it is. `names`: another name for a column,
    usually one of the format's. `joins`: columns made from others, by the name of the new column.
    `constants`: a column's name and its one value for all rows. `filled`: columns in which an
    empty cell takes the value above it. `words`: by column of the format, the file's word (case
    ignored) and the format's word for it; in `channel`, a name and the name it is given. `dates`:
    by column of the format, how its dates are read. `split`: marks between the sides in one cell
    of `parties`; `whole`: names with such a mark that stay whole. `aliases`: another name of a
    party, and the name it is given. `left_out`: kinds of rows that are not observations.
    """

    encoding: str | None = None
    header: Header | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    joins: Mapping[str, Join] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dates: Mapping[str, DateReading] = field(default_factory=dict)
    split: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return what was chosen as values for JSON; what was not chosen is absent."""
        return _plain(self)

    @classmethod
    def from_dict(cls, data: object) -> "Choices":
        """Read choices from values of JSON; anything that is not a choice is ignored."""
        data_now = _of_old(data) if isinstance(data, dict) else {}
        header, encoding = data_now.get("header"), data_now.get("encoding")
        return cls(
            encoding=encoding if isinstance(encoding, str) and encoding else None,
            header=_header(header) if isinstance(header, dict) else None,
            names=texts_of(data_now.get("names")),
            joins={name: _join(item) for name, item in _dicts(data_now.get("joins")).items()},
            constants=texts_of(data_now.get("constants")),
            filled=_listed(data_now.get("filled")),
            words={
                name: texts_of(words)
                for name, words in _dicts(data_now.get("words")).items()
                if name in _SPELLED
            },
            dates={
                name: _reading(item)
                for name, item in _dicts(data_now.get("dates")).items()
                if name in DATE_COLUMNS
            },
            split=_listed(data_now.get("split")),
            whole=_listed(data_now.get("whole")),
            aliases=texts_of(data_now.get("aliases")),
            left_out=tuple(kind for kind in _LEFT_OUT if kind in _listed(data_now.get("left_out"))),
        )

    def joined(self, more: "Choices") -> "Choices":
        """Return these choices with later ones added; the later ones win."""
        changed: dict[str, Any] = {}
        for item in fields(more):
            before, value = getattr(self, item.name), getattr(more, item.name)
            if isinstance(value, Mapping):
                changed[item.name] = {**before, **value}
            elif isinstance(value, tuple):
                changed[item.name] = tuple(dict.fromkeys((*before, *value)))
            elif value:
                changed[item.name] = value
        words = {name: {**self.words.get(name, {}), **more.words[name]} for name in more.words}
        return replace(self, **{**changed, "words": {**self.words, **words}})


NO_CHOICES: Final = Choices()
"""The choices of a file for which nothing was chosen."""


def _plain(value: Any) -> Any:
    """Return a value for JSON, without whatever has its default."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return list(value)
    if not isinstance(value, Choices | Header | Join | DateReading):
        return value
    values = {item.name: getattr(value, item.name) for item in fields(value)}
    return {
        item.name: _plain(values[item.name])
        for item in fields(value)
        if values[item.name] not in (item.default, {})
    }


def _of_old(data: dict[str, Any]) -> dict[str, Any]:
    """Return choices saved by an earlier version in today's form. That version named columns by
    the format's names and had one order for all dates."""
    newer = dict(data)
    columns = texts_of(newer.get("columns"))
    if columns and "names" not in newer:
        newer["names"] = {own: name for name, own in columns.items()}
    order = newer.get("date_order")
    if order in DATE_ORDERS and "dates" not in newer:
        newer["dates"] = {name: {"order": order} for name in DATE_COLUMNS}
    return newer


def _header(data: dict[str, Any]) -> Header | None:
    line, mark = data.get("line"), data.get("delimiter")
    if not isinstance(line, int) or not isinstance(mark, str) or line < 1:
        return None
    return Header(int(line), mark) if len(mark) == 1 and mark not in '"\r\n' else None


def _join(data: dict[str, Any]) -> Join:
    between = data.get("between")
    return Join(
        _listed(data.get("columns")),
        between if isinstance(between, str) else None,
        _listed(data.get("unknown")),
        next((bound for bound in _BOUNDS if bound == data.get("half")), None),
    )


def _reading(data: dict[str, Any]) -> DateReading:
    pivot, epoch = data.get("pivot"), data.get("epoch")
    return DateReading(
        order=next((order for order in DATE_ORDERS if order == data.get("order")), None),
        languages=_listed(data.get("languages")),
        pivot=pivot if type(pivot) is int and 0 <= pivot < 100 else None,
        month_year=data.get("month_year") is True,
        without_time=data.get("without_time") is True,
        epoch=epoch if epoch in _EPOCHS else None,
        without_marks=data.get("without_marks") is True,
        thirds=data.get("thirds") is True,
        seasons=next((half for half in _HALVES if half == data.get("seasons")), None),
        without_doubt=data.get("without_doubt") is True,
        calendars=tuple(one for one in _CALENDARS if one in _listed(data.get("calendars"))),
        no_end=_listed(data.get("no_end")),
        last_day=data.get("last_day") is True,
    )


def _listed(values: Any) -> tuple[str, ...]:
    listed = values if isinstance(values, list) else []
    return tuple(dict.fromkeys(text for text in listed if isinstance(text, str)))


def texts_of(texts: Any) -> dict[str, str]:
    """Return the texts in a mapping read from JSON, by their names; other values are ignored."""
    pairs = texts if isinstance(texts, dict) else {}
    return {key: value for key, value in pairs.items() if isinstance(value, str)}


def _dicts(dicts: Any) -> dict[str, dict[str, Any]]:
    pairs = dicts if isinstance(dicts, dict) else {}
    return {key: value for key, value in pairs.items() if isinstance(value, dict)}
