"""Problems: what is wrong with a record, where, and how to fix it.

A problem is a value and is returned, never raised. Each kind of problem is one entry of
`PROBLEM_KINDS`, which gives its severity; the reference of codes, with an example of each and what
is said of it, is printed from it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal

Severity = Literal["error", "warning"]
ERROR: Final = "error"
WARNING: Final = "warning"
_MOST_SHOWN: Final = 80
MOST_LISTED: Final = 10_000
"""How many problems are listed; further ones are counted by their code."""


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem: its severity, when it is reported, and a file that has it and no other
    problem; None where that is not a few lines of text."""

    severity: Severity
    meaning: str
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place.

    `line` is the line where the row begins, and None for a problem of the whole file;
    `value` is what was found, None where nothing was.
    """

    severity: Severity
    code: str
    line: int | None
    column: str | None
    value: str | None
    message: str
    suggestion: str


PROBLEM_FIELDS: Final = tuple(Problem.__dataclass_fields__)

PROBLEM_KINDS: Final[Mapping[str, ProblemKind]] = {
    "not-text": ProblemKind(ERROR, "The file is not text: a workbook, an archive, a PDF."),
    "encoding-unknown": ProblemKind(ERROR, "The encoding that was set is unknown."),
    "bytes-stray": ProblemKind(ERROR, "A cell has bytes that are not characters in the encoding."),
    "nul-byte": ProblemKind(ERROR, "The file contains a NUL byte."),
    "file-empty": ProblemKind(ERROR, "The file is empty."),
    "rows-missing": ProblemKind(ERROR, "The file has a header and no rows.", "channel,date,state"),
    "size-limit": ProblemKind(ERROR, "The file is larger than the limit."),
    "row-limit": ProblemKind(ERROR, "The file has more rows than the limit."),
    "column-limit": ProblemKind(ERROR, "The file has more columns than the limit."),
    "channel-limit": ProblemKind(ERROR, "The file has more channels than the limit."),
    "delimiter-unknown": ProblemKind(
        ERROR,
        "The first line names a delimiter (`sep=`) that cannot be one.",
        'sep="\nchannel,date,state\nHotline,2022-01-10,open',
    ),
    "quote-unterminated": ProblemKind(
        ERROR,
        "A quoted cell is not closed as it should be.",
        'channel,date,state,summary\nHotline,2022-01-10,open,"used',
    ),
    "column-missing": ProblemKind(
        ERROR, "A column that is needed is not there.", "channel,state\nHotline,open"
    ),
    "column-repeated": ProblemKind(
        ERROR,
        "Two columns have the same name.",
        "channel,date,state,state\nHotline,2022-01-10,open,open",
    ),
    "date-and-start": ProblemKind(
        ERROR,
        "The file has both forms: `date`, and `start`.",
        "channel,date,start,state\nHotline,2022-01-10,2022-01-10,open",
    ),
    "row-too-long": ProblemKind(
        ERROR,
        "A row has more cells than the header.",
        "channel,date,state\nHotline,2022-01-10,open,extra",
    ),
    "cell-too-long": ProblemKind(
        ERROR, "A cell has more characters than are allowed: 32,767 unless set."
    ),
    "name-too-long": ProblemKind(ERROR, "A channel or party with a name of over 500 characters."),
    "channel-missing": ProblemKind(
        ERROR, "A row names no channel.", "channel,date,state\n,2022-01-10,open"
    ),
    "date-missing": ProblemKind(ERROR, "A row has no date.", "channel,date,state\nHotline,,open"),
    "date-impossible": ProblemKind(
        ERROR,
        "A date or interval that does not exist.",
        "channel,date,state\nTalks,2023-02-30,severed",
    ),
    "date-form": ProblemKind(
        ERROR, "A date in another form.", "channel,date,state\nTalks,05/08/2022,severed"
    ),
    "state-vocabulary": ProblemKind(
        ERROR,
        "A state that is not one of the four words.",
        "channel,date,state\nHotline,2022-01-10,severd",
    ),
    "event-vocabulary": ProblemKind(
        ERROR,
        "An event that is not one of the six words.",
        "channel,date,state,event\nHotline,2022-01-10,open,chnage",
    ),
    "confidence-vocabulary": ProblemKind(
        ERROR,
        "A confidence that is not one of the three words.",
        "channel,date,state,confidence\nHotline,2022-01-10,open,certain",
    ),
    "state-needed": ProblemKind(
        ERROR,
        "The event needs a state and has none.",
        "channel,date,state,event\nHotline,2022-01-10,,change",
    ),
    "state-not-allowed": ProblemKind(
        ERROR,
        "The event may not have a state.",
        "channel,date,state,event\nHotline,2022-01-10,open,overture",
    ),
    "level-differs": ProblemKind(
        ERROR,
        "Rows of one channel give different levels.",
        "channel,date,state,level\nHotline,2022-01-10,open,political\nHotline,2022-02-10,severed,military",
    ),
    "kind-differs": ProblemKind(
        ERROR,
        "Rows of one channel give different kinds.",
        "channel,date,state,kind\nHotline,2022-01-10,open,hotline\nHotline,2022-02-10,severed,talks",
    ),
    "cadence-differs": ProblemKind(
        ERROR,
        "Rows of one channel give different cadences.",
        "channel,date,state,cadence_days\nTalks,2022-01-10,open,30\nTalks,2022-02-10,open,365",
    ),
    "cadence-not-whole": ProblemKind(
        ERROR,
        "A cadence that is not a whole number of days.",
        "channel,date,state,cadence_days\nTalks,2022-01-10,open,monthly",
    ),
    "check-contradicted": ProblemKind(
        ERROR,
        "A check whose state holds on no day that its date allows.",
        "channel,date,state,event\nHotline,2022-01-10,open,change\nHotline,2022-03-01,severed,check",
    ),
    "interval-empty": ProblemKind(
        ERROR,
        "An interval without a day: its `end` is the first day after it.",
        "channel,start,end,state\nHotline,2022-03-05,2022-03-05,severed",
    ),
    "interval-overlap": ProblemKind(
        ERROR,
        "Two intervals of one channel overlap.",
        "channel,start,end,state\nHotline,2022-01-01,2022-06-01,open\nHotline,2022-05-01,,severed",
    ),
    "encoding-guessed": ProblemKind(WARNING, "The encoding was guessed; a word shows the guess."),
    "row-repeated": ProblemKind(
        WARNING,
        "A row repeats an earlier one; the first counts.",
        "channel,date,state\nHotline,2022-01-10,open\nHotline,2022-01-10,open",
    ),
    "date-future": ProblemKind(
        WARNING, "A date after today.", "channel,date,state\nHotline,2099-01-10,open"
    ),
    "actor-not-party": ProblemKind(
        WARNING,
        "The actor is not one of the parties.",
        "channel,date,state,parties,actor\nHotline,2022-01-10,open,North; South,East",
    ),
    "change-repeats-state": ProblemKind(
        WARNING,
        "A change to the state that the channel already has, taken as a check.",
        "channel,date,state,event\nHotline,2022-01-10,open,change\nHotline,2022-02-10,open,change",
    ),
    "states-same-day": ProblemKind(
        WARNING,
        "Two states for one channel on one day; the later row counts.",
        "channel,date,state\nHotline,2022-01-10,partial\nHotline,2022-01-10,severed",
    ),
    "order-assumed": ProblemKind(
        WARNING,
        "A date's range includes another row of the channel; their order is assumed.",
        "channel,date,state,event\nHotline,2022-08-10,,contact\nHotline,2022-08,partial,change",
    ),
    "contact-without-state": ProblemKind(
        WARNING,
        "A contact without a state in a severed or ended channel.",
        "channel,date,state,event\nHotline,2022-01-10,severed,change\nHotline,2022-02-10,,contact",
    ),
    "first-without-state": ProblemKind(
        WARNING,
        "A channel's first observation has no state; it begins with its first state.",
        "channel,date,state,event\nHotline,2022-01-10,,overture\nHotline,2022-02-10,open,change",
    ),
    "names-alike": ProblemKind(
        WARNING,
        "Two names differ only in case, form, hidden marks, or a kind of dash or quotation mark.",
        "channel,date,state\nDefence Hotline,2022-01-10,open\nDefence hotline,2022-02-10,severed",
    ),
    "parties-missing": ProblemKind(
        WARNING,
        "A channel appears both with and without parties, as two channels.",
        "channel,date,state,parties\nHotline,2022-01-10,open,A; B\nHotline,2022-02-10,severed,",
    ),
    "parties-joined": ProblemKind(
        WARNING,
        "One party's name is made up of names that the file also has separately.",
        "channel,date,state,parties\nHotline,2022-01-10,open,A; B\nTalks,2022-02-10,open,A–B",
    ),
    "hidden-characters": ProblemKind(
        WARNING,
        "A cell has control characters, marks of direction or invisible characters.",
        "channel,date,state,summary\nHotline,2022-01-10,open,safe \u202egnp",
    ),
    "url-not-http": ProblemKind(
        WARNING,
        "An address that is not http or https; never linked.",
        "channel,date,state,source_url\nHotline,2022-01-10,open,ftp://example.org/b",
    ),
}
"""Every kind of problem of a record, by code."""


def problem(
    code: str,
    line: int | None,
    column: str | None,
    value: str | None,
    message: str,
    suggestion: str,
) -> Problem:
    """Return the problem of this code, with the severity that `PROBLEM_KINDS` gives it."""
    return Problem(PROBLEM_KINDS[code].severity, code, line, column, value, message, suggestion)


def short(text: str, most: int = _MOST_SHOWN) -> str:
    """Return what was found as a message shows it: its first letters, 80 by default."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


