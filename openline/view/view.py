"""View: what is being viewed. Its parser and its printer are together here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, Self

from openline.analysis.gaps import MIN_DAYS
from openline.analysis.openings import WINDOW
from openline.analysis.survival import UNTIL
from openline.record.columns import INFERRED
from openline.record.header import nearest
from openline.record.problems import WARNING, Problem, ProblemKind
from openline.record.record import Record
from openline.view.parameters import BUNDLED, MOVES, OVERVIEWS, PARAMETERS, SORTS, Parameter
from openline.view.readers import LATEST, TODAY, YEAR, AsOf, Fault, Value, shorten
from openline.view.stretch import PAGES_OWN

Query = dict[str, str | list[str]]
VIEW_PROBLEM_KINDS: Final[Mapping[str, ProblemKind]] = {
    code: ProblemKind(WARNING, meaning)
    for code, meaning in {
        "parameter-unknown": "The address has a parameter with an unknown name.",
        "parameter-value": "A parameter's value cannot be read.",
        "parameter-repeated": "A parameter that may be given once is given more than once.",
        "parameter-limit": (
            "A value is too long, or too many are given; what is beyond the limit is ignored."
        ),
        "name-unknown": "The record has no such name; it matches nothing.",
        "figure-elsewhere": "The page has no such figure; nothing is shown.",
        "channel-elsewhere": "Only the page Channel shows one channel.",
        "against-unknown": "There is no such revision to compare with; the usual one is used.",
        "observation-unknown": "The record has no such observation, or not in this view.",
        "record-form": "The value is not the name of a record; nothing is shown.",
        "record-unknown": "There is no such record; nothing is shown.",
        "record-unlisted": "The record is hidden from lists; it is shown.",
        "record-faulty": "The saved file has errors; nothing is shown.",
        "revision-unknown": "There is no such revision; nothing is shown.",
        "days-order": "The days of a comparison are not in order.",
        "range-days": "A range of days begins or ends after the as-of day.",
        "page-unknown": "There are fewer pages; the last one is shown.",
    }.items()
}
"""Every kind of problem of an address, by code."""
_OF_FRAMES: Final = ("embed", "embed_options")
"""Parameters that Streamlit reads, and keeps from the page: whether it is within another."""
MOST_VALUES: Final = 50
"""How many values of one parameter, and how many unknown parameters, are looked at."""


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at; each field holds a parameter. Lists are sorted.

    >>> View.from_query({"level": ["military"], "asof": ["2023-10-05"]})[0].to_query()
    {'asof': '2023-10-05', 'level': ['military']}
    """

    record: str = BUNDLED
    asof: AsOf = LATEST
    parties: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    confidence: str = INFERRED
    fresh: bool = False
    carry: int | None = None
    channel: tuple[str, ...] = ()
    q: str = ""
    since: str | date = YEAR
    range: str = PAGES_OWN
    from_day: date | None = None
    to_day: date | None = None
    against: int | None = None
    min_days: int = MIN_DAYS
    window: int = WINDOW
    moves: str = MOVES[0]
    by: str | None = None
    until: str = UNTIL[0]
    cause: str | None = None
    causes: bool | None = None
    overview: str = OVERVIEWS[0]
    figure: str | None = None
    observation: str | None = None
    sort: str = "severity"
    page: int = 1

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> tuple[Self, tuple[Problem, ...]]:
        """Read an address's parameters, each a list of its values.

        What cannot be read is named by a problem and ignored; nothing is raised.
        """
        problems = _unknown_parameters(query)
        values: dict[str, Any] = {}
        for parameter in PARAMETERS:
            if parameter.name in query:
                value, faults = _read(parameter, query[parameter.name])
                problems += faults
                values |= {parameter.attribute: value} if value not in (None, ()) else {}
        return cls(**values), tuple(problems)

    def to_query(self) -> Query:
        """Return the parameters of this view, in the table's order, defaults left out."""
        query: Query = {}
        for parameter in PARAMETERS:
            value = getattr(self, parameter.attribute)
            if value == _DEFAULTS[parameter.attribute]:
                continue
            if parameter.repeated:
                query[parameter.name] = [parameter.write(item) for item in value]
            else:
                query[parameter.name] = parameter.write(value)
        return query

    def as_of_day(self, record: Record, today: date) -> date:
        """Return the as-of day: the one that is named, today, or the record's latest."""
        if self.asof == LATEST:
            return record.latest_day(today)
        return today if self.asof == TODAY else self.asof

    def fixed_on(self, day: date) -> Self:
        """Return this view with its day fixed, so that a link to it keeps its data."""
        return replace(self, asof=day)

    @property
    def marks_causes(self) -> bool:
        """Whether the timeline marks causes: as asked for, else where one set of parties is."""
        of_one = len(self.parties) == 1 and ";" in self.parties[0]
        return of_one if self.causes is None else self.causes

    def for_other_page(self) -> Self:
        """Return this view without what ends on leaving a page: channel, observation, cause,
        figure, sort and page, the revision to compare with, and the count of fresh states alone."""
        return replace(
            self,
            channel=(),
            against=None,
            cause=None,
            figure=None,
            observation=None,
            fresh=False,
            sort=SORTS[0],
            page=1,
        )


