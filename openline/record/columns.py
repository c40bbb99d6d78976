"""The names of a record: its columns, its vocabularies, and what each means.

Every other module takes these names from here, and the codebook is printed from `COLUMNS`.
"""

from dataclasses import dataclass
from typing import Final

CHANNEL: Final = "channel"
DATE: Final = "date"
STATE: Final = "state"
PARTIES: Final = "parties"
LEVEL: Final = "level"
KIND: Final = "kind"
CADENCE_DAYS: Final = "cadence_days"
EVENT: Final = "event"
ACTOR: Final = "actor"
SUMMARY: Final = "summary"
CAUSE: Final = "cause"
SOURCE: Final = "source"
SOURCE_URL: Final = "source_url"
CONFIDENCE: Final = "confidence"

START: Final = "start"
END: Final = "end"

SEVERED: Final = "severed"
PARTIAL: Final = "partial"
OPEN: Final = "open"
UNKNOWN: Final = "unknown"
ENDED: Final = "ended"
"""Both the event that a channel ceased to exist and what its status is from then on."""

KNOWN_STATES: Final = (SEVERED, PARTIAL, OPEN)
"""The states, from the lowest to the highest."""
STATE_RANK: Final = {SEVERED: 0, PARTIAL: 1, OPEN: 2}
"""The place of each of them."""
STATE_WORDS: Final = (OPEN, PARTIAL, SEVERED, UNKNOWN)
"""What a `state` cell may say."""
LIVING_STATES: Final = (SEVERED, PARTIAL, OPEN, UNKNOWN)
"""What a channel may be that has not ended, in the order in which it is told."""
STATUS_WORDS: Final = (*LIVING_STATES, ENDED)
"""What a channel's status may be, in that order."""

CHANGE: Final = "change"
CONTACT: Final = "contact"
OVERTURE: Final = "overture"
REFUSAL: Final = "refusal"
CHECK: Final = "check"
EVENTS: Final = (CHANGE, CONTACT, OVERTURE, REFUSAL, CHECK, ENDED)
PLANNED: Final = "planned"
"""An event held back for a later version of the format."""

CONFIRMED: Final = "confirmed"
REPORTED: Final = "reported"
INFERRED: Final = "inferred"
CONFIDENCES: Final = (CONFIRMED, REPORTED, INFERRED)
"""From the strongest evidence to the weakest."""

PARTIES_SEPARATOR: Final = "; "


@dataclass(frozen=True, slots=True)
class FormatColumn:
    """One column of the format: its name, whether it is needed, its values and its meaning."""

    name: str
    needed: bool
    values: str
    meaning: str
    one_per_channel: bool = False


COLUMNS: Final = (
    FormatColumn(CHANNEL, True, "text", "The channel's name, unique within its parties."),
    FormatColumn(
        PARTIES,
        False,
        "text, sides joined by ;",
        "The sides of the channel, in any order.",
    ),
    FormatColumn(LEVEL, False, "text", "The level at which the sides meet.", True),
    FormatColumn(KIND, False, "text", "What sort of channel it is.", True),
    FormatColumn(
        CADENCE_DAYS,
        False,
        "whole number",
        "How often its sides are expected to use it; 0 where use is routine and not logged.",
        True,
    ),
    FormatColumn(
        DATE,
        True,
        "2022-08-05, 2022-08, 2022, or two of these joined by /",
        "The day of the event, as precisely as it is known.",
    ),
    FormatColumn(
        EVENT,
        False,
        ", ".join(EVENTS),
        "What kind of observation it is; empty means change where there is a state.",
    ),
    FormatColumn(
        STATE,
        True,
        ", ".join(STATE_WORDS),
        "The state that the observation sets or confirms.",
    ),
    FormatColumn(ACTOR, False, "text", "The party that acted."),
    FormatColumn(SUMMARY, False, "text", "What happened, in one sentence."),
    FormatColumn(CAUSE, False, "text", "A short tag, shared by rows with the same cause."),
    FormatColumn(SOURCE, False, "text", "The citation: publisher, title, date."),
    FormatColumn(SOURCE_URL, False, "http or https address", "Where the source can be read."),
    FormatColumn(
        CONFIDENCE,
        False,
        ", ".join(CONFIDENCES),
        "How well the row is supported; empty counts as reported.",
    ),
)
"""The contract's columns, in the order in which a record is written."""

FORMAT_NAMES: Final = tuple(column.name for column in COLUMNS)
"""The names of the format's columns, in their order."""
KNOWN_NAMES: Final = frozenset({*FORMAT_NAMES, START, END})
"""These and the names of the interval form."""

HELD_BACK: Final = frozenset(
    {
        "id",
        "reported",
        "due",
        "said_by",
        "rank",
        "coder",
        "coded_on",
        "coding_note",
        "archived_url",
        "accessed",
        "mode",
        "place",
        "participants",
    }
)
"""Names that a later version of the format gives a meaning; other columns until then."""

TEXT_COLUMNS: Final = (LEVEL, KIND, ACTOR, SUMMARY, CAUSE, SOURCE, SOURCE_URL)
"""Optional columns that hold free text."""
