"""The parameters of an address: one table of what each is called, reads as and means.

`View` parses and prints with it, and the reference of parameters is printed from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from openline.analysis.survival import UNTIL
from openline.record.columns import CONFIDENCES, PARTIES_SEPARATOR
from openline.record.name_checks import LONGEST_NAME
from openline.view.figure_names import FIGURES
from openline.view.readers import (
    A_RECORD,
    DAY_SCHEMA,
    LATEST,
    MOST_LETTERS,
    STEPS_BACK,
    SWITCH,
    TODAY,
    Fault,
    Schema,
    Value,
    day_schema,
    number_schema,
    one_of,
    range_schema,
    read_as_of,
    read_name,
    read_one_day,
    read_parties,
    read_since,
    read_switch,
    whole,
    words_schema,
    write_switch,
)
from openline.view.stretch import RANGES, read_range

BUNDLED: Final = "bundled"
OVERVIEWS: Final = ("lines", "pairs")  # the timeline of channels, or the pairs of parties
SORTS: Final = ("severity", "length", "name", "changed")
GROUPS: Final = ("parties", "level", "kind", "cause")
"""What severances can be grouped by."""
MOVES: Final = ("all", "openings", "closings")
"""What the list of openings and closings shows."""
MOST_DAYS: Final = 100_000
"""The most that a number of days may be."""
_DAYS: Final = f"a whole number of days to {MOST_DAYS:,}"
_MOST_PAGES: Final = 1_000_000
_MOST_REVISIONS: Final = 999_999_999


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, the values it takes, its meaning, and how it is read.

    `read` and `write` are each other's inverse; a `repeated` parameter may stand more than
    once, and its values are joined by "or". `attribute` is the view's field that holds it, and a
    value may have `most` letters. `schema` is what JSON Schema calls it, None for any name.
    """

    name: str
    values: str
    meaning: str
    read: Callable[[str], Value | Fault]
    write: Callable[[Value], str] = str
    repeated: bool = False
    field: str = ""
    most: int = MOST_LETTERS
    schema: Schema | None = None

    @property
    def attribute(self) -> str:
        """The view's field that holds the value: the parameter's name, unless `field` is given."""
        return self.field or self.name


def _chosen(name: str, words: tuple[str, ...], meaning: str) -> Parameter:
    schema = words_schema(words)
    return Parameter(name, ", ".join(words), meaning, one_of(words), schema=schema)


def _switched(name: str, meaning: str) -> Parameter:
    schema = words_schema(SWITCH)
    return Parameter(name, ", ".join(SWITCH), meaning, read_switch, write_switch, schema=schema)


def _number(name: str, values: str, meaning: str, least: int, most: int) -> Parameter:
    schema = number_schema(least, most)
    return Parameter(name, values, meaning, whole(least, most), schema=schema)


PARAMETERS: Final = (
    Parameter(
        "record",
        f"{BUNDLED}, {BUNDLED}@HASH, NAME or NAME@REVISION",
        "The record that is shown: a saved one by its name, which follows its newest revision, "
        "or by NAME@REVISION, which stays with that one; a hash stays with those bytes of the "
        "bundled record.",
        read_name,
        schema=A_RECORD,
    ),
    Parameter(
        "asof",
        f"{LATEST}, {TODAY} or a day as 2023-10-05",
        "The day for which everything is computed; latest is the last day that the record covers.",
        read_as_of,
        schema=day_schema((LATEST, TODAY)),
    ),
    Parameter(
        "parties",
        "names, the sides joined by ;",
        "Only channels between these parties; one side alone means all its channels.",
        read_parties,
        repeated=True,
        most=2 * LONGEST_NAME + len(PARTIES_SEPARATOR),
    ),
    Parameter("level", "names", "Only channels of these levels.", read_name, repeated=True),
    Parameter("kind", "names", "Only channels of these kinds.", read_name, repeated=True),
    _chosen(
        "confidence",
        CONFIDENCES,
        "The weakest evidence that counts: confirmed rows, confirmed and reported ones, or all.",
    ),
    _switched("fresh", "Whether Status leaves out the channels whose state is stale."),
    _number(
        "carry",
        _DAYS,
        "How many days after its latest row a state still counts; then it is unknown.",
        0,
        MOST_DAYS,
    ),
    Parameter(
        "channel",
        "names",
        "Only channels with these names.",
        read_name,
        repeated=True,
        most=LONGEST_NAME,
    ),
    Parameter(
        "q",
        "words",
        "Only channels with an observation in which every word occurs: in channel, parties, "
        "summary, source or cause, case and accents ignored.",
        read_name,
    ),
    Parameter(
        "since",
        f"{', '.join(STEPS_BACK)} or a day as 2023-10-05",
        "The day Status compares with, or how far back it is; a year by default.",
        read_since,
        schema=day_schema(STEPS_BACK),
    ),
    Parameter(
        "range",
        f"{', '.join(RANGES)}, or days as 2020-01-01..2023-10-05",
        "How many years up to the as-of day figures with a time axis show, or from which day to "
        "which; ten by default, all on Channel.",
        read_range,
        schema=range_schema(tuple(RANGES)),
    ),
    Parameter(
        "from",
        "a day as 2022-10-05",
        "The first day of a comparison; a year before the second by default.",
        read_one_day,
        field="from_day",
        schema=DAY_SCHEMA,
    ),
    Parameter(
        "to",
        "a day as 2023-10-05",
        "The second of the two days of a comparison; the as-of day by default.",
        read_one_day,
        field="to_day",
        schema=DAY_SCHEMA,
    ),
    _number(
        "against",
        "the number of a revision",
        "Which other revision of a saved record Compare shows; the one before by default.",
        1,
        _MOST_REVISIONS,
    ),
    _number(
        "min_days",
        _DAYS,
        "From how many days a silence counts in a channel without a cadence.",
        0,
        MOST_DAYS,
    ),
    _number(
        "window",
        _DAYS,
        "How many days before the as-of day openings and closings are listed for.",
        0,
        MOST_DAYS,
    ),
    _chosen("moves", MOVES, "Whether the list on Openings has openings, closings or both."),
    _chosen("by", GROUPS, "How time to reopening is grouped."),
    _chosen(
        "until",
        UNTIL,
        "Whether a severance is over once its channel is raised, or only once it is open.",
    ),
    Parameter("cause", "a name", "Which cause is opened in the list on Gaps.", read_name),
    _switched(
        "causes",
        "Whether the timeline marks causes; on by default where one set of parties is chosen.",
    ),
    _chosen(
        "overview",
        OVERVIEWS,
        "Whether Status shows the timeline of channels or the pairs of parties.",
    ),
    _chosen(
        "figure",
        FIGURES,
        "Which figure of a page is shown alone, where the page is inside another (embed=true).",
    ),
    Parameter("observation", "a name", "Which observation Channel shows first.", read_name),
    _chosen(
        "sort",
        SORTS,
        "The order of timeline and board: worst state, longest in it, name or latest change.",
    ),
    _number(
        "page",
        "a whole number from 1",
        "Which page of a long list or timeline is shown.",
        1,
        _MOST_PAGES,
    ),
)
"""Every parameter, in the order in which an address is written."""
