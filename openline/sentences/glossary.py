"""The words of the product, each with what it means in one sentence: their only source.

The page Method shows them, pages explain them on hover and focus, and the reference prints them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openline.analysis.freshness import STALE_AFTER


@dataclass(frozen=True, slots=True)
class Term:
    """A word and its meaning."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Words that belong together, under one heading."""

    title: str
    terms: tuple[Term, ...]


_RECORD: Final = Chapter(
    "The record",
    (
        Term("record", "One CSV file: a log of dated, sourced observations about channels."),
        Term(
            "observation", "One row of a record: what a source says was seen of a channel on a day."
        ),
        Term("channel", "One line of communication, named by its parties and its own name."),
        Term("parties", "The sides of a channel, in no particular order."),
        Term("level", "The level at which the sides meet, such as political or military."),
        Term("kind", "What sort of channel it is, such as a hotline or talks."),
        Term("cadence", "How many days are expected between one contact and the next."),
        Term("cause", "A short tag for a reason, shared by all rows that one event explains."),
        Term("confidence", "How well a row is supported: confirmed, reported or inferred."),
        Term("confirmed", "Supported by an official statement, or by a report that quotes one."),
        Term(
            "reported", "Supported by the press or third parties; an empty cell counts as reported."
        ),
        Term("inferred", "The coder's own reading, which no source states."),
    ),
)
_STATES: Final = Chapter(
    "States",
    (
        Term("state", "The condition of a channel: open, partial or severed."),
        Term("open", "The sides use or answer the channel as intended."),
        Term(
            "partial",
            "Use is limited: suspended with some contact, agreed but not yet used, answered "
            "only sometimes, or left to a lower level.",
        ),
        Term("severed", "Cut, cancelled or suspended without contact, or calls go unanswered."),
        Term("unknown", "Not a state: from this day on the record has no evidence."),
        Term("ended", "The channel has ceased to exist."),
        Term("span", "An unbroken stretch of days in which a channel keeps one state."),
        Term("life", "The time from a channel's first state to its end; it may start again later."),
    ),
)
_EVENTS: Final = Chapter(
    "Events",
    (
        Term("change", "An observation that the state changed."),
        Term(
            "contact",
            "An observation that the sides used the channel: a call answered, a meeting held.",
        ),
        Term("overture", "One side asked to use or restore the channel."),
        Term("refusal", "One side declined, cancelled or did not answer."),
        Term("check", "A source confirms the state that holds."),
    ),
)
_DAYS: Final = Chapter(
    "Days",
    (
        Term("as-of day", "The day for which everything is computed; later rows are ignored."),
        Term("last observed", "The day of a channel's latest row of any kind."),
        Term(
            "carry",
            "How many days a state is taken to hold after the latest row; unlimited unless set.",
        ),
        Term("stale", f"A known state whose latest row is more than {STALE_AFTER} days old."),
        Term("days silent", "The days from a channel's last contact to the as-of day."),
        Term("overdue", "Silent for at least twice the channel's cadence."),
        Term("method", "The formulas, identified by the day on which they last changed."),
    ),
)
_GAPS: Final = Chapter(
    "Gaps",
    (
        Term("gap", "A severance or a silence; the two overlap and are never summed."),
        Term("severance", "A span in the state severed."),
        Term("silence", "A stretch without contact, to the next contact or to the as-of day."),
        Term("onset", "The start of a severance; it is known where a change marks it."),
        Term("first contact", "The first contact after the row that began a severance."),
        Term("restored", "The first day after a severance on which the channel is open."),
        Term("decision", "All severances of the same parties that began on one day, taken as one."),
        Term("censored", "Still ongoing when last seen, so its length is only a lower bound."),
        Term(
            "unhealed",
            "An ongoing severance, or one after which the channel was raised or ended without "
            "being open.",
        ),
        Term("median", "The day by which half of the severances have ended in a higher state."),
    ),
)
_MOVES: Final = Chapter(
    "Openings and closings",
    (
        Term(
            "opening",
            "A change to a higher state, a new channel, or the contact that ends a silence.",
        ),
        Term("closing", "A change to a lower state, or the end of a channel."),
        Term("established", "A first state, or the first after an end, that is open or partial."),
        Term("reopened", "From severed to partial or open."),
        Term("widened", "From partial to open."),
        Term("resumed", "A contact ended a silence without raising the state."),
        Term("narrowed", "From open to partial."),
        Term(
            "sign",
            "A contact or an overture in a severed or partial channel that changed no state.",
        ),
        Term("window", "The days before the as-of day in which openings and closings are counted."),
    ),
)
_MEASURES: Final = Chapter(
    "Measures",
    (
        Term(
            "openness",
            "The mean over the known channels, with open as 1, partial as ½ and severed as 0.",
        ),
        Term(
            "time in state",
            "The days that a channel or a group was open, partial, severed and unknown.",
        ),
        Term(
            "time to reopening",
            "How long severances last, estimated from those that ended and those ongoing.",
        ),
        Term(
            "interval",
            "The range that would contain the true value 95 times in 100 if severances "
            "were independent.",
        ),
    ),
)

GLOSSARY: Final = (_RECORD, _STATES, _EVENTS, _DAYS, _GAPS, _MOVES, _MEASURES)
"""Every word, in chapters, in the order in which they are shown."""
_BY_WORD: Final[Mapping[str, Term]] = {
    form: term
    for chapter in GLOSSARY
    for term in chapter.terms
    for form in (term.word, f"{term.word}s")
}


def term_of(word: str) -> Term:
    """Return the entry of a word, or of its plural; case is ignored."""
    return _BY_WORD[word.casefold()]