_DEFAULTS: Final = {item.name: item.default for item in fields(View)}


def _read(parameter: Parameter, texts: Sequence[str]) -> tuple[Any, list[Problem]]:
    read: list[Value] = []
    texts, problems = _within_limits(parameter, texts)
    for text in texts:
        value = parameter.read(text)
        if isinstance(value, Fault):
            problems.append(_problem("parameter-value", parameter.name, text, value))
        else:
            read.append(value)
    if parameter.repeated:
        return tuple(sorted({str(value) for value in read})), problems
    if len(read) > 1:
        problems.append(_repeated(parameter.name, str(texts[-1])))
    return (read[0] if read else None), problems


def _within_limits(parameter: Parameter, texts: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Return the values that are looked at, and the problems of the others."""
    name, most, looked_at = parameter.name, parameter.most, texts[:MOST_VALUES]
    problems = [_too_long(name, text, most) for text in looked_at if len(text) > most]
    if len(texts) > MOST_VALUES:
        fault = Fault(
            f"{name} is given {len(texts):,} times; the first {MOST_VALUES} count.",
            f"Give at most {MOST_VALUES}.",
        )
        problems.append(_problem("parameter-limit", name, "", fault))
    return [text for text in looked_at if len(text) <= most], problems


def _too_long(name: str, text: str, most: int) -> Problem:
    fault = Fault(
        f"{name} is ignored: “{shorten(text)}” has {len(text):,} characters; "
        f"the limit is {most:,}.",
        "Write the name itself, or leave the parameter out.",
    )
    return _problem("parameter-limit", name, shorten(text), fault)


def _unknown_parameters(query: Mapping[str, Sequence[str]]) -> list[Problem]:
    names = [parameter.name for parameter in PARAMETERS]
    unknown = [name for name in query if name not in (*names, *_OF_FRAMES)]
    problems = [_unknown(name, query[name], names) for name in unknown[:MOST_VALUES]]
    if len(unknown) > MOST_VALUES:
        more = len(unknown) - MOST_VALUES
        fault = Fault(f"{more:,} more parameters are unknown and ignored.", _listed(names))
        problems.append(_problem("parameter-limit", shorten(unknown[-1]), "", fault))
    return problems


def _listed(names: Sequence[str]) -> str:
    return f"The parameters are {', '.join(names)}."


def _unknown(name: str, texts: Sequence[str], names: Sequence[str]) -> Problem:
    close = nearest(name, names)
    hint = f"Write {close}." if close else _listed(names)
    fault = Fault(f"There is no parameter “{shorten(name)}”; it is ignored.", hint)
    return _problem("parameter-unknown", shorten(name), shorten("".join(texts[:1])), fault)


def _repeated(name: str, text: str) -> Problem:
    fault = Fault(f"{name} is given more than once; the first counts.", "Give it once.")
    return _problem("parameter-repeated", name, text, fault)


def _problem(code: str, name: str, text: str, fault: Fault) -> Problem:
    message = fault.message
    if code == "parameter-value":
        message = f"{name} is ignored: {message}"
    return Problem(WARNING, code, None, name, text, message, fault.suggestion)