@dataclass(frozen=True)
class Findings:
    """Problems: those that are listed, and how many more there are of each code."""

    listed: tuple[Problem, ...] = ()
    beyond: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def at(cls, code: str, places: Sequence[int], tell: Callable[[int], Problem]) -> "Findings":
        """Return the problems of one kind at places in order; only those listed are told."""
        listed = tuple(map(tell, islice(places, MOST_LISTED)))
        more = len(places) - len(listed)
        return cls(listed, {code: more} if more else {})

    def in_order(self, place: Callable[[Problem], tuple[int, int]]) -> "Findings":
        """Return these by their place, as many as are listed; errors come before warnings
        where not all are, so that none of them is only counted for a warning's sake."""
        by_place = sorted(self.listed, key=place)
        first = sorted(by_place, key=lambda item: item.severity != ERROR)
        kept, left = first[:MOST_LISTED], first[MOST_LISTED:]
        beyond = Counter(self.beyond) + Counter(item.code for item in left)
        return Findings(tuple(sorted(kept, key=place) if left else by_place), dict(beyond))


class Listing:
    """Problems that are found one by one, as a file is gone through."""

    def __init__(self) -> None:
        self._listed: list[Problem] = []
        self._beyond: Counter[str] = Counter()

    def add(self, code: str, tell: Callable[[], Problem]) -> None:
        """List a problem, or count it where enough are listed."""
        if len(self._listed) < MOST_LISTED:
            self._listed.append(tell())
        else:
            self._beyond[code] += 1

    @property
    def findings(self) -> Findings:
        """What was found so far."""
        return Findings(tuple(self._listed), dict(self._beyond))


def merged(parts: Iterable[Findings]) -> Findings:
    """Return the problems of several checks together."""
    listed: list[Problem] = []
    beyond: Counter[str] = Counter()
    for part in parts:
        listed += part.listed
        beyond.update(part.beyond)
    return Findings(tuple(listed), dict(beyond))
